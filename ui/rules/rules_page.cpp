#include "ui/rules/rules_page.h"

#include "core/model/futures.h"
#include "ui/commands/carried_over.h"
#include "ui/commands/why_not.h"
#include "ui/dialogs/form/inline_guard.h"
#include "ui/feedback/feedback.h"
#include "ui/format/words.h"
#include "ui/rules/rule_sheet.h"
#include "ui/rules/rules_model.h"
#include "ui/rules/trial_view.h"
#include "ui/theme/theme.h"

#include <QHideEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace latchkey::ui {

RulesPage::RulesPage(KeyService &service, Feedback &feedback, QWidget *parent)
    : QWidget(parent)
    , m_service(service)
    , m_feedback(feedback)
    , m_model(new RulesModel(this))
    , m_table(new QTableView(this))
    , m_stack(new QStackedWidget(this))
    , m_trial(new TrialView(this))
    , m_guard(new InlineGuard({}, tr("Stay"), tr("Drop Changes"), this)) {
    setObjectName(QStringLiteral("rulesPage"));
    auto *header = makeHeader();
    auto *tools = makeTools();
    makeTable();
    m_stack->addWidget(m_table);
    m_stack->addWidget(makeEmpty());
    m_guard->hide();
    m_trial->hide();
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    box->addWidget(header);
    box->addWidget(m_guard);
    box->addWidget(tools);
    box->addWidget(m_stack, 3);
    box->addWidget(m_trial, 2);
    setFocusProxy(m_table);
    connect(m_guard, &InlineGuard::stayed, this, [this] { m_leave = {}; });
    connect(m_guard, &InlineGuard::left, this, [this] {
        m_guard->hide();
        if (const auto leave = std::exchange(m_leave, {}))
            leave();
    });
    connect(m_trial, &TrialView::keyWanted, this, &RulesPage::keyWanted);
    connect(m_trial, &TrialView::closed, this, [this] {
        ++m_tries;
        m_table->setFocus();
        m_trial->hide();
    });
    connect(service.backend().rules(), &RuleStore::changed, this, &RulesPage::refresh);
    connect(&service.backend(), &VaultBackend::recovered, this, [this] {
        if (!m_problem.isEmpty())
            refresh();
    });
    updateState();
    refresh();
}

void RulesPage::refresh() {
    m_service.backend().rules()->rules() | then(this, [this, turn = ++m_reads](const Result<RuleBook> &book) {
        if (book || turn == m_reads) // else a later answer is to come
            take(book);
    });
}

/// What is being edited stays, over the newer version: saving replaces it, discarding shows it.
void RulesPage::take(const Result<RuleBook> &book) {
    if (!book) {
        m_proposed.reset();
        m_problem = sentence(book.error());
        return updateState();
    }
    const bool dirty = isDirty(), other = m_loaded && book->kept.version != m_book.kept.version;
    m_book = *book;
    m_loaded = true;
    m_problem.clear();
    if (!dirty)
        put(m_book.inForce(), row());
    else if (other && !m_saving)
        m_problem =
            tr("%1 changed the rules while you were editing. Save replaces theirs, Discard shows them.")
                .arg(m_book.kept.changedBy);
    updateState();
    const auto rule = std::exchange(m_proposed, std::nullopt);
    if (!rule)
        return;
    if (const QString why = whyFixed(); why.isEmpty())
        sheet(*rule, true, static_cast<int>(m_draft.size()));
    else
        m_feedback.toast(why);
}

int RulesPage::row() const {
    return m_table->currentIndex().row();
}

QString RulesPage::whyFixed() const {
    if (!m_loaded)
        return tr("The rules haven't been read yet.");
    if (m_book.fixed)
        return tr("The rules of this server can be changed in its configuration file only.");
    return m_service.mayAdminister() ? QString() : tr("You may look at the rules, but not change them.");
}

QHash<QString, QAbstractButton *> RulesPage::buttons() const {
    return {{QStringLiteral("rules.edit"), m_edit},      {QStringLiteral("rules.remove"), m_remove},
            {QStringLiteral("rules.up"), m_up},          {QStringLiteral("rules.down"), m_down},
            {QStringLiteral("rules.try"), m_try},        {QStringLiteral("rules.save"), m_save},
            {QStringLiteral("rules.discard"), m_discard}};
}

