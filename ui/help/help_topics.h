#pragma once

#include <QString>

class QWidget;

namespace latchkey::ui::help {

/// The page for what a person is looking at: the nearest widget upwards that has the property "helpPage", or
/// whose class or object name is in the table; else "start".
QString topicOf(const QWidget *widget);
/// The page of a class of windows, such as "RevokeSheet"; empty if there is none in the table.
QString topicOfClass(const QString &className);

} // namespace latchkey::ui::help
