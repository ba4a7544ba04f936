#include "core/storage/requests/stored_request_log.h"

#include "core/model/futures.h"
#include "core/storage/requests/request_table.h"

namespace latchkey {

namespace {

bool isDamage(const Error &e) {
    return e.code == ErrorCode::Damaged || e.code == ErrorCode::NotAVault;
}

constexpr int RetentionStep = 4'000; // so that a step leaves room for a cancel in half a second

} // namespace

/// What the threads share. `generation` counts how often the file was set aside.
struct StoredRequestLog::Shared {
    std::unique_ptr<RequestPlace> place;
    std::atomic_int generation{0};
    int readerGeneration = 0;           ///< the reader's
    qint64 changeMark = -1;             ///< the reader's
    request_table::TextNumbers texts;   ///< the writer's
    std::function<void(QString)> aside; ///< hears of a file that was set aside; on the writer's thread

    Outcome openReader(const QString &connection) {
        if (QSqlDatabase db = QSqlDatabase::database(connection, false); db.isOpen()) {
            if (readerGeneration == generation)
                return ok();
            db.close();
        }
        readerGeneration = generation;
        return place->openReader(connection);
    }
    Outcome openWriter(const QString &connection) {
        if (QSqlDatabase::database(connection, false).isOpen())
            return ok();
        const auto opened = place->openWriter(connection);
        return opened || !isDamage(opened.error()) ? opened : startAnew(connection);
    }
    /// A server that went away before anything was changed.
    [[nodiscard]] bool wasLost(const Error &e) const {
        return place->canBeLost() && e.code == ErrorCode::Unreachable;
    }
    Outcome startAnew(const QString &connection) {
        QSqlDatabase::database(connection, false).close();
        texts.forget();
        const auto moved = place->setAside();
        if (!moved)
            return fail(moved.error());
        ++generation;
        aside(*moved);
        return place->openWriter(connection);
    }
};

StoredRequestLog::StoredRequestLog(std::unique_ptr<RequestPlace> place, QObject *parent)
    : RequestLog(parent)
    , m_shared(std::make_shared<Shared>()) {
    m_shared->place = std::move(place);
    m_shared->aside = [this](const QString &path) {
        handoff::post(this, [this, path] {
            emit setAside(path);
            tellChanged();
        });
    };
    m_calm.setSingleShot(true);
    m_calm.setInterval(250);
    connect(&m_calm, &QTimer::timeout, this, &RequestLog::changed);
    m_poll.setInterval(PollMs);
    connect(&m_poll, &QTimer::timeout, this, &StoredRequestLog::look);
}

StoredRequestLog::~StoredRequestLog() = default;

void StoredRequestLog::tellChanged() {
    if (!m_calm.isActive())
        m_calm.start();
}

/// Runs `task(database)` on the reader. While there is no file, the answer is an empty one.
template<typename F>
auto StoredRequestLog::read(F task) {
    using R = std::invoke_result_t<F, QSqlDatabase &>;
    if (!m_reader) {
        m_reader = std::make_unique<DbThread>(QStringLiteral("requests-reader"));
        m_poll.start();
    }
    return m_reader->run([this, s = m_shared, task = std::move(task),
                          connection = m_reader->connectionName()](QSqlDatabase &) -> R {
        const auto open = s->openReader(connection);
        if (!open && open.error().code == ErrorCode::NotFound)
            return typename R::value_type{};
        R result = fail(open ? Error() : open.error());
        if (open) {
            QSqlDatabase db = QSqlDatabase::database(connection, false);
            result = task(db);
            if (!result && s->wasLost(result.error()) && s->openReader(connection))
                result = task(db);
        }
        if (!result && isDamage(result.error()))
            handoff::post(this, [this, g = s->readerGeneration] { repair(g); });
        return result;
    });
}

/// Runs `task(database)` on the writer; once more, in a new file, when this one is damaged.
template<typename F>
auto StoredRequestLog::write(F task) {
    using R = std::invoke_result_t<F, QSqlDatabase &>;
    if (m_shared->place->readOnly())
        return ready(R(fail(ErrorCode::ReadOnly, {{QStringLiteral("path"), m_shared->place->name()}})));
    if (!m_writer)
        m_writer = std::make_unique<DbThread>(QStringLiteral("requests-writer"));
    return m_writer->run([this, s = m_shared, task = std::move(task),
                          connection = m_writer->connectionName()](QSqlDatabase &) -> R {
        if (const auto open = s->openWriter(connection); !open)
            return fail(open.error());
        QSqlDatabase db = QSqlDatabase::database(connection, false);
        R result = task(db);
        if (!result && s->wasLost(result.error()) && s->openWriter(connection))
            result = task(db);
        if (!result && isDamage(result.error())) {
            db = {};
            if (const auto anew = s->startAnew(connection); !anew)
                return fail(anew.error());
            db = QSqlDatabase::database(connection, false);
            result = task(db);
        }
        if (result)
            handoff::post(this, [this] { tellChanged(); });
        return result;
    });
}

/// A verifier in another process may have added some.
void StoredRequestLog::look() {
    read([s = m_shared](QSqlDatabase &db) -> Result<bool> {
        const auto seen = s->place->changeMark(db);
        return seen && std::exchange(s->changeMark, *seen) != *seen;
    }) | then(this, [this](const Result<bool> &moved) {
        if (moved && *moved)
            tellChanged();
    });
}

/// A reader found damage in the file of this generation.
void StoredRequestLog::repair(int generation) {
    if (m_shared->place->readOnly())
        return;
    write([s = m_shared, generation](QSqlDatabase &) -> Outcome {
        return s->generation == generation ? Outcome(fail(ErrorCode::Damaged)) : ok();
    });
}

QFuture<Outcome> StoredRequestLog::append(const QList<RequestRecord> &rows,
                                          const std::optional<ImportMark> &mark,
                                          const QList<Exposure> &exposures) {
    return write([s = m_shared, rows, mark, exposures](QSqlDatabase &db) {
        return request_table::append(db, s->texts, rows, mark, exposures);
    });
}

QFuture<Result<QList<Exposure>>> StoredRequestLog::exposures() {
    return read([](QSqlDatabase &db) { return request_table::exposures(db); });
}

QFuture<Outcome> StoredRequestLog::dismissExposures(const KeyId &key) {
    return write([key](QSqlDatabase &db) { return request_table::dismissExposures(db, key); });
}

QFuture<Result<QList<ImportMark>>> StoredRequestLog::importMarks() {
    return read([](QSqlDatabase &db) { return request_table::importMarks(db); });
}

QFuture<Result<RequestPage>> StoredRequestLog::page(const RequestFilter &filter, qint64 before, int limit) {
    return read(
        [filter, before, limit](QSqlDatabase &db) { return request_table::page(db, filter, before, limit); });
}

QFuture<Result<RequestCount>> StoredRequestLog::count(const RequestFilter &filter) {
    return read([filter](QSqlDatabase &db) { return request_table::count(db, filter); });
}

QFuture<Result<RequestChart>> StoredRequestLog::chart(const RequestFilter &filter, Instant from, Instant to,
                                                      int hours) {
    return read([filter, from, to, hours](QSqlDatabase &db) {
        return request_table::chart(db, filter, from, to, hours);
    });
}

QFuture<Result<QHash<KeyId, QList<qint64>>>> StoredRequestLog::usage(const QList<KeyId> &keys, Instant now,
                                                                     int days) {
    return read([keys, now, days](QSqlDatabase &db) { return request_table::usage(db, keys, now, days); });
}

QFuture<Result<QList<KeyId>>> StoredRequestLog::keysRateLimited(Instant now) {
    return read([now](QSqlDatabase &db) { return request_table::keysRateLimited(db, now); });
}

QFuture<Result<QList<KeyId>>> StoredRequestLog::keysRejectionsUp(Instant now) {
    return read([now](QSqlDatabase &db) { return request_table::keysRejectionsUp(db, now); });
}

QFuture<Result<QHash<KeyId, QSet<QString>>>> StoredRequestLog::keysUsedScopes(Instant since) {
    return read([since](QSqlDatabase &db) { return request_table::keysUsedScopes(db, since); });
}

QFuture<Result<int>> StoredRequestLog::retentionDays() {
    return read([](QSqlDatabase &db) { return request_table::retentionDays(db); });
}

QFuture<Result<RetentionPreview>> StoredRequestLog::previewRetention(int days, Instant now) {
    return read([days, now](QSqlDatabase &db) { return request_table::previewRetention(db, days, now); });
}

struct StoredRequestLog::Removal {
    Answer<Result<qint64>> answer;
    RetentionPreview all;
    qint64 removed = 0;
    std::shared_ptr<std::atomic_bool> stop;
};

QFuture<Result<qint64>> StoredRequestLog::applyRetention(int days, Instant now,
                                                         std::shared_ptr<std::atomic_bool> stop) {
    auto removal = std::make_shared<Removal>();
    removal->stop = std::move(stop);
    write([days, now](QSqlDatabase &db) -> Result<RetentionPreview> {
        if (auto set = request_table::setRetentionDays(db, days); !set)
            return fail(set.error());
        return request_table::previewRetention(db, days, now);
    }) | then(this, [this, removal](const Result<RetentionPreview> &all) {
        if (!all)
            return removal->answer.give(fail(all.error()));
        removal->all = *all;
        removeNext(removal);
    });
    return removal->answer.future();
}

/// One step; what a verifier writes meanwhile comes between two of them.
void StoredRequestLog::removeNext(const std::shared_ptr<Removal> &removal) {
    const bool stopped = removal->stop && *removal->stop;
    write([stopped, before = removal->all.before](QSqlDatabase &db) {
        return stopped ? Result<qint64>(0) : request_table::removeOldest(db, before, RetentionStep);
    }) | then(this, [this, removal](const Result<qint64> &some) {
        if (!some)
            return removal->answer.give(fail(some.error()));
        removal->removed += *some;
        if (*some > 0) {
            emit retentionProgress(removal->removed, removal->all.rows);
            return removeNext(removal);
        }
        write([s = m_shared, stop = removal->stop, any = removal->removed > 0](QSqlDatabase &db) {
            s->texts.forget();
            return any && !(stop && *stop) ? request_table::removeUnusedTexts(db) : ok();
        }) | then(this, [removal](const Outcome &cleaned) {
            if (cleaned)
                removal->answer.give(removal->removed);
            else
                removal->answer.give(fail(cleaned.error()));
        });
    });
}

} // namespace latchkey
