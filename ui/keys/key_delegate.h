#pragma once

#include "core/services/key_service.h"
#include "ui/keys/cell_parts.h"
#include "ui/theme/theme.h"

#include <QHash>
#include <QStyledItemDelegate>

namespace latchkey::ui {

class KeyTableModel;
class RevealedToken;

/// Paints the cells. What a part may do (a kept copy or none) comes from kept(), never from the model.
class KeyDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    KeyDelegate(const KeyTableModel &model, const RevealedToken &revealed, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    void setKept(const KeyId &id, Kept kept) { m_kept.insert(id, kept); }
    void forgetKept() { m_kept.clear(); }
    [[nodiscard]] Kept kept(const KeyId &id) const { return m_kept.value(id, Kept::Unknown); }
    void setHovered(const QModelIndex &index, CellPart part);
    /// The words of a part of this row, for tooltips and screen readers.
    [[nodiscard]] QString partText(CellPart part, const ApiKey &key) const;
    [[nodiscard]] bool partEnabled(CellPart part, const ApiKey &key) const;
    /// What stands under the name: what a rotation still has to do, or an expiry that no column shows.
    struct Note {
        QString text, inShort;
        ColorRole ink = ColorRole::Secondary;
    };
    [[nodiscard]] Note noteOf(const ApiKey &key) const;
    /// What a cell of the status needs for each of its words.
    static int statusWidth(const QFontMetrics &metrics);

private:
    void paintToken(QPainter *p, const QStyleOptionViewItem &o, const ApiKey &k) const;
    void paintActions(QPainter *p, const QStyleOptionViewItem &o, const ApiKey &k) const;
    void paintStatus(QPainter *p, const QStyleOptionViewItem &o, const ApiKey &k) const;
    void paintChips(QPainter *p, const QStyleOptionViewItem &o, const ApiKey &k) const;
    void paintText(QPainter *p, const QStyleOptionViewItem &o, const ApiKey &k,
                   const QModelIndex &index) const;
    [[nodiscard]] bool hovered(const QStyleOptionViewItem &o, CellPart part) const;

    const KeyTableModel &m_model;
    const RevealedToken &m_revealed;
    QHash<KeyId, Kept> m_kept;
    QPersistentModelIndex m_hoveredIndex;
    CellPart m_hoveredPart = CellPart::None;
};

} // namespace latchkey::ui
