#pragma once

#include "core/services/key_export.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace latchkey::ui {

class FileField;
class Segmented;

/// Which keys, which columns, which format, where to.
class ExportSheet : public QDialog {
    Q_OBJECT
public:
    /// `selected`: 0 or 1 means that all that match are meant.
    ExportSheet(qsizetype selected, qsizetype matching, const QString &folder, const QString &date,
                QWidget *parent);
    [[nodiscard]] bool onlySelected() const;
    [[nodiscard]] bool allColumns() const;
    [[nodiscard]] FileFormat format() const;
    [[nodiscard]] QString path() const;
    [[nodiscard]] FileField &file() { return *m_file; }

private:
    void check();
    Segmented *m_which, *m_columns, *m_format;
    FileField *m_file;
    QLabel *m_warning;
    QPushButton *m_export;
};

} // namespace latchkey::ui
