#include "ui/platform/clipboard_hints.h"

#include <QMimeData>

namespace latchkey::ui {

void markAsSecret(QMimeData &mime) {
    mime.setData(QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret"));
}

} // namespace latchkey::ui
