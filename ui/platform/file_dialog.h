#pragma once

#include <QFileDialog>

namespace latchkey::ui {

/// A dialog for a file that opens none of those that it lists. Qt's own looks into files for their icons and
/// kinds: where an open vault stands in the folder, its locks end with that (isOpenDatabase()). On Linux it
/// is shown in place of a desktop's own, which may run within this process and look as well; on Windows a
/// look ends no lock, and macOS shows its dialog from another process.
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
