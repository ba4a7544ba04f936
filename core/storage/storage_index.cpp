#include "core/storage/storage_index.h"

#include "core/model/handoff.h"
#include "core/storage/dialect.h"
#include "core/storage/key_table.h"

#include <algorithm>

// How a vault's index comes about and follows what changes.

namespace latchkey {

namespace {

/// Small steps, so that a letter typed meanwhile waits a few milliseconds at most.
constexpr int LoadRows = 2'500, ScrubRows = 150;
/// Named one by one: whoever has a long list puts them into it.
constexpr qsizetype MostTold = 50'000;
/// After a server went away in the middle.
constexpr int AgainMs = 500;
/// So long after a change of many keys the reading of every row waits.
constexpr int BusyMs = 2'000;

} // namespace

void StorageBackend::needIndex() {
    if (m_shared->wanted.exchange(true))
        return;
    m_alerts.start();
    loadNext();
}

/// Reads the next rows into the index, then lets other tasks of that thread have their turn.
void StorageBackend::loadNext() {
    m_threads.index->post([this, shared = m_shared](QSqlDatabase &db, bool dying) {
        if (dying)
            return;
        if (shared->index.size() == 0) {
            shared->index.reserve(static_cast<std::size_t>(sql::guessedKeys(db)));
            shared->before = key_table::lastChange(db).value_or(0);
        }
        const auto rows = KeyIndex::readBySeq(db, shared->index.lastSeq(), LoadRows);
        if (!rows) {
            const bool again = rows.error().code == ErrorCode::Unreachable; // the server comes back
            shared->gone = again;
            handoff::post(this, [this, again, e = rows.error()] {
                goSilent(e);
                if (again)
                    QTimer::singleShot(AgainMs, this, [this] { loadNext(); });
            });
            if (!again)
                shared->becomeReady();
            return;
        }
        shared->index.put(*rows);
        if (rows->size() == LoadRows) {
            handoff::post(this, [this] { loadNext(); });
            return;
        }
        // What changed while it was read: whoever waits for the index may have been told of that already.
        if (const auto late = KeyIndex::readByChange(db, shared->before.value_or(shared->index.lastChange())))
            shared->index.put(*late);
        shared->changeMark = -1;
        shared->becomeReady();
        handoff::post(this, [this] {
            emit indexProgress(100);
            m_poll.start();
            look();
            scrubNext();
        });
    });
}

void StorageBackend::goSilent(const Error &error) {
    if (error.code == ErrorCode::Unreachable)
        m_silent = error;
    emit troubled(error);
}

std::optional<VaultBackend::Silence> StorageBackend::silence() const {
    return m_silent ? std::optional(Silence{*m_silent, Instant(m_shared->heard)}) : std::nullopt;
}

/// Verifies every row's checksum in the background, so that damaged keys are found before somebody scrolls to
/// them.
void StorageBackend::scrubNext() {
    m_threads.index->post([this, shared = m_shared](QSqlDatabase &db, bool dying) {
        if (dying)
            return;
        int seen = 0;
        QList<KeyId> damaged;
        const auto done = key_table::eachAfter(db, shared->scrubbed, ScrubRows, [&](const KeyRow &r) {
            ++seen;
            shared->scrubbed = r.seq;
            if (r.key.damaged) {
                shared->index.setDamaged(r.seq, true);
                damaged.append(r.key.id);
            }
        });
        const bool more = done && seen == ScrubRows;
        const auto error = done ? std::optional<Error>() : std::optional<Error>(done.error());
        handoff::post(this, [this, more, error, damaged] {
            if (error && error->code == ErrorCode::Unreachable)
                QTimer::singleShot(AgainMs, this, [this] { scrubNext(); });
            else if (error)
                emit troubled(*error);
            if (!damaged.isEmpty())
                emit keysChanged(damaged);
            if (more && m_looked.isValid() && m_looked.elapsed() < BusyMs) // whoever changes keys comes first
                QTimer::singleShot(BusyMs, this, &StorageBackend::scrubNext);
            else if (more)
                scrubNext();
        });
    });
}

/// Has anybody, here or elsewhere, changed the file? Then the changed rows go into the index and the window
/// hears of it.
void StorageBackend::look() {
    m_soon.stop();
    if (m_shared->looking.exchange(true))
        return;
    m_threads.index->post([this, shared = m_shared, now = m_clock.now(), location = m_identity.info.location,
                           readOnly = m_identity.info.readOnly](QSqlDatabase &db, bool dying) {
        shared->looking = false;
        if (dying)
            return;
        const auto mark = sql::changeMark(db);
        if (!mark) {
            if (!std::exchange(shared->gone, true))
                handoff::post(this, [this, e = mark.error()] { goSilent(e); });
            return;
        }
        shared->heard = now.ms();
        if (std::exchange(shared->gone, false))
            handoff::post(this, [this] {
                m_silent.reset();
                emit recovered();
            });
        if (*mark == shared->changeMark)
            return;
        const qint64 seen = *mark;
        handoff::post(this, [this] { emit m_verifiers.moved(); });
        if (const auto stamp = vault_record::stampOf(db); stamp && *stamp != shared->stamp) {
            auto identity = vault_record::identify(db, location, readOnly);
            if (!identity) {
                handoff::post(this, [this, e = identity.error()] { emit troubled(e); });
            } else {
                shared->stamp = *stamp;
                shared->index.setCatalogue(identity->catalogue);
                handoff::post(this, [this, i = std::move(*identity)] { follow(i); });
            }
        }
        if (!shared->ready) {
            shared->changeMark = seen;
            if (!shared->wanted)
                handoff::post(this, [this] { emit keysChanged({}); });
            return;
        }
        const auto rows = KeyIndex::readByChange(db, shared->before.value_or(shared->index.lastChange()));
        if (!rows)
            return; // looked at again at the next turn
        shared->before.reset();
        shared->changeMark = seen;
        if (rows->isEmpty())
            return;
        shared->index.put(*rows);
        const auto &exposed = shared->index.alertsTaken().exposed;
        if (std::any_of(rows->begin(), rows->end(),
                        [&](const IndexRow &r) { return exposed.contains(r.id); }))
            shared->followExposed(db);
        QList<KeyId> ids;
        if (rows->size() <= MostTold) {
            for (const IndexRow &r : *rows)
                ids.append(r.id);
        }
        tell(ids);
    });
}

/// From another thread. Nobody named: many.
void StorageBackend::tell(const QList<KeyId> &ids) {
    handoff::post(this, [this, ids] { emit keysChanged(ids); });
}

/// After one of many changes: the window need not be made anew after each, but soon after the last.
void StorageBackend::lookSoon() {
    if (m_looked.isValid() && m_looked.elapsed() < BatchMs)
        return m_soon.start();
    m_looked.restart();
    look();
}

void StorageBackend::take(const std::shared_ptr<const RequestAlerts> &alerts) {
    m_threads.index->post([this, alerts, shared = m_shared](QSqlDatabase &db, bool dying) {
        if (dying)
            return;
        const QSet<KeyId> keys = differingKeys(shared->index.alertsTaken(), *alerts);
        shared->index.setAlerts(alerts);
        shared->followExposed(db);
        tell(keys.size() <= MostTold ? keys.values() : QList<KeyId>());
    });
}

} // namespace latchkey
