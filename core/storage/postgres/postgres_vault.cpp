#include "core/storage/postgres/postgres_vault.h"

#include "core/model/futures.h"
#include "core/storage/dialect.h"
#include "core/storage/postgres/postgres_schema.h"
#include "core/storage/requests/stored_request_log.h"
#include "core/storage/sql.h"
#include "core/storage/storage_opening.h"

namespace latchkey {

namespace {

class DatabasePlace final : public VaultPlace {
public:
    DatabasePlace(PostgresAddress address, const PostgresOptions &options)
        : m_address(std::move(address))
        , m_times(options.times)
        , m_listen(options.listen)
        , m_deadline(std::make_shared<Deadline>()) {}

    Outcome openReader(const QString &connection) const override {
        return PostgresSession::open(connection, m_address, m_times, m_deadline);
    }
    [[nodiscard]] bool canBeLost() const override { return true; }
    Outcome revive(QSqlDatabase &db) const override {
        PostgresSession *session = PostgresSession::of(db);
        return session ? session->revive() : ok();
    }
    Outcome listen(QSqlDatabase &db, std::function<void()> told) const override {
        if (!m_listen)
            return ok();
        auto q = sql::exec(db, QStringLiteral("SELECT 'latchkey_' || current_schema()"));
        if (!q || !q->next())
            return fail(q ? Error() : q.error());
        return PostgresSession::of(db)->listenTo(q->value(0).toString(), std::move(told));
    }
    [[nodiscard]] const PostgresAddress &address() const { return m_address; }

private:
    PostgresAddress m_address;
    PostgresSession::Times m_times;
    bool m_listen;
    std::shared_ptr<Deadline> m_deadline;
};

class DatabaseRequests final : public RequestPlace {
public:
    DatabaseRequests(std::shared_ptr<const DatabasePlace> place, bool readOnly)
        : m_place(std::move(place))
        , m_readOnly(readOnly) {}
    [[nodiscard]] QString name() const override { return m_place->address().shown(); }
    [[nodiscard]] bool readOnly() const override { return m_readOnly; }
    Outcome openWriter(const QString &connection) const override { return open(connection); }
    Outcome openReader(const QString &connection) const override { return open(connection); }
    Result<qint64> changeMark(QSqlDatabase &db) const override {
        auto q = sql::exec(db, QStringLiteral("SELECT value FROM facts WHERE field = 'batches'"));
        if (!q)
            return fail(q.error());
        return q->next() ? q->value(0).toLongLong() : 0;
    }
    [[nodiscard]] Result<QString> setAside() const override {
        return fail(ErrorCode::Damaged, {{QStringLiteral("path"), name()}}); // the server's to repair
    }
    [[nodiscard]] bool canBeLost() const override { return true; }

private:
    Outcome open(const QString &connection) const {
        if (!QSqlDatabase::contains(connection))
            return m_place->openReader(connection);
        QSqlDatabase db = QSqlDatabase::database(connection, false);
        return m_place->revive(db);
    }

    std::shared_ptr<const DatabasePlace> m_place;
    bool m_readOnly;
};

/// All of it on the writer's own thread: tables, record, identity.
Result<vault_record::Identity> openDatabase(const QString &connection, const DatabasePlace &place,
                                            const PostgresOptions &options, Instant now) {
    if (auto opened = place.openReader(connection); !opened)
        return fail(opened.error());
    QSqlDatabase db = QSqlDatabase::database(connection, false);
    if (auto migrated = postgres_schema::migrate(db, options.create); !migrated)
        return fail(migrated.error());
    const auto readOnly = postgres_schema::isReadOnly(db);
    if (!readOnly)
        return fail(readOnly.error());
    if (!*readOnly) {
        const vault_record::NewVault vault{options.name.isEmpty() ? place.address().database : options.name,
                                           options.prefix, options.actor, options.catalogueJson};
        if (auto founded = vault_record::found(db, vault, now); !founded)
            return fail(founded.error());
    }
    return vault_record::identify(db, place.address().shown(), *readOnly);
}

} // namespace

QFuture<Result<std::shared_ptr<VaultBackend>>>
openPostgresVault(const QString &uri, const PostgresOptions &options, const Clock &clock) {
    using Answered = Result<std::shared_ptr<VaultBackend>>;
    auto address = parsePostgresAddress(uri);
    if (!address)
        return ready<Answered>(fail(address.error()));
    auto place = std::make_shared<const DatabasePlace>(std::move(*address), options);
    return openStorage(
        place,
        [place, options, now = clock.now()](const QString &connection) {
            return openDatabase(connection, *place, options, now);
        },
        [place](const vault_record::Identity &identity) -> std::unique_ptr<RequestLog> {
            return std::make_unique<StoredRequestLog>(
                std::make_unique<DatabaseRequests>(place, identity.info.readOnly));
        },
        clock, options.indexLoad);
}

} // namespace latchkey
