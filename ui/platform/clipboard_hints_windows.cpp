#include "ui/platform/clipboard_hints.h"

#include <QMimeData>

namespace latchkey::ui {

// Microsoft: "Cloud Clipboard and Clipboard History Formats"; plain format names need this wrapper in Qt 6.
void markAsSecret(QMimeData &mime) {
    const QByteArray no(4, '\0');
    for (const char *name : {"ExcludeClipboardContentFromMonitorProcessing", "CanIncludeInClipboardHistory",
                             "CanUploadToCloudClipboard"})
        mime.setData(
            QStringLiteral("application/x-qt-windows-mime;value=\"%1\"").arg(QLatin1StringView(name)), no);
}

} // namespace latchkey::ui
