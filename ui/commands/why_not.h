#pragma once

#include <QAbstractButton>
#include <QString>

namespace latchkey::ui {

/// Enabled unless there is a reason against it: then its tooltip says that, else what the button does.
inline void setWhyNot(QAbstractButton &button, const QString &why, const QString &help) {
    button.setEnabled(why.isEmpty());
    button.setToolTip(why.isEmpty() ? help : why);
}

} // namespace latchkey::ui
