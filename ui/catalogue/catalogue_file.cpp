#include "ui/catalogue/catalogue_file.h"

#include "core/model/strict_json.h"
#include "core/storage/open_database.h"
#include "ui/catalogue/catalogue_words.h"
#include "ui/format/words.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {
tl::unexpected<Error> cannot(const QString &path, const QString &reason) {
    return latchkey::fail(ErrorCode::CannotOpen,
                          {{QStringLiteral("path"), path}, {QStringLiteral("reason"), reason}});
}
} // namespace

Result<Catalogue> readCatalogueFile(const QString &path) {
    if (QFileInfo(path).isDir())
        return latchkey::fail(ErrorCode::IsAFolder, {{QStringLiteral("path"), path}});
    QFile file(path);
    if (!QFileInfo(path).isFile()) // a pipe or a device may never end
        return cannot(path, QFileInfo::exists(path) ? ImportProblems::tr("It is not a file.")
                                                    : ImportProblems::tr("It is not there."));
    if (auto may = mayOpenFile(path); !may)
        return latchkey::fail(may.error());
    if (!file.open(QIODevice::ReadOnly))
        return cannot(path, file.errorString());
    return Catalogue::fromJson(file.read(JsonBounds().bytes + 1));
}

Outcome writeCatalogueFile(const QString &path, const Catalogue &catalogue) {
    if (auto may = mayOpenFile(path); !may)
        return may;
    QSaveFile file(path);
    const QByteArray json = catalogue.toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
        return cannot(path, file.errorString());
    return ok();
}

ImportProblems::ImportProblems(const QString &path, const Error &error, QWidget *parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("importProblems"));
    setWindowTitle(tr("Import catalogue"));
    auto *title = new QLabel(tr("“%1” was not imported").arg(QFileInfo(path).fileName()), this);
    title->setProperty("heading", true);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    auto *text = new QLabel(tr("Nothing was changed. Correct the file and import it again."), this);
    text->setWordWrap(true);
    QStringList lines;
    for (const FieldError &e : error.fields)
        lines.append(fileProblem(e));
    if (lines.isEmpty())
        lines.append(sentence(error));
    auto *list = new QPlainTextEdit(lines.join(u'\n'), this);
    list->setObjectName(QStringLiteral("importProblemList"));
    list->setReadOnly(true);
    list->setAccessibleName(tr("What is wrong"));
    list->setTabChangesFocus(true);
    auto *close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(close);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(24, 20, 24, 20);
    box->setSpacing(12);
    box->addWidget(title);
    box->addWidget(text);
    box->addWidget(list, 1);
    box->addLayout(row);
    resize(560, 320);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
}

} // namespace latchkey::ui
