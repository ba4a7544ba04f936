#include "ui/platform/file_dialog.h"

#include <QFileIconProvider>
#include <QMimeDatabase>

namespace latchkey::ui {

namespace {

/// Goes by the names of files alone.
class NameIcons final : public QFileIconProvider {
public:
    using QFileIconProvider::icon;
    [[nodiscard]] QIcon icon(const QFileInfo &file) const override {
        return QFileIconProvider::icon(file.isDir() ? QAbstractFileIconProvider::Folder
                                                    : QAbstractFileIconProvider::File);
    }
    [[nodiscard]] QString type(const QFileInfo &file) const override {
        return file.isDir() ? QFileIconProvider::type(file)
                            : QMimeDatabase().mimeTypeForFile(file, QMimeDatabase::MatchExtension).comment();
    }
};

} // namespace

FileDialog::FileDialog(QWidget *parent, const QString &caption, const QString &directory,
                       const QString &filter)
    : QFileDialog(parent, caption, directory, filter) {
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    setOption(QFileDialog::DontUseNativeDialog);
    static NameIcons icons; // the dialog does not own it
    setIconProvider(&icons);
#endif
}

QString FileDialog::openFileName(QWidget *parent, const QString &caption, const QString &directory,
                                 const QString &filter) {
    FileDialog dialog(parent, caption, directory, filter);
    dialog.setFileMode(QFileDialog::ExistingFile);
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

} // namespace latchkey::ui
