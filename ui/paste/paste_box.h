#pragma once

#include "core/services/diagnosis/facts.h"

#include <QPlainTextEdit>

namespace latchkey::ui {

/// Takes a key, a response, a curl line or a log line. A token never becomes text of the box: what is pasted
/// is read first, and shown without any secret.
class PasteBox : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit PasteBox(QWidget *parent = nullptr);
    void take(const QString &text); ///< as if it had been pasted over everything

signals:
    void pasted(const latchkey::diagnosis::Reading &reading);
    void unreadable(latchkey::diagnosis::ReadProblem problem);
    void cleared();

protected:
    void insertFromMimeData(const QMimeData *source) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void keyPressEvent(QKeyEvent *e) override;

private:
    void take(const QString &text, bool typed);
    void readTyped();
    void tell(const tl::expected<diagnosis::Reading, diagnosis::ReadProblem> &reading);
    bool m_taking = false;
};

/// What is wrong with it, and what would do.
QString sentence(diagnosis::ReadProblem problem);

} // namespace latchkey::ui