void RulesPage::put(const QList<GatewayRule> &draft, int row) {
    m_draft = draft;
    m_model->set(m_draft);
    const int last = static_cast<int>(m_draft.size()) - 1;
    if (last >= 0)
        m_table->setCurrentIndex(m_model->index(qBound(0, row, last), RulesModel::Path));
    ++m_tries; // what was tried were other rules
    m_trial->hide();
    updateState();
}

void RulesPage::updateState() {
    const bool dirty = isDirty(), may = mayChange();
    const QString fixed = whyFixed();
    const qsizetype at = row(), n = m_draft.size();
    m_count->setText(QLocale().toString(n));
    m_notice->setText(
        m_book.fixed ? tr("These rules stand in the configuration file of this server, and hold "
                          "in place of those of the vault. They can be changed there only.")
                     : tr("What a key needs when a gateway asks for a request. The first rule "
                          "that fits decides; where none fits, nobody passes. A latchkeyd with rules in its "
                          "own configuration file goes by those, which are not shown here."));
    m_covered->setText(m_model->coveredSentence());
    m_covered->setVisible(!m_covered->text().isEmpty());
    m_state->setProperty("bad", !m_problem.isEmpty());
    m_state->setText(!m_problem.isEmpty() ? m_problem
                     : !m_loaded          ? QString()
                     : m_book.fixed       ? QString()
                     : !may               ? tr("You may look at the rules, but not change them.")
                     : dirty              ? tr("Not saved yet.")
                     : m_book.kept.changedBy.isEmpty()
                         ? tr("No rules yet.")
                         : tr("In force. Last changed by %1.").arg(m_book.kept.changedBy));
    m_stack->setCurrentIndex(m_loaded && n == 0 ? 1 : 0);
    m_emptyAdd->setVisible(may);
    const QString none = !may ? fixed : at < 0 ? tr("Select a rule first") : QString();
    const QString same = dirty ? QString() : tr("Change a rule first");
    setWhyNot(*m_add, may && n >= MostRules ? tr("There is no room for another rule") : fixed, {});
    setWhyNot(*m_edit, none, {});
    setWhyNot(*m_remove, none, {});
    setWhyNot(*m_up, none.isEmpty() && at == 0 ? tr("It is the first rule") : none, tr("Move up (Alt+Up)"));
    setWhyNot(*m_down, none.isEmpty() && at + 1 == n ? tr("It is the last rule") : none,
              tr("Move down (Alt+Down)"));
    setWhyNot(*m_discard, same, {});
    setWhyNot(*m_save, !may ? fixed : m_saving ? tr("The rules are being saved") : same, {});
    setWhyNot(*m_try, m_service.backend().requests() ? same : tr("This vault keeps no requests"),
              tr("Shows which of the last 1,000 requests would get another answer"));
    if (!dirty && m_guard->isVisible())
        m_guard->dismiss();
}

void RulesPage::sheet(const GatewayRule &rule, bool added, int row) {
    if ((m_sheet && m_sheet->isVisible()) || !mayChange())
        return;
    auto *sheet = new RuleSheet(rule, added, m_service.backend().catalogue(), window());
    m_sheet = sheet;
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->setWindowModality(Qt::WindowModal);
    connect(sheet, &QDialog::accepted, this, [this, sheet, added, row] {
        QList<GatewayRule> draft = m_draft;
        const int at = qBound(0, row, static_cast<int>(draft.size()));
        if (added)
            draft.insert(at, sheet->rule());
        else if (at < draft.size())
            draft[at] = sheet->rule();
        put(draft, at);
        m_table->setFocus();
    });
    sheet->open();
}

void RulesPage::add() {
    sheet({}, true, row() + 1);
}

void RulesPage::propose(const GatewayRule &rule) {
    m_proposed = rule;
    refresh(); // what was read last may be nothing, or old
}

/// Who has gone elsewhere does not want it any more.
void RulesPage::hideEvent(QHideEvent *e) {
    QWidget::hideEvent(e);
    if (!e->spontaneous())
        m_proposed.reset();
}

void RulesPage::edit() {
    if (row() >= 0)
        sheet(m_draft[row()], false, row());
}

