#include "core/storage/local_verifier_feed.h"

#include "core/model/futures.h"
#include "core/storage/db_thread.h"
#include "core/storage/key_table.h"
#include "core/storage/sql.h"
#include "core/storage/vault_file.h"

#include <array>

namespace latchkey {

namespace {

constexpr int FeedRows = 2'000;

VerifierKey verifierKeyOf(const KeyRow &row) {
    return {row.key, row.verifier, row.oldVerifier, row.changeSeq};
}

Result<qint64> numberOf(QSqlDatabase &db, const QString &statement) {
    auto q = sql::exec(db, statement);
    if (!q)
        return fail(q.error());
    return q->next() ? q->value(0).toLongLong() : 0;
}

Result<qint64> epochOf(QSqlDatabase &db) {
    return numberOf(db, QStringLiteral("SELECT max(seq) FROM audit"));
}

/// Rows with `after` < seq <= `last`.
Outcome loadRange(QSqlDatabase &db, qint64 after, qint64 last, const VerifierFeed::Take &take) {
    for (bool more = true; more;) {
        QList<VerifierKey> some;
        some.reserve(FeedRows);
        int seen = 0;
        const auto read = key_table::eachAfter(db, after, FeedRows, [&](const KeyRow &row) {
            ++seen;
            after = row.seq;
            if (row.seq <= last && row.key.state != KeyState::Purged)
                some.append(verifierKeyOf(row));
        });
        if (!read)
            return read;
        more = seen == FeedRows && after < last;
        take(std::move(some));
    }
    return ok();
}

Result<VerifierFeed::Changes> changesAfter(QSqlDatabase &db, qint64 epoch, int limit) {
    const auto newest = epochOf(db);
    if (!newest)
        return fail(newest.error());
    VerifierFeed::Changes changes;
    changes.epoch = *newest;
    if (*newest == epoch)
        return changes;
    if (*newest < epoch) // another file in its place, or damage: nothing that is known can be trusted
        return fail(ErrorCode::Damaged, {{QStringLiteral("path"), db.databaseName()}});
    const auto rows = key_table::changedAfter(db, epoch);
    if (!rows)
        return fail(rows.error());
    for (const KeyRow &row : *rows) {
        if (changes.keys.size() == limit) {
            changes.more = true;
            changes.epoch = changes.keys.constLast().change;
            break;
        }
        changes.keys.append(verifierKeyOf(row));
    }
    return changes;
}

class LocalVerifierFeed final : public VerifierFeed {
public:
    explicit LocalVerifierFeed(const QString &path) {
        const auto open = [path](const QString &connection) -> Outcome {
            constexpr int BusyMs = 5000;
            const auto look = vault_file::look(path);
            if (!look)
                return fail(look.error());
            return vault_file::openConnection(connection, path, *look, BusyMs, true);
        };
        for (DbThread &reader : m_readers)
            m_opened.append(reader.open(open));
    }

    QFuture<Result<qint64>> load(Take take) override {
        // First the epoch: what changes while the rows are read is asked for again from there.
        const Answer<Result<qint64>> answer;
        using Bounds = std::pair<qint64, qint64>;
        m_readers[0].run([](QSqlDatabase &db) -> Result<Bounds> {
            const auto epoch = epochOf(db);
            const auto last = numberOf(db, QStringLiteral("SELECT max(seq) FROM keys"));
            if (!epoch || !last)
                return fail(epoch ? last.error() : epoch.error());
            return Bounds{*epoch, *last};
        }) | then(this, [this, take, answer](const Result<Bounds> &bounds) {
            if (!bounds)
                return answer.give(fail(bounds.error()));
            const auto [epoch, last] = *bounds;
            const auto first = m_readers[0].run(
                [take, half = last / 2](QSqlDatabase &db) { return loadRange(db, 0, half, take); });
            m_readers[1].run([take, half = last / 2, end = last](QSqlDatabase &db) {
                return loadRange(db, half, end, take);
            }) | then(this, [this, first, answer, epoch = epoch](const Outcome &second) {
                first | then(this, [second, answer, epoch](const Outcome &done) {
                    const Outcome &both = done ? second : done;
                    answer.give(both ? Result<qint64>(epoch) : Result<qint64>(fail(both.error())));
                });
            });
        });
        return answer.future();
    }
    QFuture<Result<Changes>> changesSince(qint64 epoch, int limit) override {
        return m_readers[0].run([epoch, limit](QSqlDatabase &db) { return changesAfter(db, epoch, limit); });
    }
    QFuture<Outcome> confirm(const VerifierNode &node) override {
        m_nodes.insert(node.id, node);
        return ready(ok());
    }
    QFuture<Outcome> leave(const QString &nodeId) override {
        m_nodes.remove(nodeId);
        return ready(ok());
    }
    QFuture<Result<QList<VerifierNode>>> nodes() override {
        return ready(Result<QList<VerifierNode>>(m_nodes.values()));
    }

private:
    QHash<QString, VerifierNode> m_nodes;
    QList<QFuture<Outcome>> m_opened;
    std::array<DbThread, 2> m_readers{DbThread(QStringLiteral("verifier-feed-1")),
                                      DbThread(QStringLiteral("verifier-feed-2"))};
};

} // namespace

std::unique_ptr<VerifierFeed> localVerifierFeed(const QString &path) {
    return std::make_unique<LocalVerifierFeed>(path);
}

} // namespace latchkey
