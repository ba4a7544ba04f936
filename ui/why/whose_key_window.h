#pragma once

#include "core/services/diagnosis/key_lookup.h"
#include "core/services/key_service.h"

#include <QDialog>
#include <QTimeZone>

class QLabel;
class QPushButton;

namespace latchkey::ui {

class PasteBox;
class StatusPill;

/// "Whose key is this?": finds the key of a token, of a masked form or of a line that holds one. Offline; the
/// token never stays.
class WhoseKeyWindow : public QDialog {
    Q_OBJECT
public:
    WhoseKeyWindow(KeyService &service, const QTimeZone &zone, QWidget *parent = nullptr);
    void paste(const QString &text);
    [[nodiscard]] PasteBox &pasteBox() { return *m_paste; }
    [[nodiscard]] QString answer() const;

signals:
    void found(const latchkey::KeyId &id); ///< a key that can be shown
    void whyWanted(const latchkey::diagnosis::Facts &facts);

private:
    void take(const diagnosis::Reading &reading);
    void fit();
    void say(const QString &text, bool bad);
    void tell(const diagnosis::Subject &subject);
    KeyService &m_service;
    QTimeZone m_zone;
    KeyLookup m_lookup;
    bool m_inAddress = false; ///< the whole token stands in the address of what was pasted
    diagnosis::Facts m_facts;
    KeyId m_key;
    int m_asked = 0;
    PasteBox *m_paste;
    QLabel *m_answer;
    QLabel *m_what;
    StatusPill *m_status;
    QPushButton *m_show;
    QPushButton *m_why;
};

} // namespace latchkey::ui
