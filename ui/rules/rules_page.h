#pragma once

#include "core/services/rules_trial.h"
#include "ui/commands/page.h"

#include <QPointer>
#include <QWidget>

class QDialog;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace latchkey::ui {

class Feedback;
class InlineGuard;
class RulesModel;
class TrialView;

/// What requests need that gateways ask for: a draft of the vault's rules, tried against the requests that
/// came lately, then saved as one step that can be undone. The rules of a server's own file are shown only.
class RulesPage final : public QWidget, public Page {
    Q_OBJECT
public:
    /// `service.backend().rules()` must not be null.
    RulesPage(KeyService &service, Feedback &feedback, QWidget *parent = nullptr);
    void refresh() override;
    bool escape() override;
    bool mayGo(const std::function<void()> &leave) override;
    [[nodiscard]] QHash<QString, QAbstractButton *> buttons() const override;
    [[nodiscard]] QTableView &table() { return *m_table; }
    [[nodiscard]] TrialView &trial() { return *m_trial; }
    [[nodiscard]] const QList<GatewayRule> &draft() const { return m_draft; }
    [[nodiscard]] bool isDirty() const { return m_loaded && m_draft != m_book.inForce(); }
    void add();
    /// Opens the sheet of a new rule with these fields, behind the others, as soon as the rules are here; not
    /// once the page is left.
    void propose(const GatewayRule &rule);
    void edit();
    void remove();
    void move(int by);
    void discard();
    void tryNow();
    void save();

signals:
    void keyWanted(const latchkey::KeyId &id);

protected:
    void hideEvent(QHideEvent *e) override;

private:
    QWidget *makeHeader();
    QWidget *makeTools();
    void makeTable();
    QWidget *makeEmpty();
    void take(const Result<RuleBook> &book);
    void put(const QList<GatewayRule> &draft, int row);
    void updateState();
    void sheet(const GatewayRule &rule, bool added, int row);
    void saved(const GatewayRules &before, const RuleBook &after);
    /// An undo or redo: the change from one to the other, made on the rules as they are.
    void carryOver(const QList<GatewayRule> &from, const QList<GatewayRule> &to, bool undo);
    [[nodiscard]] int row() const;
    [[nodiscard]] QString whyFixed() const; ///< why the rules can't be changed here; empty: they can
    [[nodiscard]] bool mayChange() const { return whyFixed().isEmpty(); }

    KeyService &m_service;
    Feedback &m_feedback;
    RulesModel *m_model;
    QTableView *m_table;
    QStackedWidget *m_stack; ///< the table, or what is said while there is no rule
    TrialView *m_trial;
    InlineGuard *m_guard;
    QLabel *m_state = nullptr, *m_notice = nullptr, *m_covered = nullptr, *m_count = nullptr;
    QPushButton *m_add = nullptr, *m_edit = nullptr, *m_remove = nullptr, *m_discard = nullptr,
                *m_try = nullptr, *m_save = nullptr, *m_emptyAdd = nullptr;
    QToolButton *m_up = nullptr, *m_down = nullptr;
    QPointer<QDialog> m_sheet;
    RuleBook m_book; ///< as the vault has it
    QList<GatewayRule> m_draft;
    QString m_problem;                     ///< of the last save
    std::optional<GatewayRule> m_proposed; ///< waits for the rules
    qint64 m_written = 0;                  ///< the version of this window's last change
    std::function<void()> m_leave;
    int m_tries = 0, m_reads = 0; ///< the latest counts
    bool m_loaded = false, m_saving = false;
};

} // namespace latchkey::ui
