#pragma once

#include <QCoreApplication>

namespace latchkey::ui {

/// Where lupdate finds the texts of the commands.
struct Commands {
    Q_DECLARE_TR_FUNCTIONS(commands)
};

} // namespace latchkey::ui
