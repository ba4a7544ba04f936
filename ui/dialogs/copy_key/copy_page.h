#pragma once

#include "ui/dialogs/copy_key/copy_panel.h"

namespace latchkey::ui {

/// The page of a sheet that shows a new key once: the panel, and the question before the only copy is lost.
class CopyPage : public QWidget {
    Q_OBJECT
public:
    /// `lost`: what closing now would mean.
    CopyPage(const DialogContext &context, const QString &lost, QWidget *parent);
    void show(const CreatedKey &created);
    [[nodiscard]] CopyPanel &panel() { return *m_panel; }
    /// True when nothing is lost by leaving; otherwise it asks here and says false.
    bool mayLeave();
    /// Takes an open question back; false when there is none.
    bool dismissQuestion();
    /// Drops the token and the question.
    void forget();

signals:
    /// Done, or closing without storing was chosen.
    void left();

protected:
    void showEvent(QShowEvent *e) override;

private:
    CopyPanel *m_panel;
    InlineGuard *m_guard;
};

} // namespace latchkey::ui
