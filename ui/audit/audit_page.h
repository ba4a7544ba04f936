#pragma once

#include "core/services/key_service.h"
#include "ui/audit/audit_model.h"
#include "ui/commands/page.h"
#include "ui/feedback/feedback.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace latchkey::ui {

class BannerArea;
class HeadWatch;

/// The whole audit log: who did what, when, before and after; filters, verification, export.
class AuditPage : public QWidget, public Page {
    Q_OBJECT
public:
    AuditPage(KeyService &service, HeadWatch &head, Feedback &feedback, QWidget *parent = nullptr);
    void setTimeZone(const QTimeZone &zone) { m_model.setTimeZone(zone); }
    void refresh() override;
    [[nodiscard]] QLineEdit *searchBox() override { return m_search; }
    bool escape() override;
    void verify();
    /// Writes the export to this file, whole or not at all.
    void exportTo(const QString &file);
    void askForFile(); ///< to export to
    [[nodiscard]] AuditModel &model() { return m_model; }
    [[nodiscard]] QTableView &table() { return *m_table; }

signals:
    void keyWanted(const latchkey::KeyId &id);

private:
    void ask();
    void showCurrent();
    void showAlarm();
    void buildTable();
    QWidget *buildDetail();
    void fillChoices();

    const Clock &m_clock;
    VaultBackend &m_backend;
    HeadWatch &m_head;
    Feedback &m_feedback;
    AuditModel m_model;
    QLineEdit *m_search, *m_who;
    QComboBox *m_what, *m_when;
    QPushButton *m_verify, *m_export, *m_showKey;
    BannerArea *m_banners;
    QTableView *m_table;
    QLabel *m_title, *m_facts, *m_changes, *m_nothing;
    QTimer m_typing, m_changed;
};

} // namespace latchkey::ui
