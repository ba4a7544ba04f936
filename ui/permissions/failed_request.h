#pragma once

#include "core/model/catalogue.h"
#include "core/services/diagnosis/facts.h"

#include <QWidget>
#include <optional>

class QLabel;
class QPushButton;

namespace latchkey::ui {

class PasteBox;
class PermissionModel;

/// Takes a refused request or its response, and marks the permission that was missing. Nothing is added
/// without being said, and nothing is saved.
class FailedRequest : public QWidget {
    Q_OBJECT
public:
    FailedRequest(const Catalogue &catalogue, PermissionModel &model, QWidget *parent = nullptr);
    void start(); ///< empty, with the focus
    void paste(const QString &text);
    [[nodiscard]] QString answer() const;
    [[nodiscard]] QPushButton *takeBack() const { return m_back; }

signals:
    void marked(const latchkey::Scope &scope);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *e) override;

private:
    void take(const diagnosis::Facts &facts);
    void mark(const Scope &scope, bool guessed, const QString &request);
    void unmark();
    void takeByHand();
    void settle();
    void say(const QString &text, bool bad);
    Catalogue m_catalogue;
    PermissionModel &m_model;
    std::optional<Scope> m_marked; ///< by the text that stands there, and by nothing else
    ScopeSet m_known;              ///< of the model, when it was marked or changed last
    bool m_marking = false;
    PasteBox *m_paste;
    QLabel *m_answer;
    QPushButton *m_back;
};

} // namespace latchkey::ui
