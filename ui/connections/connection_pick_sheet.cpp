#include "ui/connections/connection_pick_sheet.h"

#include "core/model/futures.h"
#include "ui/connections/connection_words.h"
#include "ui/format/service_words.h"
#include "ui/theme/sheet_keys.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {

/// Empty: a key can be created there.
QString whyNotThere(const AllConnections &all, const AllConnections::Row &row) {
    using State = AllConnections::State;
    if (row.state == State::SameVault)
        return ConnectionPickSheet::tr("Shown as %1", "connection").arg(row.other);
    if (row.state == State::Opening)
        return ConnectionPickSheet::tr("Loading…");
    const auto vault = all.vault()->vaultAt(row.place);
    if (!vault || (row.state != State::Shown && row.state != State::Late))
        return ConnectionPickSheet::tr("Not open");
    const KeyId any = KeyId::fromString(u"000000000000")->at(row.place);
    if (vault->info().readOnly || row.connection.safeMode == SafeMode::ReadOnly ||
        !all.principalOf(any).mayWrite)
        return ConnectionPickSheet::tr("Read-only");
    return {};
}

} // namespace

ConnectionPickSheet::ConnectionPickSheet(const AllConnections &all, const KeyId &first, QWidget *parent)
    : QDialog(parent)
    , m_all(all)
    , m_first(first)
    , m_list(new QListWidget(this))
    , m_go(new QPushButton(tr("&Next"), this)) {
    setObjectName(QStringLiteral("connectionPick"));
    setWindowTitle(tr("Create New Key"));
    auto *title = new QLabel(tr("In which connection is the key created?"), this);
    title->setProperty("heading", true);
    title->setWordWrap(true);
    m_list->setObjectName(QStringLiteral("connectionPickList"));
    m_list->setAccessibleName(title->text());
    m_go->setProperty("primary", true);
    auto *cancel = new QPushButton(tr("&Cancel"), this);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_go);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(24, 20, 24, 20);
    box->setSpacing(12);
    box->addWidget(title);
    box->addWidget(m_list, 1);
    box->addLayout(buttons);
    setMinimumWidth(460);
    connect(m_list, &QListWidget::currentItemChanged, this, [this] {
        const auto now = chosen();
        m_go->setEnabled(now.has_value());
        if (now)
            m_choice = now->connection.id;
    });
    connect(m_list, &QListWidget::itemDoubleClicked, this, [this] {
        if (chosen())
            accept();
    });
    connect(m_go, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    setSheetKeys(this, m_go, cancel);
    connect(&all, &AllConnections::changed, this, &ConnectionPickSheet::fill);
    fill();
    m_list->setFocus();
    countKeys();
}

/// An account that holds as many as it may takes none: said here, and not when the form is filled in.
void ConnectionPickSheet::countKeys() {
    for (const AllConnections::Row &row : std::as_const(m_rows)) {
        const auto vault = m_all.vault()->vaultAt(row.place);
        if (!vault || vault->info().mostKeys == 0)
            continue;
        vault->counts({}, {}) | then(this, [this, place = row.place](const Result<SidebarCounts> &c) {
            if (!c)
                return;
            m_keys.insert(place, c->all);
            fill();
        });
    }
}

/// What was chosen stays so; where it can't be any more, no other takes its place.
void ConnectionPickSheet::fill() {
    m_list->clear();
    m_rows = m_all.rows();
    QListWidgetItem *current = nullptr;
    for (const AllConnections::Row &row : std::as_const(m_rows)) {
        QString why = whyNotThere(m_all, row);
        if (const auto vault = m_all.vault()->vaultAt(row.place); why.isEmpty() && vault)
            why = whyNoMore(m_keys.value(row.place), vault->info().mostKeys);
        const QString name = nameAndKind(row.connection.name, row.connection.kind);
        auto *item = new QListWidgetItem(
            themedIcon(iconName(row.connection.kind)),
            why.isEmpty() ? name : tr("%1: %2", "connection: why not").arg(name, why), m_list);
        item->setToolTip(row.connection.location());
        if (!why.isEmpty()) {
            item->setToolTip(item->text() + u'\n' + item->toolTip()); // it may be cut off
            item->setFlags(Qt::NoItemFlags);
        } else if (row.connection.id == m_choice.value_or(m_first) || (!m_choice && !current))
            current = item;
    }
    m_list->setCurrentItem(current);
    m_go->setEnabled(current != nullptr);
}

std::optional<AllConnections::Row> ConnectionPickSheet::chosen() const {
    const QListWidgetItem *item = m_list->currentItem();
    if (!item || !item->flags().testFlag(Qt::ItemIsEnabled))
        return std::nullopt;
    return m_rows.at(m_list->currentRow());
}

} // namespace latchkey::ui
