#include "ui/logs/import_sheet.h"

#include "ui/format/words.h"
#include "ui/logs/request_words.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {
int asInt(qint64 n) {
    return static_cast<int>(qMin<qint64>(n, std::numeric_limits<int>::max()));
}
} // namespace

ImportSheet::ImportSheet(VaultBackend &backend, const QString &file, QWidget *parent)
    : QDialog(parent)
    , m_import(backend, file)
    , m_title(new QLabel(tr("Importing %1…", "file").arg(QFileInfo(file).fileName()), this))
    , m_text(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_broken(new QTableWidget(0, 2, this))
    , m_close(new QPushButton(tr("Stop"), this)) {
    setObjectName(QStringLiteral("importSheet"));
    setWindowTitle(tr("Import log"));
    m_title->setProperty("heading", true);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setText(tr("Tokens in it are hashed to find their keys, and never stored."));
    m_progress->setRange(0, 1000);
    m_progress->setAccessibleName(tr("Progress of the import"));
    m_broken->setAccessibleName(tr("Lines that couldn't be read"));
    m_broken->setHorizontalHeaderLabels({tr("Line"), tr("Why it couldn't be read")});
    m_broken->horizontalHeader()->setStretchLastSection(true);
    m_broken->verticalHeader()->hide();
    m_broken->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_broken->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_broken->setTabKeyNavigation(false);
    m_broken->setMinimumHeight(160);
    m_broken->hide();
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(24, 20, 24, 20);
    box->setSpacing(12);
    box->addWidget(m_title);
    box->addWidget(m_progress);
    box->addWidget(m_text);
    box->addWidget(m_broken, 1);
    box->addStretch(0);
    box->addLayout(buttons);
    setMinimumWidth(480);
    connect(m_close, &QPushButton::clicked, this, &ImportSheet::reject);
    connect(&m_import, &LogImport::progressed, this, [this](int permille, qint64 rows) {
        m_progress->setValue(permille);
        m_text->setText(tr("%Ln requests added.", nullptr, asInt(rows)));
    });
    connect(&m_import, &LogImport::finished, this, &ImportSheet::finished);
    m_import.start();
}

/// The batch at hand comes to its end first; what is added stays.
void ImportSheet::reject() {
    if (m_import.isRunning()) {
        m_import.cancel();
        m_close->setEnabled(false);
    } else {
        QDialog::reject();
    }
}

void ImportSheet::finished(const LogImportReport &r) {
    m_progress->hide();
    m_close->setText(tr("Close"));
    m_close->setEnabled(true);
    m_close->setDefault(true);
    m_close->setFocus();
    m_title->setText(r.failure     ? tr("The log couldn't be imported")
                     : r.cancelled ? tr("Import stopped")
                     : r.rows == 0 ? tr("Nothing new in this log")
                                   : tr("%Ln requests imported", nullptr, asInt(r.rows)));
    QStringList lines;
    if (r.failure)
        lines.append(sentence(*r.failure));
    if ((r.cancelled || r.failure) && r.rows > 0)
        lines.append(tr("%Ln requests were added. Importing the file again goes on from there.", nullptr,
                        asInt(r.rows)));
    if (r.before > 0)
        lines.append(tr("%Ln requests of this file had been imported before.", nullptr, asInt(r.before)));
    if (r.rows > 0)
        lines.append(tr("%Ln of them came with a key of this vault.", nullptr, asInt(r.withKey)));
    if (r.endsEarly)
        lines.append(tr("The file ends early. It may be cut off."));
    if (r.broken > 0)
        lines.append(tr("%Ln lines couldn't be read.", nullptr, asInt(r.broken)));
    m_text->setText(lines.join(u'\n'));
    m_text->setVisible(!lines.isEmpty());
    for (const BrokenLine &b : r.firstBroken) {
        const int row = m_broken->rowCount();
        m_broken->insertRow(row);
        m_broken->setItem(row, 0, new QTableWidgetItem(QLocale().toString(b.number)));
        m_broken->setItem(row, 1, new QTableWidgetItem(problemText(b.problem)));
    }
    m_broken->setVisible(!r.firstBroken.isEmpty());
    if (!r.firstBroken.isEmpty()) {
        m_broken->setCurrentCell(0, 0);
        resize(width(), qMax(height(), 400));
    }
}

} // namespace latchkey::ui
