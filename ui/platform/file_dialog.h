#pragma once

#include <QFileDialog>

namespace latchkey::ui {

/// A dialog for a file that opens none of those that it lists. Qt's own looks into files for their icons and
/// kinds, as do other toolkits' that run within this process (GTK, KDE): where an open vault stands in the
/// folder, its locks end with that (isOpenDatabase()). The systems' dialogs of Windows and macOS are taken:
/// there a look ends no lock, or another process looks.
class FileDialog : public QFileDialog {
    Q_OBJECT
public:
    explicit FileDialog(QWidget *parent, const QString &caption = {}, const QString &directory = {},
                        const QString &filter = {});
    /// Empty: none was chosen.
    static QString openFileName(QWidget *parent, const QString &caption, const QString &directory,
                                const QString &filter);
};

} // namespace latchkey::ui
