#include "ui/shell/confirm_gate.h"

#include "ui/shell/change_question.h"
#include "ui/shell/confirm_sheet.h"

#include <QApplication>

namespace latchkey::ui {

ConfirmGate::ConfirmGate(VaultBackend &vault, std::function<QString()> place,
                         std::function<QWidget *()> window)
    : m_vault(vault)
    , m_place(std::move(place))
    , m_window(std::move(window)) {}

QFuture<bool> ConfirmGate::ask(const PlannedChange &change) {
    const Answer<bool> answer;
    if (change.count > 1 || change.key.isNull() || !change.name.isEmpty()) {
        show(change, answer);
        return answer.future();
    }
    m_vault.rows({change.key}) | then(this, [this, change, answer](const Result<QList<ApiKey>> &rows) {
        PlannedChange named = change;
        if (rows && !rows->isEmpty())
            named.name = rows->first().config.name;
        show(named, answer);
    });
    return answer.future();
}

void ConfirmGate::show(const PlannedChange &change, const Answer<bool> &answer) {
    QWidget *window = m_window();
    if (!window)
        return answer.give(false);
    const ChangeQuestion words = questionOf(change);
    QWidget *front = QApplication::activeModalWidget(); // a sheet: the question stands on it
    auto *sheet = new ConfirmSheet(words.question, m_place(), words.verb, front ? front : window);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->setWindowModality(Qt::WindowModal);
    connect(sheet, &QDialog::finished, this,
            [answer](int result) { answer.give(result == QDialog::Accepted); });
    sheet->open();
}

} // namespace latchkey::ui
