#include "ui/detail/detail_pane.h"

#include "ui/detail/customer_links.h"

#include "core/model/futures.h"
#include "ui/commands/command_registry.h"
#include "ui/detail/exposure_card.h"
#include "ui/detail/receipt_card.h"
#include "ui/detail/status_pill.h"
#include "ui/format/service_words.h"
#include "ui/format/words.h"
#include "ui/logs/key_activity.h"
#include "ui/logs/key_usage.h"
#include "ui/permissions/permission_tree.h"
#include "ui/theme/flow_layout.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace latchkey::ui {

namespace {

QScrollArea *scrolling(QVBoxLayout **box, const QString &name) {
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(name);
    auto *inside = new QWidget;
    *box = new QVBoxLayout(inside);
    (*box)->setContentsMargins(16, 12, 16, 16);
    (*box)->setSpacing(10);
    area->setWidget(inside);
    return area;
}

void empty(QLayout *box) {
    while (QLayoutItem *item = box->takeAt(0)) {
        if (QWidget *w = item->widget()) {
            w->hide();
            w->deleteLater();
        }
        if (QLayout *l = item->layout())
            empty(l);
        delete item;
    }
}

QToolButton *commandTool(CommandRegistry &commands, const char *id, QWidget *parent) {
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setDefaultAction(commands.action(QLatin1StringView(id)));
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(button->text().remove(u'&').remove(QChar(0x2026)));
    return button;
}

} // namespace

