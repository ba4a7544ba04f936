#pragma once

#include <QStyledItemDelegate>

namespace latchkey::ui {

class RequestModel;

/// Paints outcomes as pills, environments with their icon, and keys as links.
class RequestDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    RequestDelegate(const RequestModel &model, QObject *parent);
    void paint(QPainter *p, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// What the column needs for this word.
    static int outcomeWidth(const QFontMetrics &fm, const QString &word);

private:
    const RequestModel &m_model;
};

} // namespace latchkey::ui
