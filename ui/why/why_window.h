#pragma once

#include "core/services/diagnosis/key_lookup.h"
#include "core/services/key_service.h"
#include "ui/why/why_words.h"

#include <QDeadlineTimer>
#include <QDialog>

class QLabel;
class QPushButton;
class QScrollArea;

namespace latchkey::ui {

class CheckList;
class KeyPicker;
class PasteBox;
class RequestFields;
class SecretClipboard;
class StatusPill;

/// "Why was it rejected?": choose a key or paste anything, and see every check, and a button that mends what
/// failed. Not modal; it changes nothing by itself.
class WhyWindow : public QDialog {
    Q_OBJECT
public:
    WhyWindow(KeyService &service, SecretClipboard &clipboard, const QTimeZone &zone,
              QWidget *parent = nullptr);
    ~WhyWindow() override;
    void clear();
    void chooseKey(const KeyId &id);
    /// A request that is known from elsewhere, such as a row of the log.
    void setFacts(const diagnosis::Facts &facts);
    void paste(const QString &text);
    [[nodiscard]] const diagnosis::Diagnosis &diagnosis() const { return m_diagnosis; }
    [[nodiscard]] const diagnosis::Subject &subject() const { return m_subject; }
    [[nodiscard]] CheckList &checks() { return *m_checks; }
    [[nodiscard]] RequestFields &request() { return *m_request; }
    [[nodiscard]] PasteBox &pasteBox() { return *m_paste; }
    [[nodiscard]] QString verdict() const;
    [[nodiscard]] QString report() const;

signals:
    /// Somebody presses the button of a check. The key may be missing (CreateKey).
    void fixWanted(latchkey::diagnosis::Fix fix, const std::optional<latchkey::ApiKey> &key,
                   const latchkey::diagnosis::Facts &facts);
    void reportCopied();

private:
    void build();
    QWidget *buildQuestion();
    QWidget *buildAnswer();
    void takeReading(const diagnosis::Reading &reading);
    void takeReference(const diagnosis::KeyReference &reference);
    void setSubject(const diagnosis::Subject &subject);
    void reload();
    void run();
    void showCause();
    void askRules();
    void showKey();
    void pickKey(bool open);
    void fix(diagnosis::Fix f);
    void copyReport();
    [[nodiscard]] WhyContext context() const;

    KeyService &m_service;
    SecretClipboard &m_clipboard;
    QTimeZone m_zone;
    KeyLookup m_lookup;
    diagnosis::Subject m_subject;
    diagnosis::Facts m_facts; ///< as the last diagnosis used them
    QList<diagnosis::Note> m_notes;
    diagnosis::Diagnosis m_diagnosis;
    int m_asked = 0;
    std::optional<RuleBook> m_rules; ///< of the gateways, once a request asks for them
    bool m_rulesAsked = false;
    QLabel *m_keyName = nullptr;
    StatusPill *m_keyStatus = nullptr;
    QPushButton *m_choose = nullptr;
    KeyPicker *m_picker = nullptr;
    PasteBox *m_paste = nullptr;
    QLabel *m_problem = nullptr;
    RequestFields *m_request = nullptr;
    QLabel *m_verdictIcon = nullptr;
    QLabel *m_verdict = nullptr;
    CheckList *m_checks = nullptr;
    QLabel *m_said = nullptr;
    QScrollArea *m_answer = nullptr; ///< holds the remarks and the checks
    QDeadlineTimer m_showsCause;     ///< until then the failed check is kept in view
};

} // namespace latchkey::ui
