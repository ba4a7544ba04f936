#include "ui/transfer/export_sheet.h"

#include "ui/dialogs/form/field_row.h"
#include "ui/dialogs/form/segmented.h"
#include "ui/theme/sheet_keys.h"
#include "ui/transfer/file_field.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {
/// What a file of that name holds, where its ending says so.
std::optional<FileFormat> formatOf(const QFileInfo &file) {
    const QString ending = file.suffix().toLower();
    return ending == QStringLiteral("csv")    ? std::optional(FileFormat::Csv)
           : ending == QStringLiteral("json") ? std::optional(FileFormat::Json)
                                              : std::nullopt;
}
} // namespace

ExportSheet::ExportSheet(qsizetype selected, qsizetype matching, const QString &folder, const QString &date,
                         QWidget *parent)
    : QDialog(parent)
    , m_which(new Segmented(this))
    , m_columns(new Segmented(this))
    , m_format(new Segmented(this))
    , m_file(new FileField(FileField::For::Saving, tr("CSV and JSON (*.csv *.json);;All files (*)"), this))
    , m_warning(new QLabel(this))
    , m_export(new QPushButton(tr("Export"), this)) {
    setObjectName(QStringLiteral("exportSheet"));
    setWindowTitle(tr("Export keys"));
    auto *title = new QLabel(tr("Export keys"), this);
    title->setProperty("heading", true);
    auto *what =
        new QLabel(tr("What describes the keys is written. The keys themselves are not in this vault "
                      "and never in an export."),
                   this);
    what->setWordWrap(true);
    what->setProperty("secondary", true);
    const QLocale l;
    if (selected > 1)
        m_which->add(1, tr("%1 selected").arg(l.toString(selected)));
    m_which->add(0, tr("All %1 that match").arg(l.toString(matching)));
    m_which->setValue(selected > 1 ? 1 : 0);
    m_columns->add(0, tr("Shown columns"));
    m_columns->add(1, tr("All columns"));
    m_columns->setValue(1);
    m_format->add(static_cast<int>(FileFormat::Csv), QStringLiteral("CSV"));
    m_format->add(static_cast<int>(FileFormat::Json), QStringLiteral("JSON"));
    m_format->setValue(static_cast<int>(FileFormat::Csv));
    m_file->setPath(QDir(folder).filePath(QStringLiteral("latchkey-%1.csv").arg(date)));
    m_warning->setWordWrap(true);
    m_warning->setProperty("warn", true);
    m_export->setObjectName(QStringLiteral("exportStart"));
    m_export->setProperty("primary", true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_warning, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_export);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(24, 20, 24, 20);
    box->setSpacing(12);
    box->addWidget(title);
    box->addWidget(what);
    box->addWidget(new FieldRow(QStringLiteral("which"), tr("Keys"), m_which, false, this));
    box->addWidget(new FieldRow(QStringLiteral("columns"), tr("Columns"), m_columns, false, this));
    box->addWidget(new FieldRow(QStringLiteral("format"), tr("Format"), m_format, false, this));
    box->addWidget(new FieldRow(QStringLiteral("file"), tr("File"), m_file, false, this));
    box->addStretch(1);
    box->addLayout(buttons);
    setMinimumWidth(560);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    setSheetKeys(this, m_export, cancel);
    connect(m_export, &QPushButton::clicked, this, &QDialog::accept);
    // The format and the ending of the name follow each other.
    connect(m_file, &FileField::changed, this, [this] {
        if (const auto named = formatOf(QFileInfo(path())))
            m_format->setValue(static_cast<int>(*named));
        check();
    });
    connect(m_format, &Segmented::chosen, this, [this] {
        const QFileInfo old(path());
        if (!formatOf(old)) // another ending is the person's own
            return;
        const QString ending = format() == FileFormat::Csv ? QStringLiteral(".csv") : QStringLiteral(".json");
        m_file->setPath(old.dir().filePath(old.completeBaseName() + ending));
    });
    check();
}

bool ExportSheet::onlySelected() const {
    return m_which->value() == 1;
}
bool ExportSheet::allColumns() const {
    return m_columns->value() == 1;
}
FileFormat ExportSheet::format() const {
    return static_cast<FileFormat>(m_format->value());
}
QString ExportSheet::path() const {
    return m_file->path();
}

void ExportSheet::check() {
    const QFileInfo file(path());
    const bool folder = !path().isEmpty() && file.absoluteDir().exists() && !file.isDir();
    m_warning->setText(path().isEmpty() ? QString()
                       : !folder        ? tr("There is no such folder.")
                       : file.exists()  ? tr("The file is there already and will be replaced.")
                                        : QString());
    m_export->setEnabled(folder);
}

} // namespace latchkey::ui
