#pragma once

#include "core/services/key_import/import_job.h"

#include <QTimeZone>
#include <QWidget>

class QCheckBox;
class QLabel;
class QListWidget;
class QListWidgetItem;
class QProgressBar;
class QTableWidget;

namespace latchkey::ui {

class FileField;

/// Which column is which field, and what becomes of rows without a token.
class MappingPage : public QWidget {
    Q_OBJECT
public:
    explicit MappingPage(QWidget *parent = nullptr);
    void setColumns(const QStringList &columns, const QString &folder, const QString &date);
    [[nodiscard]] ImportMapping mapping() const;
    [[nodiscard]] QString tokenFile() const; ///< empty: no new tokens
    /// Why it can't go on; empty: it can.
    [[nodiscard]] QString problem() const;

signals:
    void changed();

private:
    QTableWidget *m_table;
    QCheckBox *m_newTokens;
    FileField *m_tokenFile;
};

/// What the dry run found, while it runs and after.
class DryRunPage : public QWidget {
    Q_OBJECT
public:
    /// The catalogue names permissions; times are in the zone.
    DryRunPage(Catalogue catalogue, const QTimeZone &zone, QWidget *parent = nullptr);
    /// `what`: what is looked at, "Checking the file…".
    void begin(const QString &what);
    void follow(const JobProgress &p);
    void add(const JobFailure &f, const Error &e);
    void show(const ImportReport &report);

private:
    QListWidgetItem *addRow(const QString &row, const QString &fate);
    void addRow(const ImportReport::NamedRow &row);
    void nameRows(const ImportReport &report);
    void warn(const ImportReport &report);
    [[nodiscard]] QStringList changesOf(const ImportReport::NamedRow &row, bool whole) const;
    Catalogue m_catalogue;
    QTimeZone m_zone;
    QLabel *m_counts, *m_warning, *m_note;
    QProgressBar *m_progress;
    QString m_what;
    QListWidget *m_rows; ///< what happens to which: those left out first
};

} // namespace latchkey::ui
