#include "ui/transfer/import_pages.h"

#include "ui/dialogs/edit/config_fields.h"
#include "ui/format/file_words.h"
#include "ui/format/words.h"
#include "ui/theme/theme.h"
#include "ui/transfer/file_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QProgressBar>
#include <QTableWidget>
#include <QVBoxLayout>
#include <limits>

namespace latchkey::ui {

namespace {

/// "Line 3 · CRM sync", or as much of it as is known.
QString lineAndName(qint64 line, const QString &name) {
    QStringList parts;
    if (line > 0)
        parts.append(DryRunPage::tr("Line %1").arg(QLocale().toString(line)));
    if (!name.isEmpty())
        parts.append(name);
    return parts.join(QStringLiteral(" · "));
}

QString fateText(ImportReport::Fate fate) {
    switch (fate) {
    case ImportReport::Fate::New:
        return DryRunPage::tr("new", "a row of an import");
    case ImportReport::Fate::Changed:
        return DryRunPage::tr("changed", "a row of an import");
    case ImportReport::Fate::Unchanged:
        return DryRunPage::tr("unchanged, skipped", "a row of an import");
    }
    return {};
}

/// What of a value stands in a row; the tool tip has the whole of it.
QString startOf(const QString &text) {
    constexpr int Most = 60;
    const QString line = text.simplified();
    return line.size() > Most ? line.left(Most) + QChar(0x2026) : line;
}

/// What of the row a person should look at before importing it.
QStringList warningsOf(const ImportReport::NamedRow &row) {
    QStringList lines;
    if (!row.emptied.isEmpty()) {
        QStringList fields;
        for (const KeyField f : row.emptied)
            fields.append(fieldTitle(f));
        lines.append(DryRunPage::tr("An empty cell removes: %1", "names of fields")
                         .arg(fields.join(QStringLiteral(", "))));
    }
    if (!row.unknown.isEmpty())
        lines.append(DryRunPage::tr("Not in the catalogue: %1", "permissions")
                         .arg(row.unknown.toString().replace(u' ', QStringLiteral(", "))));
    return lines;
}

/// Lines under the first one, further in.
QString withLines(const QString &first, const QStringList &more) {
    const QString next = QStringLiteral("\n    ");
    return more.isEmpty() ? first : first + next + more.join(next);
}

int atMostAnInt(qint64 n) {
    return static_cast<int>(qMin<qint64>(n, std::numeric_limits<int>::max()));
}

} // namespace

MappingPage::MappingPage(QWidget *parent)
    : QWidget(parent)
    , m_table(new QTableWidget(0, 2, this))
    , m_newTokens(new QCheckBox(tr("Make &new keys for rows without one, and save them in this file:"), this))
    , m_tokenFile(new FileField(FileField::For::Saving, tr("CSV (*.csv);;All files (*)"), this)) {
    m_table->setObjectName(QStringLiteral("mappingTable"));
    m_table->setAccessibleName(tr("Columns of the file"));
    m_table->setHorizontalHeaderLabels({tr("Column in the file"), tr("Field of the key")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(36);
    m_table->setShowGrid(false);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_newTokens->setObjectName(QStringLiteral("importNewTokens"));
    m_tokenFile->setEnabled(false);
    m_tokenFile->edit().setAccessibleName(tr("File for the new keys"));
    auto *ask =
        new QLabel(tr("Which column is which? Keys in the file are hashed and wiped, never stored."), this);
    ask->setWordWrap(true);
    auto *hint =
        new QLabel(tr("Without this, rows that name no key of this vault and bring no key are left out. "
                      "Only you can read the file; keep it safe."),
                   this);
    hint->setWordWrap(true);
    hint->setProperty("secondary", true);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(8);
    box->addWidget(ask);
    box->addWidget(m_table, 1);
    box->addWidget(m_newTokens);
    box->addWidget(m_tokenFile);
    box->addWidget(hint);
    connect(m_newTokens, &QCheckBox::toggled, this, [this](bool on) {
        m_tokenFile->setEnabled(on);
        emit changed();
    });
    connect(m_tokenFile, &FileField::changed, this, &MappingPage::changed);
}

void MappingPage::setColumns(const QStringList &columns, const QString &folder, const QString &date) {
    const ImportMapping guess = guessMapping(columns);
    m_table->setRowCount(static_cast<int>(columns.size()));
    for (int row = 0; row < columns.size(); ++row) {
        m_table->setItem(row, 0, new QTableWidgetItem(columns[row]));
        m_table->item(row, 0)->setToolTip(columns[row]);
        auto *choice = new QComboBox(m_table);
        choice->setAccessibleName(tr("Field for %1").arg(columns[row]));
        choice->addItem(tr("Leave out"), -1);
        for (const KeyField f : importableFields())
            choice->addItem(fieldTitle(f), static_cast<int>(f));
        const auto guessed = guess.constFind(columns[row]);
        choice->setCurrentIndex(guessed == guess.constEnd() ? 0
                                                            : choice->findData(static_cast<int>(*guessed)));
        connect(choice, &QComboBox::currentIndexChanged, this, &MappingPage::changed);
        m_table->setCellWidget(row, 1, choice);
    }
    m_tokenFile->setPath(QDir(folder).filePath(QStringLiteral("latchkey-new-keys-%1.csv").arg(date)));
}

ImportMapping MappingPage::mapping() const {
    ImportMapping mapping;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const auto *choice = qobject_cast<QComboBox *>(m_table->cellWidget(row, 1));
        const int field = choice->currentData().toInt();
        if (field >= 0)
            mapping.insert(m_table->item(row, 0)->text(), static_cast<KeyField>(field));
    }
    return mapping;
}

QString MappingPage::tokenFile() const {
    return m_newTokens->isChecked() ? m_tokenFile->path() : QString();
}

QString MappingPage::problem() const {
    const ImportMapping m = mapping();
    QList<KeyField> fields = m.values();
    std::sort(fields.begin(), fields.end());
    if (const auto twice = std::adjacent_find(fields.begin(), fields.end()); twice != fields.end())
        return tr("“%1” is chosen twice.").arg(fieldTitle(*twice));
    if (!fields.contains(KeyField::Id) && !fields.contains(KeyField::Token) &&
        !fields.contains(KeyField::Name))
        return tr("Choose which column is the name, the key ID or the key.");
    const QString file = tokenFile();
    if (m_newTokens->isChecked() && (file.isEmpty() || !QFileInfo(file).absoluteDir().exists()))
        return tr("There is no such folder for the new keys.");
    if (m_newTokens->isChecked() && QFileInfo::exists(file))
        return tr("The file for the new keys is there already. Choose another name.");
    return {};
}

DryRunPage::DryRunPage(Catalogue catalogue, const QTimeZone &zone, QWidget *parent)
    : QWidget(parent)
    , m_catalogue(std::move(catalogue))
    , m_zone(zone)
    , m_counts(new QLabel(this))
    , m_warning(new QLabel(this))
    , m_note(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_rows(new QListWidget(this)) {
    m_counts->setObjectName(QStringLiteral("importCounts"));
    m_counts->setProperty("section", true);
    m_warning->setObjectName(QStringLiteral("importWarning"));
    m_warning->setProperty("warn", true);
    m_warning->setTextFormat(Qt::PlainText);
    m_note->setProperty("secondary", true);
    for (QLabel *l : {m_counts, m_warning, m_note})
        l->setWordWrap(true);
    m_progress->setTextVisible(false);
    m_rows->setObjectName(QStringLiteral("importRows"));
    m_rows->setAccessibleName(tr("What happens to which row"));
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(8);
    box->addWidget(m_counts);
    box->addWidget(m_progress);
    box->addWidget(m_warning);
    box->addWidget(m_note);
    box->addWidget(m_rows, 1);
}

void DryRunPage::begin(const QString &what) {
    m_what = what;
    m_rows->clear();
    m_rows->hide();
    m_note->clear();
    m_warning->hide();
    m_progress->setRange(0, 0);
    m_progress->show();
    m_counts->setText(what);
}

void DryRunPage::follow(const JobProgress &p) {
    const QLocale l;
    if (p.total > 0) {
        m_progress->setRange(0, 1000);
        m_progress->setValue(static_cast<int>(p.seen * 1000 / p.total));
    }
    m_counts->setText(tr("%1 %2 rows so far", "checking, how many").arg(m_what, l.toString(p.seen)));
}

void DryRunPage::add(const JobFailure &f, const Error &e) {
    if (m_rows->count() >= JobRecord::MostFailures)
        return;
    addRow(lineAndName(f.line, f.name), sentence(e));
}

QListWidgetItem *DryRunPage::addRow(const QString &row, const QString &fate) {
    auto *item = new QListWidgetItem(row + QStringLiteral(": ") + fate, m_rows);
    item->setToolTip(item->text());
    return item;
}

void DryRunPage::addRow(const ImportReport::NamedRow &row) {
    QListWidgetItem *item = addRow(lineAndName(row.line, row.name), fateText(row.fate));
    const QString first = item->text();
    const QStringList warnings = warningsOf(row);
    item->setText(withLines(first, warnings + changesOf(row, false)));
    const QString whole = withLines(first, warnings + changesOf(row, true));
    item->setData(Qt::AccessibleTextRole, whole);
    item->setToolTip(QStringLiteral("<p style='white-space: pre-wrap'>%1</p>").arg(whole.toHtmlEscaped()));
    if (row.warns())
        item->setIcon(themedIcon(QStringLiteral("warning"), ColorRole::ExpiringText));
}

/// "Owner: none → Ben", a line for each field that changes.
QStringList DryRunPage::changesOf(const ImportReport::NamedRow &row, bool whole) const {
    QStringList lines;
    if (row.fate != ImportReport::Fate::Changed)
        return lines;
    const auto shown = [whole](const QString &text) { return whole ? text : startOf(text); };
    for (const ConfigField f : changedFields(row.before, row.after)) {
        if (f == ConfigField::Scopes) {
            const QString diff = diffText(scopeDiff(row.before.scopes, row.after.scopes, m_catalogue));
            lines.append(tr("%1: %2", "field, what becomes of it").arg(fieldName(f), shown(diff)));
            continue;
        }
        const auto value = [&](const KeyConfig &c) {
            return shown(fieldText(c, f, m_catalogue, m_zone, FieldLength::Whole));
        };
        lines.append(
            tr("%1: %2 → %3", "field, from, to").arg(fieldName(f), value(row.before), value(row.after)));
    }
    return lines;
}

void DryRunPage::show(const ImportReport &report) {
    const QLocale l;
    m_progress->hide();
    if (report.error) {
        m_counts->setText(sentence(*report.error));
        return;
    }
    m_counts->setText(tr("%1 new · %2 changed · %3 unchanged, skipped · %4 invalid")
                          .arg(l.toString(report.created), l.toString(report.changed),
                               l.toString(report.unchanged), l.toString(report.invalid)));
    QStringList notes;
    if (report.invalid > 0)
        notes.append(tr("Invalid rows are left out; they come first:"));
    if (report.otherState > 0)
        notes.prepend(
            tr("%Ln rows have another status than the key in this vault; an import changes no status.",
               nullptr, static_cast<int>(report.otherState)));
    m_note->setText(notes.join(u' '));
    m_note->setVisible(!notes.isEmpty());
    warn(report);
    nameRows(report);
    m_rows->setVisible(m_rows->count() > 0);
}

void DryRunPage::warn(const ImportReport &report) {
    constexpr qsizetype MostScopes = 20;
    QStringList lines;
    if (report.emptying > 0)
        lines.append(tr("In %Ln rows an empty cell removes something that the key has. They are marked.",
                        nullptr, atMostAnInt(report.emptying)));
    if (report.granting > 0) {
        QStringList scopes;
        for (const Scope &s : report.unknownScopes.list().mid(0, MostScopes))
            scopes.append(s.toString());
        if (report.unknownScopes.size() > MostScopes)
            scopes.append(QString(QChar(0x2026)));
        lines.append(
            tr("%Ln rows give permissions that this vault's catalogue doesn't know: %1. They are kept, "
               "and shown by their id.",
               nullptr, atMostAnInt(report.granting))
                .arg(scopes.join(QStringLiteral(", "))));
    }
    m_warning->setText(lines.join(u'\n'));
    m_warning->setVisible(!lines.isEmpty());
}

/// The rows that will be left out stand there already; next come those to look at. Of a long file the first
/// of each kind are named.
void DryRunPage::nameRows(const ImportReport &report) {
    using Fate = ImportReport::Fate;
    if (const int n = atMostAnInt(report.invalid - m_rows->count()); n > 0)
        m_rows->addItem(tr("… and %Ln more invalid rows", nullptr, n));
    for (const ImportReport::NamedRow &row : report.named) {
        if (row.warns())
            addRow(row);
    }
    for (const Fate fate : {Fate::New, Fate::Changed, Fate::Unchanged}) {
        for (const ImportReport::NamedRow &row : report.named) {
            if (row.fate == fate && !row.warns())
                addRow(row);
        }
        const qint64 all = fate == Fate::New       ? report.created
                           : fate == Fate::Changed ? report.changed
                                                   : report.unchanged;
        if (const int n = atMostAnInt(all - report.namedOf[static_cast<std::size_t>(fate)]); n > 0)
            m_rows->addItem(tr("… and %Ln more: %1", "rows, what becomes of them", n).arg(fateText(fate)));
    }
}

} // namespace latchkey::ui
