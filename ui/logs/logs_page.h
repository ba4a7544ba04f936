#pragma once

#include "core/services/key_service.h"
#include "ui/commands/page.h"
#include "ui/logs/log_jobs.h"
#include "ui/logs/request_model.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTimer;
class QToolButton;

namespace latchkey::ui {

class ChartView;
class Feedback;
class FlowLayout;
class LogTable;

/// Requests: chart, filters, table, import and retention.
class LogsPage : public QWidget, public Page {
    Q_OBJECT
public:
    LogsPage(KeyService &service, JobRunner &jobs, Feedback &feedback, QWidget *parent = nullptr);
    void refresh() override;
    [[nodiscard]] QLineEdit *searchBox() override;
    bool escape() override;
    void setTimeZone(const QTimeZone &zone);
    /// Only the requests of this key.
    void showKey(const KeyId &id, const QString &name);
    void importLog(); ///< asks for the file
    void setRetention();
    [[nodiscard]] LogTable &table() { return *m_table; }
    [[nodiscard]] LogJobs &jobs() { return m_jobs; }
    [[nodiscard]] RequestModel &model() { return m_model; }
    [[nodiscard]] ChartView &chart() { return *m_chart; }

signals:
    void keyRequested(const latchkey::KeyId &id);
    /// "Why was this rejected?"
    void whyRequested(const latchkey::RequestRecord &request);

protected:
    void resizeEvent(QResizeEvent *e) override;

private:
    QLayout *buildHeader();
    void fitHeader();
    void buildFilters(QWidget *bar);
    void apply();
    void showProblems(const QList<FilterProblem> &problems);
    void ask(const RequestFilter &filter);
    void follow();
    void askChart();
    void noteOldChart();
    void askCount();
    QWidget *makeUnread();
    void watchVault();
    void noteLoaded();
    /// There is nothing to show: says why, and offers to try again.
    void showUnread(const QString &why);
    /// What was asked for did not come: what is known of it stands there, and says so.
    void showFailed(const Error &error);
    void showState();

    KeyService &m_service;
    Feedback &m_feedback;
    RequestModel m_model;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    BannerArea *m_banners;
    LogJobs m_jobs;
    QLineEdit *m_search;
    QComboBox *m_outcome, *m_environment, *m_time;
    QPushButton *m_key; ///< the chip of the key that is chosen
    QPushButton *m_why, *m_keep, *m_import;
    QToolButton *m_more; ///< in place of m_keep and m_import where the page is narrow
    QLabel *m_title;
    QWidget *m_misread;         ///< what of the search is not understood
    FlowLayout *m_misreadNotes; ///< its parts
    QLabel *m_problem, *m_count;
    QLabel *m_unread = nullptr; ///< why nothing could be read
    ChartView *m_chart;
    LogTable *m_table;
    QStackedWidget *m_stack;
    QTimer *m_typing;
    KeyId m_onlyKey;
    bool m_imports = true; ///< logs can be imported
    RequestFilter m_filter;
    qint64 m_all = -1; ///< requests without a filter; -1: not known yet
    int m_asked = 0;
    bool m_isUnread = false; ///< what was asked last did not come
    bool m_naming = false;   ///< the keys of a name are looked up
    bool m_behind = false;   ///< there are newer requests than those that are being read
};

} // namespace latchkey::ui
