#include "core/services/connections/all_connections.h"

#include <algorithm>

namespace latchkey {

AllConnections::AllConnections(OpenConnections &open, const QString &id, const QString &name)
    : m_open(open)
    , m_vault(std::make_shared<MergedVault>(id, name)) {
    connect(&m_open, &OpenConnections::changed, this, [this](const KeyId &connection) {
        if (std::any_of(m_entries.begin(), m_entries.end(),
                        [&](const Entry &e) { return e.connection.id == connection; }))
            follow();
    });
    connect(m_vault.get(), &MergedVault::memberChanged, this, &AllConnections::changed);
}

AllConnections::~AllConnections() = default;

void AllConnections::show(const QList<Connection> &connections) {
    for (const Entry &e : std::as_const(m_entries)) {
        const bool stays = std::any_of(connections.begin(), connections.end(),
                                       [&](const Connection &c) { return c.id == e.connection.id; });
        if (!stays)
            m_vault->remove(e.place);
    }
    QList<Entry> entries;
    for (const Connection &c : connections) {
        if (!m_places.contains(c.id) && m_places.size() == KeyId::MostPlaces)
            break;
        Entry e;
        for (const Entry &before : std::as_const(m_entries)) {
            if (before.connection.id == c.id)
                e = before;
        }
        if (e.shown && e.connection.name != c.name) { // its place among the others is another
            m_vault->remove(e.place);
            e.shown.reset();
        }
        e.connection = c;
        e.place = m_places.contains(c.id) ? m_places.value(c.id) : static_cast<unsigned>(m_places.size()) + 1;
        m_places.insert(c.id, e.place);
        entries.append(e);
    }
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
        return QString::localeAwareCompare(a.connection.name, b.connection.name) < 0;
    });
    m_entries = entries;
    for (const Connection &c : connections)
        m_open.keepOpen(c);
    follow();
}

/// Which are open has changed.
void AllConnections::follow() {
    QHash<QString, QString> shown; // vault id → connection
    for (Entry &e : m_entries) {   // who shows a vault goes on showing it
        const auto now = m_open.backend(e.connection.id);
        if (e.shown && e.shown != now) {
            m_vault->remove(e.place);
            e.shown.reset();
        }
        if (e.shown)
            shown.insert(e.shown->info().id, e.connection.name);
    }
    for (Entry &e : m_entries) {
        const auto now = m_open.backend(e.connection.id);
        e.sameAs.clear();
        if (!now || e.shown)
            continue;
        const QString vault = now->info().id;
        if (shown.contains(vault)) {
            e.sameAs = shown.value(vault);
            continue;
        }
        shown.insert(vault, e.connection.name);
        e.shown = now;
        m_vault->add({e.place, e.connection.name, now});
    }
    m_vault->setExpecting(std::any_of(m_entries.begin(), m_entries.end(), [this](const Entry &e) {
        return m_open.state(e.connection.id) == OpenConnections::State::Opening;
    }));
    emit changed();
}

AllConnections::Row AllConnections::rowFor(const Entry &e) const {
    Row row{e.connection, State::Opening, {}, e.sameAs, e.place, false, std::nullopt};
    const OpenConnections::Status status = m_open.status(e.connection.id);
    row.error = status.error;
    switch (status.state) {
    case OpenConnections::State::Closed:
    case OpenConnections::State::Opening:
        return row;
    case OpenConnections::State::NeedsSecret:
        row.state = State::NeedsSecret;
        return row;
    case OpenConnections::State::Failed:
        row.state = State::Failed;
        return row;
    case OpenConnections::State::Open:
        break;
    }
    if (!e.sameAs.isEmpty()) {
        row.state = State::SameVault;
    } else if (const auto trouble = m_vault->trouble(e.place)) {
        row.state = State::Away;
        row.error = *trouble;
        row.listed = m_vault->isListed(e.place);
        if (const auto silence = e.shown ? e.shown->silence() : std::nullopt)
            row.heard = silence->heard;
    } else {
        row.state = m_vault->isLate(e.place) ? State::Late : State::Shown;
    }
    return row;
}

QList<AllConnections::Row> AllConnections::rows() const {
    QList<Row> all;
    for (const Entry &e : m_entries)
        all.append(rowFor(e));
    return all;
}

std::optional<AllConnections::Row> AllConnections::rowOf(const KeyId &connection) const {
    for (const Entry &e : m_entries) {
        if (e.connection.id == connection)
            return rowFor(e);
    }
    return std::nullopt;
}

std::optional<Connection> AllConnections::connectionOf(const KeyId &key) const {
    for (const Entry &e : m_entries) {
        if (e.place == key.place())
            return e.connection;
    }
    return std::nullopt;
}

Principal AllConnections::principalOf(const KeyId &key) const {
    const auto connection = connectionOf(key);
    const auto opened = connection ? m_open.opened(connection->id) : std::nullopt;
    if (opened)
        return opened->principal;
    Principal nobody;
    nobody.mayWrite = false;
    return nobody;
}

void AllConnections::retry(const KeyId &connection, const SharedSecret &secret) {
    const auto row = rowOf(connection);
    if (!row)
        return;
    if (row->state != State::Away)
        return m_open.open(row->connection, secret);
    m_vault->lookAgain();
    emit m_vault->keysChanged({});
}

void AllConnections::retryAll() {
    const QList<Row> all = rows();
    bool away = false;
    for (const Row &row : all) {
        away = away || row.state == State::Away;
        if (row.state == State::Failed || row.state == State::NeedsSecret)
            m_open.open(row.connection);
    }
    if (away) {
        m_vault->lookAgain();
        emit m_vault->keysChanged({});
    }
}

} // namespace latchkey
