#include "core/storage/requests/local_request_log.h"

#include "core/model/futures.h"
#include "core/storage/requests/request_file.h"
#include "core/storage/requests/request_table.h"

namespace latchkey {

namespace {

bool isDamage(const Error &e) {
    return e.code == ErrorCode::Damaged || e.code == ErrorCode::NotAVault;
}

constexpr int RetentionStep = 10'000;

} // namespace

/// What the threads share. `generation` counts how often the file was set aside.
struct LocalRequestLog::Shared {
    QString path;
    bool readOnly = false;
    std::atomic_int generation{0};
    int readerGeneration = 0;           ///< the reader's
    request_table::TextNumbers texts;   ///< the writer's
    std::function<void(QString)> aside; ///< hears of a file that was set aside; on the writer's thread

    Outcome openReader(const QString &connection) {
        if (QSqlDatabase db = QSqlDatabase::database(connection, false); db.isOpen()) {
            if (readerGeneration == generation)
                return ok();
            db.close();
        }
        readerGeneration = generation;
        return request_file::openReader(connection, path, readOnly);
    }
    Outcome openWriter(const QString &connection) {
        if (QSqlDatabase::database(connection, false).isOpen())
            return ok();
        const auto opened = request_file::openWriter(connection, path);
        return opened || !isDamage(opened.error()) ? opened : startAnew(connection);
    }
    Outcome startAnew(const QString &connection) {
        QSqlDatabase::database(connection, false).close();
        texts.forget();
        const auto moved = request_file::setAside(path);
        if (!moved)
            return fail(moved.error());
        ++generation;
        aside(*moved);
        return request_file::openWriter(connection, path);
    }
};

LocalRequestLog::LocalRequestLog(const QString &vaultPath, bool readOnly, QObject *parent)
    : RequestLog(parent)
    , m_shared(std::make_shared<Shared>()) {
    m_shared->path = request_file::pathFor(vaultPath);
    m_shared->readOnly = readOnly;
    m_shared->aside = [this](const QString &path) {
        QMetaObject::invokeMethod(this, [this, path] {
            emit setAside(path);
            tellChanged();
        });
    };
    m_calm.setSingleShot(true);
    m_calm.setInterval(250);
    connect(&m_calm, &QTimer::timeout, this, &RequestLog::changed);
}

LocalRequestLog::~LocalRequestLog() = default;

void LocalRequestLog::tellChanged() {
    if (!m_calm.isActive())
        m_calm.start();
}

/// Runs `task(database)` on the reader. While there is no file, the answer is an empty one.
template<typename F>
auto LocalRequestLog::read(F task) {
    using R = std::invoke_result_t<F, QSqlDatabase &>;
    if (!m_reader)
        m_reader = std::make_unique<DbThread>(QStringLiteral("requests-reader"));
    return m_reader->run([this, s = m_shared, task = std::move(task),
                          connection = m_reader->connectionName()](QSqlDatabase &) -> R {
        const auto open = s->openReader(connection);
        if (!open && open.error().code == ErrorCode::NotFound)
            return typename R::value_type{};
        R result = fail(open ? Error() : open.error());
        if (open) {
            QSqlDatabase db = QSqlDatabase::database(connection, false);
            result = task(db);
        }
        if (!result && isDamage(result.error()))
            QMetaObject::invokeMethod(this, [this, g = s->readerGeneration] { repair(g); });
        return result;
    });
}

/// Runs `task(database)` on the writer; once more, in a new file, when this one is damaged.
template<typename F>
auto LocalRequestLog::write(F task) {
    using R = std::invoke_result_t<F, QSqlDatabase &>;
    if (m_shared->readOnly)
        return ready(R(fail(ErrorCode::ReadOnly, {{QStringLiteral("path"), m_shared->path}})));
    if (!m_writer)
        m_writer = std::make_unique<DbThread>(QStringLiteral("requests-writer"));
    return m_writer->run([this, s = m_shared, task = std::move(task),
                          connection = m_writer->connectionName()](QSqlDatabase &) -> R {
        if (const auto open = s->openWriter(connection); !open)
            return fail(open.error());
        QSqlDatabase db = QSqlDatabase::database(connection, false);
        R result = task(db);
        if (!result && isDamage(result.error())) {
            db = {};
            if (const auto anew = s->startAnew(connection); !anew)
                return fail(anew.error());
            db = QSqlDatabase::database(connection, false);
            result = task(db);
        }
        if (result)
            QMetaObject::invokeMethod(this, &LocalRequestLog::tellChanged);
        return result;
    });
}

/// A reader found damage in the file of this generation.
void LocalRequestLog::repair(int generation) {
    if (m_shared->readOnly)
        return;
    write([s = m_shared, generation](QSqlDatabase &) -> Outcome {
        return s->generation == generation ? Outcome(fail(ErrorCode::Damaged)) : ok();
    });
}

QFuture<Outcome> LocalRequestLog::append(const QList<RequestRecord> &rows,
                                         const std::optional<ImportMark> &mark) {
    return write([s = m_shared, rows, mark](QSqlDatabase &db) {
        return request_table::append(db, s->texts, rows, mark);
    });
}

QFuture<Result<QList<ImportMark>>> LocalRequestLog::importMarks() {
    return read([](QSqlDatabase &db) { return request_table::importMarks(db); });
}

QFuture<Result<RequestPage>> LocalRequestLog::page(const RequestFilter &filter, qint64 before, int limit) {
    return read(
        [filter, before, limit](QSqlDatabase &db) { return request_table::page(db, filter, before, limit); });
}

QFuture<Result<RequestCount>> LocalRequestLog::count(const RequestFilter &filter) {
    return read([filter](QSqlDatabase &db) { return request_table::count(db, filter); });
}

QFuture<Result<RequestChart>> LocalRequestLog::chart(const RequestFilter &filter, Instant from, Instant to,
                                                     int hours) {
    return read([filter, from, to, hours](QSqlDatabase &db) {
        return request_table::chart(db, filter, from, to, hours);
    });
}

QFuture<Result<QHash<KeyId, QList<qint64>>>> LocalRequestLog::usage(const QList<KeyId> &keys, Instant now,
                                                                    int days) {
    return read([keys, now, days](QSqlDatabase &db) { return request_table::usage(db, keys, now, days); });
}

QFuture<Result<QList<KeyId>>> LocalRequestLog::keysRateLimited(Instant now) {
    return read([now](QSqlDatabase &db) { return request_table::keysRateLimited(db, now); });
}

QFuture<Result<QList<KeyId>>> LocalRequestLog::keysRejectionsUp(Instant now) {
    return read([now](QSqlDatabase &db) { return request_table::keysRejectionsUp(db, now); });
}

QFuture<Result<QHash<KeyId, QSet<QString>>>> LocalRequestLog::keysUsedScopes(Instant since) {
    return read([since](QSqlDatabase &db) { return request_table::keysUsedScopes(db, since); });
}

QFuture<Result<int>> LocalRequestLog::retentionDays() {
    return read([](QSqlDatabase &db) { return request_table::retentionDays(db); });
}

QFuture<Result<RetentionPreview>> LocalRequestLog::previewRetention(int days, Instant now) {
    return read([days, now](QSqlDatabase &db) { return request_table::previewRetention(db, days, now); });
}

QFuture<Result<qint64>> LocalRequestLog::applyRetention(int days, Instant now,
                                                        std::shared_ptr<std::atomic_bool> stop) {
    return write([this, days, now, stop](QSqlDatabase &db) -> Result<qint64> {
        if (auto set = request_table::setRetentionDays(db, days); !set)
            return fail(set.error());
        const auto preview = request_table::previewRetention(db, days, now);
        if (!preview)
            return fail(preview.error());
        qint64 removed = 0;
        while (!stop || !*stop) {
            const auto some = request_table::removeOldest(db, preview->before, RetentionStep);
            if (!some)
                return fail(some.error());
            if (*some == 0)
                break;
            removed += *some;
            QMetaObject::invokeMethod(
                this, [this, removed, all = preview->rows] { emit retentionProgress(removed, all); });
        }
        if (const auto cleaned = removed > 0 ? request_table::removeUnusedTexts(db) : ok(); !cleaned)
            return fail(cleaned.error());
        m_shared->texts.forget();
        return removed;
    });
}

} // namespace latchkey
