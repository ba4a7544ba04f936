#include "ui/shell/why_actions.h"

#include "core/model/futures.h"
#include "core/policy/rules.h"
#include "core/services/diagnosis/route_scope.h"
#include "ui/dialogs/form/limits_field.h"
#include "ui/feedback/feedback.h"
#include "ui/format/words.h"
#include "ui/keys/keys_page.h"
#include "ui/rules/rules_page.h"
#include "ui/settings/settings.h"
#include "ui/shell/bring_forward.h"
#include "ui/shell/key_actions.h"
#include "ui/shell/key_forms.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_stack.h"
#include "ui/sidebar/sidebar.h"
#include "ui/why/whose_key_window.h"
#include "ui/why/why_window.h"

#include <utility>

namespace latchkey::ui {

using diagnosis::Facts;
using diagnosis::Fix;

namespace {
QTimeZone zoneOf(const Settings &s) {
    return s.get(setting::TimeZone) == 1 ? QTimeZone::utc() : QTimeZone::systemTimeZone();
}

} // namespace

WhyActions::WhyActions(const Parts &parts, MainWindow &window)
    : QObject(&window)
    , m_parts(parts)
    , m_window(window)
    , m_lookup(parts.service.backend()) {
    connect(&parts.forms, &KeyForms::editClosed, this, [this] {
        if (std::exchange(m_editing, false) && m_why)
            bringForward(m_why);
    });
}

WhyWindow *WhyActions::window() const {
    return m_why;
}

WhyWindow &WhyActions::shown() {
    if (!m_why) {
        m_why = new WhyWindow(m_parts.service, m_parts.clipboard, zoneOf(m_parts.settings), &m_window);
        m_why->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_why, &WhyWindow::fixWanted, this, &WhyActions::fix);
        connect(m_why, &WhyWindow::reportCopied, this,
                [this] { m_parts.feedback.toast(tr("Report copied. There is no secret in it."), {}, {}); });
    }
    bringForward(m_why);
    return *m_why;
}

void WhyActions::open() {
    const bool there = m_window.page().isVisible();
    const KeyId id = there ? m_window.page().table().currentKey() : KeyId();
    WhyWindow &w = shown();
    if (!id.isNull())
        w.chooseKey(id);
}

void WhyActions::open(const Facts &facts) {
    WhyWindow &w = shown();
    w.clear();
    w.setFacts(facts);
}

void WhyActions::whose() {
    if (!m_whose) {
        m_whose = new WhoseKeyWindow(m_parts.service, zoneOf(m_parts.settings), &m_window);
        m_whose->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_whose, &WhoseKeyWindow::found, this, &WhyActions::showKey);
        connect(m_whose, &WhoseKeyWindow::whyWanted, this, qOverload<const Facts &>(&WhyActions::open));
    }
    bringForward(m_whose);
}

/// Deleted keys stand in a list of their own.
void WhyActions::showKey(const KeyId &id) {
    m_parts.service.backend().rows({id}) | then(this, [this, id](const Result<QList<ApiKey>> &rows) {
        if (!rows || rows->isEmpty())
            return;
        if (rows->first().state != KeyState::Deleted)
            return m_window.jumpTo(id);
        m_window.page().search().clearAll();
        m_window.sidebar().go(std::nullopt, SmartFilter::RecentlyDeleted);
        auto *once = new QObject(this);
        connect(&m_window.page().model(), &KeyTableModel::replaced, once, [this, id, once] {
            if (m_window.page().model().rowOf(id) < 0)
                return;
            m_window.page().table().select(id);
            once->deleteLater();
        });
        m_window.page().model().refresh();
    });
}

void WhyActions::edit(const ApiKey &key, const QString &field, const ScopeSet &add) {
    m_editing = true;
    m_parts.forms.editAt(key, field, add);
}

/// What the request needed and the key has not: marked in the form, saved only by a person.
ScopeSet WhyActions::missing(const ApiKey &key, const Facts &facts) const {
    const Catalogue catalogue = m_parts.service.backend().catalogue();
    const auto scope =
        facts.scope ? facts.scope : diagnosis::scopeOfRoute(facts.method, facts.path, catalogue);
    return scope && catalogue.find(*scope) && !key.config.scopes.contains(*scope) ? ScopeSet({*scope})
                                                                                  : ScopeSet();
}