DetailPane::DetailPane(KeyService &service, CommandRegistry &commands, QWidget *parent)
    : QFrame(parent)
    , m_service(service)
    , m_commands(commands)
    , m_stack(new QStackedWidget(this))
    , m_several(new QLabel(m_stack))
    , m_tabs(new QTabWidget) {
    setObjectName(QStringLiteral("detail"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_several->setAlignment(Qt::AlignCenter);
    m_several->setWordWrap(true);
    m_several->setProperty("secondary", true);
    m_several->setMargin(24);
    auto *page = new QWidget(m_stack);
    auto *box = new QVBoxLayout(page);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    box->addWidget(makeHeader(commands));
    box->addWidget(m_tabs, 1);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setAccessibleName(tr("Details"));
    m_tabs->setUsesScrollButtons(false); // the pane is at least as wide as its tabs
    QVBoxLayout *overview = nullptr;
    m_tabs->addTab(scrolling(&overview, tr("Overview")), tr("Overview"));
    m_overview = new QVBoxLayout;
    m_overview->setSpacing(10);
    m_usage = new KeyUsage(service.backend().requests(), service.clock(), m_tabs);
    m_exposure = new ExposureCard(service, commands, m_tabs);
    m_receipt = new ReceiptCard(service.backend().verifiers(), service.clock(), m_tabs);
    overview->addWidget(m_receipt);
    overview->addWidget(m_exposure);
    overview->addLayout(m_overview);
    overview->addWidget(m_usage);
    overview->addStretch(1);
    auto *permissions = new QWidget;
    m_permissions = new PermissionTree(service.backend().catalogue(), service.principal(), permissions);
    m_permissions->setReadOnly(true);
    m_permissions->view().setCompact(true);
    auto *around = new QVBoxLayout(permissions);
    around->setContentsMargins(16, 12, 16, 16);
    m_unread = new QLabel(tr("Loading…"), permissions);
    m_unread->hide();
    around->addWidget(m_unread, 0, Qt::AlignTop);
    around->addWidget(m_permissions);
    m_tabs->addTab(permissions, tr("Permissions"));
    m_activity = new KeyActivity(service.backend(), service.clock(), m_tabs);
    connect(m_activity, &KeyActivity::whyRequested, this, &DetailPane::whyRequested);
    m_tabs->addTab(m_activity, tr("Activity"));
    m_tabs->addTab(scrolling(&m_audit, tr("Audit")), tr("Audit"));
    setMinimumWidth(qMax(300, m_tabs->tabBar()->sizeHint().width()));
    m_stack->addWidget(m_several);
    m_stack->addWidget(page);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);
    showSeveral(0);
    connect(&service.backend(), &VaultBackend::keysChanged, this, [this](const QList<KeyId> &ids) {
        if (!m_wanted.isNull() && (ids.isEmpty() || ids.contains(m_wanted)))
            show(m_wanted);
    });
    connect(&service.backend(), &VaultBackend::catalogueChanged, this,
            [this] { m_permissions->setCatalogue(m_service.backend().homeOf(m_wanted).catalogue()); });
    connect(&service.backend(), &VaultBackend::customersChanged, this, [this] {
        if (m_key && !m_key->config.customers.isEmpty())
            show(m_wanted);
    });
}

QWidget *DetailPane::makeHeader(CommandRegistry &commands) {
    auto *header = new QWidget;
    m_name = new QLabel(header);
    m_name->setProperty("heading", true);
    m_name->setWordWrap(true);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_pill = new StatusPill(header);
    m_masked = new QLabel(header);
    m_masked->setFont(tokenFont(font()));
    m_masked->setProperty("secondary", true);
    m_masked->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *close = new QToolButton(header);
    close->setAutoRaise(true);
    close->setIcon(themedIcon(QStringLiteral("close")));
    close->setToolTip(tr("Close (F9)"));
    close->setAccessibleName(tr("Close details"));
    connect(close, &QToolButton::clicked, this, &DetailPane::closeRequested);
    auto *first = new QHBoxLayout;
    first->addWidget(m_name, 1);
    first->addWidget(close, 0, Qt::AlignTop);
    // Where the word of the status is long, the tools stand under it.
    auto *status = new QWidget(header);
    status->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *statusRow = new QHBoxLayout(status);
    statusRow->setContentsMargins(0, 0, 0, 0);
    statusRow->addWidget(m_pill);
    statusRow->addStretch(1);
    auto *buttons = new QWidget(header);
    auto *buttonRow = new QHBoxLayout(buttons);
    buttonRow->setContentsMargins(0, 0, 0, 0);
    buttonRow->setSpacing(2);
    for (const char *id : {"key.edit", "key.duplicate", "key.reveal", "key.copy", "key.delete"})
        buttonRow->addWidget(commandTool(commands, id, buttons));
    auto *tools = new FlowLayout;
    tools->setSpacing(2);
    tools->addWidget(status);
    tools->addWidget(buttons);
    auto *box = new QVBoxLayout(header);
    box->setContentsMargins(16, 12, 8, 8);
    box->setSpacing(6);
    box->addLayout(first);
    box->addWidget(m_masked);
    box->addLayout(tools);
    return header;
}

void DetailPane::setTimeZone(const QTimeZone &zone) {
    m_zone = zone;
    m_usage->setTimeZone(zone);
    m_exposure->setTimeZone(zone);
    m_receipt->setTimeZone(zone);
    m_activity->setTimeZone(zone);
    if (m_key)
        fill(*m_key);
}

void DetailPane::passTime() {
    if (!m_key)
        return;
    m_pill->setKey(*m_key, m_service.clock().now());
    if (!isAncestorOf(QApplication::focusWidget()))
        fillOverview(*m_key);
    emit keyLoaded(*m_key);
}

Receipts &DetailPane::receipts() {
    return m_receipt->receipts();
}

void DetailPane::showSeveral(qsizetype count) {
    m_wanted = KeyId();
    m_key.reset();
    m_several->setText(count > 1 ? tr("%Ln keys selected", nullptr, static_cast<int>(count))
                                 : tr("Select a key to see its details."));
    m_stack->setCurrentIndex(0);
}

void DetailPane::showListed(const ApiKey &k) {
    if (k.id == m_wanted && k.service && !k.service->scopesKnown && (!m_key || m_key->id != k.id))
        fill(k);
}

void DetailPane::show(const KeyId &id) {
    if (id.isNull())
        return showSeveral(0);
    if (std::exchange(m_wanted, id) != id)
        m_receipt->setKey(id);
    m_service.backend().rows({id}) | then(this, [this, id](const Result<QList<ApiKey>> &rows) {
        if (id != m_wanted)
            return;
        if (!rows || rows->isEmpty() || rows->first().state == KeyState::Purged)
            return showSeveral(0);
        fill(rows->first());
    });
    m_service.backend().audit({id, 0, 200}) | then(this, [this, id](const Result<QList<AuditEvent>> &events) {
        if (id != m_wanted)
            return;
        if (events)
            m_receipt->follow(*events);
        if (events || m_auditOf != id)
            fillAudit(events.value_or(QList<AuditEvent>()));
        m_auditOf = id;
    });
}

/// Another key begins at its top; the same one, read again, stays where it is.
void DetailPane::scrollToTop() {
    for (const auto *area : m_tabs->findChildren<QAbstractScrollArea *>())
        area->verticalScrollBar()->setValue(0);
}

void DetailPane::fill(const ApiKey &k) {
    const bool another = !m_key || m_key->id != k.id;
    m_key = k;
    m_name->setText(k.config.name);
    m_pill->setKey(k, m_service.clock().now());
    m_masked->setText(maskedToken(m_service.backend().homeOf(k.id).info().prefix, k));
    m_pill->setVisible(!k.service);
    fillOverview(k);
    m_exposure->setKey(k);
    m_usage->setKey(k.id);
    m_activity->setKey(k.id);
    if (const VaultBackend &home = m_service.backend().homeOf(k.id); &home != &m_service.backend())
        m_permissions->setCatalogue(home.catalogue()); // each vault has its own names
    m_permissions->setType(k.config.type);
    m_permissions->setScopes(k.config.scopes);
    m_unread->setVisible(k.service && !k.service->scopesKnown);
    m_permissions->setVisible(!k.service || k.service->scopesKnown);
    m_stack->setCurrentIndex(1);
    if (another)
        scrollToTop();
    emit keyLoaded(k);
}

void DetailPane::addRow(const QString &label, const QString &value, const QString &tip, bool mono) {
    auto *text = new QLabel(value);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setToolTip(tip);
    text->setAccessibleName(QStringLiteral("%1: %2").arg(label, value));
    if (mono)
        text->setFont(tokenFont(font()));
    addRow(label, text);
}

void DetailPane::addRow(const QString &label, QLabel *value) {
    auto *row = new QHBoxLayout;
    auto *name = new QLabel(label);
    name->setProperty("secondary", true);
    name->setFixedWidth(112);
    name->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    name->setWordWrap(true);
    row->addWidget(name);
    row->addWidget(value, 1);
    m_overview->addLayout(row);
}

/// What this key asks for, if anything: each with the command that does it.
void DetailPane::addSteps(const ApiKey &k) {
    const Instant now = m_service.clock().now();
    const auto cardWith = [this](const QString &text, const QString &button, const char *command) {
        auto *card = new QFrame;
        card->setProperty("card", true);
        auto *row = new QHBoxLayout(card);
        row->setContentsMargins(12, 8, 8, 8);
        auto *label = new QLabel(text, card);
        label->setWordWrap(true);
        row->addWidget(label, 1);
        auto *act = new QPushButton(button, card);
        row->addWidget(act);
        m_overview->addWidget(card);
        const QAction *action = m_commands.action(QLatin1StringView(command));
        const auto follow = [act, action] { // off with the same reason
            act->setEnabled(action->isEnabled());
            act->setToolTip(action->isEnabled() ? QString() : action->toolTip());
        };
        connect(action, &QAction::changed, act, follow);
        follow();
        return act;
    };
    const auto step = [this, &cardWith](const QString &text, const QString &button, const char *command) {
        connect(cardWith(text, button, command), &QPushButton::clicked,
                m_commands.action(QLatin1StringView(command)), &QAction::trigger);
    };
    const auto expiryStep = [this, &cardWith](const QString &text) {
        connect(cardWith(text, tr("Edit expiry…"), "key.edit"), &QPushButton::clicked, this, [this] {
            if (m_key && m_commands.action(QStringLiteral("key.edit"))->isEnabled())
                emit editRequested(*m_key, QStringLiteral("expires"));
        });
    };
    if (isRotating(k, now)) {
        const QString until = k.old->until ? tr("Two tokens work. The old one stops %1.", "in 22 h")
                                                 .arg(relativeTime(*k.old->until, now))
                                           : tr("Two tokens work, until you stop the old one.");
        const QString used =
            !k.old->lastUsedAt ? tr("It was not used since the rotation.")
            : k.old->lastUsedFrom.isEmpty()
                ? tr("It was last used %1.", "3 min ago").arg(relativeTime(*k.old->lastUsedAt, now))
                : tr("It was last used %1 from %2.", "3 min ago, address")
                      .arg(relativeTime(*k.old->lastUsedAt, now), k.old->lastUsedFrom);
        step(until + u' ' + used, tr("Stop old key…"), "key.stopOld");
    }
    const KeyStatus status = statusOf(k, now);
    if (status == KeyStatus::Damaged)
        step(tr("This key's record is damaged. It refuses all requests."), tr("Delete…"), "key.delete");
    else if (status == KeyStatus::Deleted)
        step(tr("This key is deleted. It can be restored until it is removed for good."), tr("Restore"),
             "key.restore");
    else if (status == KeyStatus::Revoked)
        step(k.leaked && !k.stateReason.isEmpty()
                 ? tr("Revoked, because it leaked: %1. It can't be restored.", "reason").arg(k.stateReason)
             : k.leaked                ? tr("Revoked, because it leaked. It can't be restored.")
             : k.stateReason.isEmpty() ? tr("Revoked. Apps that use this key are refused.")
                                       : tr("Revoked: %1", "reason").arg(k.stateReason),
             k.leaked ? tr("Delete…") : tr("Restore"), k.leaked ? "key.delete" : "key.restore");
    else if (status == KeyStatus::Expired)
        expiryStep(
            tr("Expired %1. A new expiry date brings it back.").arg(relativeTime(*k.config.expires, now)));
    else if (status == KeyStatus::Active && k.config.expires && *k.config.expires < now.plusDays(14))
        expiryStep(tr("Expires %1.").arg(timeUntil(*k.config.expires, now)));
    else if (status == KeyStatus::Inactive && k.config.expires && *k.config.expires < now) {
        expiryStep(tr("Inactive, and expired %1. It needs a new expiry date, and to be activated.")
                       .arg(relativeTime(*k.config.expires, now)));
        step(tr("Apps that use this key are refused."), tr("Activate"), "key.activate");
    } else if (status == KeyStatus::Inactive)
        step(tr("Apps that use this key are refused."), tr("Activate"), "key.activate");
    else if (!k.lastUsedAt && k.createdAt < now.plusDays(-7))
        step(tr("Never used since it was created %1.").arg(relativeTime(k.createdAt, now)), tr("Deactivate"),
             "key.deactivate");
}

/// What the service says, what it does not, and what only this computer knows.
void DetailPane::fillServiceOverview(const ApiKey &k) {
    const KeyConfig &c = k.config;
    const QString service = m_service.backend().homeOf(k.id).capabilities().service;
    const QString none = tr("Not set");
    if (m_connection)
        addRow(tr("Connection"), m_connection(k.id));
    addRow(tr("Key ID"), k.service->id, {}, true);
    addRow(tr("Access"), k.service->scopesKnown ? word(accessOf(k)) : tr("Loading…"));
    for (const QString &label :
         {tr("Status"), tr("Created"), tr("Last used"), tr("Expires"), tr("Rate limit"), tr("Allowed IPs")})
        addRow(label, notReportedBy(service));
    auto *section = new QLabel(keptHereOnly());
    section->setProperty("section", true);
    m_overview->addWidget(section);
    addRow(tr("Environment"), k.service->environment ? word(*k.service->environment) : none);
    addRow(tr("Owner"), c.owner.isEmpty() ? none : c.owner);
    addRow(tr("Tags"), c.tags.isEmpty() ? none : c.tags.join(QStringLiteral(", ")));
    addRow(tr("Stored in"), c.storedIn.isEmpty() ? none : c.storedIn);
    addRow(tr("Note"), c.note.isEmpty() ? none : c.note);
    addRow(tr("First seen"), k.service->firstSeen ? fullTime(*k.service->firstSeen, m_zone) : none);
}

void DetailPane::fillOverview(const ApiKey &k) {
    empty(m_overview);
    if (k.service)
        return fillServiceOverview(k);
    const KeyConfig &c = k.config;
    const Instant now = m_service.clock().now();
    addSteps(k);
    if (m_connection)
        addRow(tr("Connection"), m_connection(k.id));
    addRow(tr("Environment"), word(c.environment));
    addRow(tr("Type"), word(c.type));
    addRow(tr("Expires"), expiresText(k, now, m_zone));
    addRow(tr("Last used"), lastUsedText(k, now), k.lastUsedAt ? fullTime(*k.lastUsedAt, m_zone) : QString());
    if (!k.lastUsedFrom.isEmpty())
        addRow(tr("Last used from"), k.lastUsedFrom);
    if (k.rotatedAt)
        addRow(tr("Token since"), fullTime(*k.rotatedAt, m_zone));
    addRow(tr("Rate limit"), limitsText(c.limits));
    addRow(tr("Allowed IPs"),
           c.allowedIps.isEmpty() ? tr("Anywhere") : formatIpRanges(c.allowedIps.mid(0, 50)));
    if (c.customers.isEmpty()) {
        addRow(tr("Customers"), tr("All customers"));
    } else if (m_connection) { // their names and pages are the vault's own
        addRow(tr("Customers"), c.customers.mid(0, 50).join(QStringLiteral(", ")));
    } else {
        auto *links = new CustomerLinks(m_service.backend(), c.customers);
        connect(links, &CustomerLinks::requested, this, &DetailPane::customerRequested);
        addRow(tr("Customers"), links);
    }
    if (!c.owner.isEmpty())
        addRow(tr("Owner"), c.owner);
    if (!c.tags.isEmpty())
        addRow(tr("Tags"), c.tags.join(QStringLiteral(", ")));
    if (!c.storedIn.isEmpty())
        addRow(tr("Stored in"), c.storedIn);
    if (!c.note.isEmpty())
        addRow(tr("Note"), c.note);
    addRow(tr("Created"), tr("%1 by %2", "time by person").arg(fullTime(k.createdAt, m_zone), k.createdBy));
    if (k.version > 1)
        addRow(tr("Changed"),
               tr("%1 by %2", "time by person").arg(fullTime(k.changedAt, m_zone), k.changedBy));
    addRow(tr("Key ID"), k.id.toString(), {}, true);
}

void DetailPane::fillAudit(const QList<AuditEvent> &events) {
    empty(m_audit);
    if (const Capabilities can = m_service.backend().homeOf(m_wanted).capabilities(); !can.audit) {
        auto *none = new QLabel(notReportedBy(can.service));
        none->setProperty("secondary", true);
        m_audit->addWidget(none);
    }
    for (const AuditEvent &e : events) {
        auto *title = new QLabel(
            QStringLiteral("<b>%1</b> · %2").arg(auditSentence(e).toHtmlEscaped(), e.actor.toHtmlEscaped()));
        title->setWordWrap(true);
        auto *when = new QLabel(fullTime(e.at, m_zone));
        when->setProperty("secondary", true);
        m_audit->addWidget(title);
        m_audit->addWidget(when);
        const QStringList lines = auditChanges(e, m_zone);
        if (!lines.isEmpty()) {
            auto *change = new QLabel(lines.join(u'\n'));
            change->setTextFormat(Qt::PlainText);
            change->setWordWrap(true);
            change->setTextInteractionFlags(Qt::TextSelectableByMouse);
            m_audit->addWidget(change);
        }
        auto *line = new QFrame;
        line->setFixedHeight(1);
        line->setStyleSheet(
            QStringLiteral("background: %1;").arg(themeColor(ColorRole::Border, palette()).name()));
        m_audit->addWidget(line);
    }
    m_audit->addStretch(1);
}

} // namespace latchkey::ui
