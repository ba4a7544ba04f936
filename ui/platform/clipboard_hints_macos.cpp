#include "ui/platform/clipboard_hints.h"

#include <QMimeData>

namespace latchkey::ui {

// nspasteboard.org; Qt passes a custom type through under this name.
void markAsSecret(QMimeData &mime) {
    mime.setData(QStringLiteral("org.nspasteboard.ConcealedType"), QByteArray(1, '\0'));
}

} // namespace latchkey::ui