/// Of the limit that was reached, where that is known.
QString WhyActions::limitField() const {
    QVariant period;
    if (m_why)
        period = m_why->diagnosis()
                     .checks.value(static_cast<qsizetype>(Check::RateLimit))
                     .result.params.value(QStringLiteral("period"));
    return period.isValid() ? LimitsField::nameOf(static_cast<RatePeriod>(period.toInt()))
                            : QStringLiteral("limits");
}

void WhyActions::fix(Fix wanted, const std::optional<ApiKey> &key, const Facts &facts) {
    if (wanted == Fix::CreateKey)
        return m_parts.forms.create(key ? std::optional(key->config.environment) : facts.environment);
    if (wanted == Fix::AddRule)
        return addRule(facts);
    if (!key)
        return;
    switch (wanted) {
    case Fix::Activate:
        return m_parts.actions.bulk().setActive(KeySelection({key->id}), true);
    case Fix::Restore:
        return m_parts.actions.bulk().restore(KeySelection({key->id}));
    case Fix::Duplicate:
        return m_parts.forms.duplicate(*key);
    case Fix::Rotate:
        return m_parts.forms.rotate(*key, false);
    case Fix::ExtendExpiry:
        return edit(*key, QStringLiteral("expires"));
    case Fix::ReviewIps:
        return edit(*key, QStringLiteral("allowedIps"));
    case Fix::ReviewCustomers:
        return edit(*key, QStringLiteral("customers"));
    case Fix::ReviewPermission:
        return edit(*key, QStringLiteral("scopes"), missing(*key, facts));
    case Fix::ReviewLimit:
        return edit(*key, limitField());
    case Fix::ShowEnvironment:
        return showOther(*key, facts.environment.value_or(key->config.environment));
    case Fix::ShowType:
        return showType(*key);
    default:
        return;
    }
}

/// Shown with its page around it, since its place among the others counts, and saved by a person only.
void WhyActions::addRule(const Facts &facts) {
    auto *page = qobject_cast<RulesPage *>(m_window.pages().widgetOf(QStringLiteral("rules")));
    if (!page)
        return m_parts.feedback.toast(tr("This vault has no gateway rules: ask who runs the gateway."), {},
                                      {});
    if (m_why) // it stands before what is shown
        m_why->close();
    m_window.showPage(QStringLiteral("rules"));
    bringForward(&m_window);
    GatewayRule rule;
    if (!facts.method.isEmpty())
        rule.methods = {facts.method};
    rule.path = policy::patternOf(facts.path.toStdString()).value_or(facts.path); // as rules write it
    if (facts.scope)
        rule.scope = facts.scope->toString();
    page->propose(rule);
}

/// The key of the same name there; else all keys of that environment.
void WhyActions::showOther(const ApiKey &key, Environment environment) {
    m_lookup.sameNameIn(key, environment) |
        then(this, [this, environment, name = key.config.name](const Result<std::optional<ApiKey>> &other) {
            if (m_why) // it stands before what is shown
                m_why->close();
            if (other && *other) {
                m_window.jumpTo((*other)->id);
                return m_parts.feedback.toast(
                    tr("That is “%1” in %2.", "name, environment").arg(name, word(environment)), {}, {});
            }
            m_window.page().search().clearAll();
            m_window.sidebar().go(environment, SmartFilter::None);
            m_parts.feedback.toast(tr("No key in %2 is called “%1”. These are its keys.", "name, environment")
                                       .arg(name, word(environment)),
                                   {}, {});
        });
}

void WhyActions::showType(const ApiKey &key) {
    if (m_why)
        m_why->close();
    const bool billing = key.config.type == KeyType::Billing;
    m_window.sidebar().go(key.config.environment, SmartFilter::None);
    m_window.page().search().setText(billing ? QStringLiteral("type:general")
                                             : QStringLiteral("type:billing"));
    bringForward(&m_window);
}

} // namespace latchkey::ui