void RulesPage::remove() {
    if (row() < 0 || !mayChange())
        return;
    QList<GatewayRule> draft = m_draft;
    draft.removeAt(row());
    put(draft, row());
}

void RulesPage::move(int by) {
    const int to = row() + by;
    if (row() < 0 || to < 0 || to >= m_draft.size() || !mayChange())
        return;
    QList<GatewayRule> draft = m_draft;
    draft.move(row(), to);
    put(draft, to);
}

void RulesPage::discard() {
    m_problem.clear();
    put(m_book.inForce(), row());
}

void RulesPage::tryNow() {
    if (!m_try->isEnabled())
        return;
    m_trial->showRunning();
    m_trial->QWidget::show();
    tryRules(m_service, m_book, m_draft) |
        then(this, [this, turn = ++m_tries](const Result<RulesTrial> &trial) {
            if (turn != m_tries)
                return; // other rules meanwhile
            if (trial)
                m_trial->show(*trial);
            else
                m_trial->showProblem(trial.error());
        });
}

void RulesPage::save() {
    if (!m_save->isEnabled())
        return;
    m_saving = true;
    m_problem.clear();
    updateState();
    const GatewayRules before = m_book.kept;
    m_service.changeRules(m_draft, m_book.kept.version) |
        then(this, [this, before](const Result<RuleBook> &after) {
            m_saving = false;
            if (after)
                return saved(before, *after);
            const Error &e = after.error();
            if (e.code == ErrorCode::Conflict)
                return refresh();
            m_problem = sentence(e);
            if (!e.fields.isEmpty()) { // a server that is stricter than this window
                const FieldError &first = e.fields.first();
                const int bad = first.field.section(u'[', 1).section(u']', 0, 0).toInt();
                m_problem = tr("Rule %1: %2").arg(QLocale().toString(bad + 1), ruleSentence(first));
                m_table->setCurrentIndex(m_model->index(bad, RulesModel::Path));
            }
            updateState();
        });
}

void RulesPage::saved(const GatewayRules &before, const RuleBook &after) {
    m_book = after;
    m_written = after.kept.version;
    put(m_book.inForce(), row());
    m_feedback.toast(
        tr("Rules saved. Every gateway that answers has them within seconds."),
        [this, from = before.rules, to = after.kept.rules] { carryOver(to, from, true); },
        [this, from = before.rules, to = after.kept.rules] { carryOver(from, to, false); });
}

void RulesPage::carryOver(const QList<GatewayRule> &from, const QList<GatewayRule> &to, bool undo) {
    const auto onTop = [this, from, to, undo, step = m_feedback.stepEnd()](const Result<RuleBook> &book) {
        if (!book)
            return m_feedback.refused(step, book.error(), false);
        const GatewayRules &now = book->kept;
        const auto rules = carriedOver(from, to, now.rules);
        if (!rules)
            return m_feedback.refused(
                step,
                Error(ErrorCode::Conflict,
                      {{QStringLiteral("rules"), true}, {QStringLiteral("changedBy"), now.changedBy}}),
                now.version == m_written);
        m_service.changeRules(*rules, now.version,
                              undo ? QStringLiteral("rules.undo") : QStringLiteral("rules.edit")) |
            then(this, [this, undo, step](const Result<RuleBook> &after) {
                if (after) {
                    m_written = after->kept.version;
                    m_feedback.toast(undo ? tr("Undone: the change of the rules.")
                                          : tr("Redone: the change of the rules."));
                } else {
                    m_feedback.refused(step, after.error(), false);
                }
                refresh();
            });
    };
    m_service.backend().rules()->rules() | then(this, onTop);
}

bool RulesPage::escape() {
    if (m_guard->isVisible()) {
        m_guard->dismiss();
        return true;
    }
    if (!m_trial->isVisible())
        return false;
    emit m_trial->closed();
    return true;
}

bool RulesPage::mayGo(const std::function<void()> &leave) {
    if (!isDirty())
        return true;
    m_leave = [this, leave] {
        discard();
        leave();
    };
    m_guard->setText(tr("The rules aren't saved. If you leave now, your changes are lost."));
    m_guard->ask();
    return false;
}

} // namespace latchkey::ui
