#pragma once

#include <QCoreApplication>

namespace latchkey::ui {

/// Where lupdate finds the words of "Why was it rejected?".
struct Why {
    Q_DECLARE_TR_FUNCTIONS(why)
};

} // namespace latchkey::ui
