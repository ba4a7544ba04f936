#pragma once

#include "core/model/key_filter.h"

class QPainter;
class QStyleOptionViewItem;

namespace latchkey::ui {

/// The cells of the columns Alerts and Usage. Null: not known yet.
void paintAlerts(QPainter *p, const QStyleOptionViewItem &o, const KeyAlerts *alerts);
void paintUsage(QPainter *p, const QStyleOptionViewItem &o, const QList<qint64> *perDay);
/// The widest sparkline and the gap behind it.
inline constexpr int SparklineWidth = 7 * 7 + 8;

} // namespace latchkey::ui
