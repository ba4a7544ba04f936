#include "core/storage/stored_verifiers.h"

#include "core/model/futures.h"
#include "core/storage/dialect.h"
#include "core/storage/key_table.h"
#include "core/storage/raw_rows.h"
#include "core/storage/sql.h"
#include "core/storage/verifier_reader.h"

#include <algorithm>
#include <atomic>

namespace latchkey {

namespace {

/// Read by one of the loaders at a time: a few MB, and each part is a statement to prepare.
constexpr qint64 PartRows = 4'000;

VerifierKey asVerifierKey(const KeyRow &r) {
    return {r.key, r.verifier, r.oldVerifier, r.changeSeq};
}

Result<qint64> oneNumber(QSqlDatabase &db, const char *statement) {
    auto q = sql::exec(db, QLatin1StringView(statement));
    if (!q)
        return fail(q.error());
    return q->next() ? q->value(0).toLongLong() : 0;
}

Result<VerifierFeed::Changes> changesAfter(QSqlDatabase &db, qint64 epoch, int limit) {
    // The head first: whatever changes behind it comes with the next question.
    const auto head = oneNumber(db, "SELECT max(seq) FROM audit");
    if (!head)
        return fail(head.error());
    VerifierFeed::Changes changes;
    changes.epoch = *head;
    if (*head == epoch)
        return changes;
    if (*head < epoch) // an older state has taken its place: nothing that is known can be trusted
        return fail(ErrorCode::Damaged, {{QStringLiteral("path"), db.databaseName()}});
    const auto rows = key_table::changedAfter(db, epoch, limit);
    if (!rows)
        return fail(rows.error());
    for (const KeyRow &r : *rows)
        changes.keys.append(asVerifierKey(r));
    changes.more = rows->size() == limit;
    if (changes.more)
        changes.epoch = rows->constLast().changeSeq;
    else if (!rows->isEmpty())
        changes.epoch = qMax(changes.epoch, rows->constLast().changeSeq);
    return changes;
}

/// Those that have been silent for a day go: they crashed.
Outcome keepNode(QSqlDatabase &db, const VerifierNode &n) {
    const auto q = sql::exec(
        db,
        QStringLiteral(
            "WITH gone AS (DELETE FROM verifier_nodes WHERE seen < ?) INSERT INTO verifier_nodes (id, name, "
            "epoch, at, seen) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) "
            "DO "
            "UPDATE SET name = excluded.name, epoch = excluded.epoch, seen = excluded.seen, at = CASE WHEN "
            "verifier_nodes.epoch = excluded.epoch THEN verifier_nodes.at ELSE excluded.at END"),
        {n.seen.plusDays(-1).ms(), n.id, n.name.isNull() ? QStringLiteral("") : n.name, n.epoch, n.at.ms(),
         n.seen.ms()});
    return q ? ok() : Outcome(fail(q.error()));
}

void keepNode(QList<VerifierNode> &all, const VerifierNode &n) {
    const auto known =
        std::find_if(all.begin(), all.end(), [&](const VerifierNode &k) { return k.id == n.id; });
    if (known == all.end())
        return all.append(n);
    const Instant at = known->epoch == n.epoch ? known->at : n.at;
    *known = n;
    known->at = at;
}

Result<VerifierNodes> keptNodes(QSqlDatabase &db) {
    auto time = sql::exec(db, QStringLiteral("SELECT floor(extract(epoch FROM now()) * 1000)::bigint"));
    if (!time || !time->next())
        return fail(time ? Error(ErrorCode::Internal) : time.error());
    auto q = sql::exec(
        db, QStringLiteral("SELECT id, name, epoch, at, seen FROM verifier_nodes ORDER BY name, id"));
    if (!q)
        return fail(q.error());
    VerifierNodes all{{}, Instant(time->value(0).toLongLong())};
    while (q->next())
        all.nodes.append({q->value(0).toString(), q->value(1).toString(), q->value(2).toLongLong(),
                          Instant(q->value(3).toLongLong()), Instant(q->value(4).toLongLong())});
    return all;
}

bool isShared(const QSqlDatabase &db) {
    return sql::dialectOf(db) == sql::Dialect::Postgres;
}

} // namespace

StoredVerifiers::StoredVerifiers(std::shared_ptr<const VaultPlace> place)
    : m_place(std::move(place))
    , m_nodes(std::make_shared<QList<VerifierNode>>()) {}

StoredVerifiers::~StoredVerifiers() = default;

std::unique_ptr<DbThread> StoredVerifiers::connectThread(const QString &name) {
    auto thread = std::make_unique<DbThread>(name);
    if (m_place->canBeLost())
        thread->setRevive([place = m_place](QSqlDatabase &db) { return place->revive(db); });
    return thread;
}

/// Runs `task(database)` on the feed's own thread, connected before the first one.
template<typename F>
auto StoredVerifiers::ask(F task) {
    using R = std::invoke_result_t<F, QSqlDatabase &>;
    if (!m_thread)
        m_thread = connectThread(QStringLiteral("vault-verifiers"));
    return m_thread->run([this, place = m_place, connection = m_thread->connectionName(),
                          task = std::move(task)](QSqlDatabase &) -> R {
        const bool first = !QSqlDatabase::contains(connection);
        if (auto opened = first ? place->openReader(connection) : ok(); !opened)
            return fail(opened.error());
        QSqlDatabase db = QSqlDatabase::database(connection, false);
        if (first) // on this thread, which has nothing else to do; where it cannot be, the index's look tells
            (void)place->listen(db, [this] { handoff::post(this, [this] { emit moved(); }); });
        return task(db);
    });
}

struct StoredVerifiers::Load {
    Answer<Result<qint64>> answer;
    Take take;
    qint64 epoch = 0, last = 0;  ///< of the audit log and of `seq` when it began
    std::atomic<qint64> next{0}; ///< rows up to this `seq` are read, or being read
    std::size_t running = 0;
    std::optional<Error> error;
};

QFuture<Result<qint64>> StoredVerifiers::load(Take take) {
    auto load = std::make_shared<Load>();
    load->take = std::move(take);
    using Range = std::pair<qint64, qint64>;
    ask([](QSqlDatabase &db) -> Result<Range> {
        const auto epoch = oneNumber(db, "SELECT max(seq) FROM audit");
        const auto last = epoch ? oneNumber(db, "SELECT max(seq) FROM keys") : epoch;
        if (!last)
            return fail(last.error());
        return Range(*epoch, *last);
    }) | then(this, [this, load](const Result<Range> &range) {
        if (!range)
            return load->answer.give(fail(range.error()));
        load->epoch = range->first;
        load->last = range->second;
        m_loaders.clear();
        load->running = static_cast<std::size_t>(qBound(1, QThread::idealThreadCount(), MostLoaders));
        m_ahead = std::make_unique<DbThread>(QStringLiteral("vault-ahead"));
        m_ahead->post([place = m_place](QSqlDatabase &, bool dying) {
            if (!dying)
                place->readAhead();
        });
        for (std::size_t i = 0; i < load->running; ++i) {
            m_loaders.push_back(connectThread(QStringLiteral("vault-loader-%1").arg(i)));
            m_loaders.back()->open(
                [place = m_place](const QString &connection) { return place->openReader(connection); });
            loadParts(load, i);
        }
    });
    return load->answer.future();
}

/// Reads parts that nobody has taken yet until there is none, then lets the loader go.
void StoredVerifiers::loadParts(const std::shared_ptr<Load> &load, std::size_t loader) {
    // Run once more where the connection was lost: what it had begun it begins again.
    m_loaders[loader]->run([load, begun = std::optional<qint64>()](QSqlDatabase &db) mutable -> Outcome {
        VerifierReader reader;
        for (;; begun.reset()) {
            if (!begun)
                begun = load->next.fetch_add(PartRows);
            if (*begun >= load->last)
                return ok();
            QList<VerifierKey> some;
            some.reserve(PartRows);
            const auto done =
                sql::eachRow(db, VerifierReader::statement(*begun, *begun + PartRows), [&](sql::Cells row) {
                    VerifierKey key = reader.read(row);
                    if (key.key.state != KeyState::Purged)
                        some.append(std::move(key));
                });
            if (!done)
                return done;
            load->take(std::move(some));
        }
    }) | then(this, [this, load, loader](const Outcome &done) {
        if (!done)
            load->error = done.error();
        m_loaders[loader].reset();
        if (--load->running > 0)
            return;
        if (load->error)
            load->answer.give(fail(*load->error));
        else
            load->answer.give(load->epoch);
    });
}

QFuture<Result<VerifierFeed::Changes>> StoredVerifiers::changesSince(qint64 epoch, int limit) {
    return ask([epoch, limit](QSqlDatabase &db) { return changesAfter(db, epoch, qMax(1, limit)); });
}

QFuture<Outcome> StoredVerifiers::confirm(const VerifierNode &node) {
    return ask([node, nodes = m_nodes](QSqlDatabase &db) -> Outcome {
        if (isShared(db))
            return keepNode(db, node);
        keepNode(*nodes, node);
        return ok();
    });
}

QFuture<Outcome> StoredVerifiers::leave(const QString &nodeId) {
    return ask([nodeId, nodes = m_nodes](QSqlDatabase &db) -> Outcome {
        nodes->removeIf([&](const VerifierNode &n) { return n.id == nodeId; });
        if (!isShared(db))
            return ok();
        const auto q = sql::exec(db, QStringLiteral("DELETE FROM verifier_nodes WHERE id = ?"), {nodeId});
        return q ? ok() : Outcome(fail(q.error()));
    });
}

QFuture<Result<VerifierNodes>> StoredVerifiers::nodes() {
    return ask([nodes = m_nodes](QSqlDatabase &db) -> Result<VerifierNodes> {
        return isShared(db) ? keptNodes(db) : VerifierNodes{*nodes, SystemClock().now()};
    });
}

} // namespace latchkey
