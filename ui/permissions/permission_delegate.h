#pragma once

#include <QStyledItemDelegate>

namespace latchkey::ui {

/// Paints a cell of the matrix: names with their description, radio marks, check boxes.
class PermissionDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *p, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    static void paintTitle(QPainter *p, const QStyleOptionViewItem &o, const QModelIndex &index);
    static void paintMark(QPainter *p, const QStyleOptionViewItem &o, const QModelIndex &index);
};

} // namespace latchkey::ui
