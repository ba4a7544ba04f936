#pragma once

#include <QHeaderView>
#include <QObject>
#include <QPointer>
#include <QTableView>

namespace latchkey::ui {

/// Gives columns of a short table what their texts need, where the window has that room: at least `least`, or
/// what the heading needs, and at most a fifth of the table each. One other column stretches. After the model
/// is set.
class FittedColumns final : public QObject {
    Q_OBJECT
public:
    struct Column {
        int index = 0, least = 0;
    };
    FittedColumns(QTableView *table, const QList<Column> &columns);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();
    QTableView *m_table;
    QPointer<QHeaderView> m_header;
    QList<Column> m_columns;
};

} // namespace latchkey::ui
