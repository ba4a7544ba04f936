#include "core/services/connections/connection_tests.h"

#include "core/model/in_background.h"
#include "core/storage/postgres/postgres_address.h"
#include "core/storage/postgres/postgres_schema.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <libpq-fe.h>

#if defined(Q_OS_WIN)
#include <winsock2.h>
#else
#include <poll.h>
#endif

namespace latchkey {

namespace {

constexpr int AnswerMs = 5'000;

using Libpq = std::unique_ptr<PGconn, decltype(&PQfinish)>;
using Rows = std::unique_ptr<PGresult, decltype(&PQclear)>;

Libpq startConnecting(const PostgresAddress &a) {
    const QByteArray port = QByteArray::number(a.port), seconds = QByteArray::number(a.connectSeconds);
    const QByteArray host = a.host.toUtf8(), database = a.database.toUtf8(), user = a.user.toUtf8(),
                     password = a.password.toUtf8(), mode = a.sslMode.toUtf8(),
                     root = a.rootCertificate.toUtf8();
    const std::array<const char *, 10> names{"host",        "port",    "dbname",          "user",
                                             "password",    "sslmode", "connect_timeout", "application_name",
                                             "sslrootcert", nullptr};
    const std::array<const char *, 10> values{
        host.constData(),     port.constData(), database.constData(), user.constData(),
        password.constData(), mode.constData(), seconds.constData(),  "latchkey",
        root.constData(),     nullptr}; // an empty one is as if it were not there
    return {PQconnectStartParams(names.data(), values.data(), 0), PQfinish};
}

bool waitForSocket(int socket, bool toWrite, const QDeadlineTimer &deadline) {
#if defined(Q_OS_WIN)
    WSAPOLLFD waiting{static_cast<SOCKET>(socket), static_cast<SHORT>(toWrite ? POLLOUT : POLLIN), 0};
    return WSAPoll(&waiting, 1, static_cast<int>(deadline.remainingTime())) > 0;
#else
    pollfd waiting{socket, static_cast<short>(toWrite ? POLLOUT : POLLIN), 0};
    return poll(&waiting, 1, static_cast<int>(deadline.remainingTime())) > 0;
#endif
}

/// How far a connection came: libpq's own states say it, whatever language its sentences are in.
class Doorbell {
public:
    explicit Doorbell(const PostgresAddress &address)
        : m_address(address)
        , m_connection(startConnecting(address))
        , m_deadline(qint64{1'000} * address.connectSeconds) {
        m_time.start();
    }

    QList<ConnectionStep> ring() {
        if (!connected()) {
            const ConnectionStep::What failed = m_step;
            pass(failed);
            m_steps.append({failed, fail(reason(failed)), {}});
            return m_steps;
        }
        pass(ConnectionStep::What::Permissions);
        askPermissions();
        return m_steps;
    }

private:
    bool connected() {
        PostgresPollingStatusType want = PGRES_POLLING_WRITING;
        while (want != PGRES_POLLING_OK) {
            const ConnStatusType state = PQstatus(m_connection.get());
            if (state == CONNECTION_BAD || want == PGRES_POLLING_FAILED)
                return false;
            note(state);
            m_late = m_deadline.hasExpired() ||
                     !waitForSocket(PQsocket(m_connection.get()), want == PGRES_POLLING_WRITING, m_deadline);
            if (m_late)
                return false;
            want = PQconnectPoll(m_connection.get());
        }
        return true;
    }
    void note(ConnStatusType state) {
        if (state == CONNECTION_SSL_STARTUP)
            m_step = ConnectionStep::What::Tls;
        else if (state == CONNECTION_AWAITING_RESPONSE || state == CONNECTION_AUTH_OK ||
                 state == CONNECTION_SETENV || state == CONNECTION_CHECK_WRITABLE)
            m_step = ConnectionStep::What::SignIn;
    }
    /// Every step before this one went well.
    void pass(ConnectionStep::What until) {
        if (until > ConnectionStep::What::Reach)
            m_steps.append({ConnectionStep::What::Reach, ok(), {{QStringLiteral("ms"), m_time.elapsed()}}});
        if (until > ConnectionStep::What::Tls) {
            const char *protocol = PQsslAttribute(m_connection.get(), "protocol");
            m_steps.append({ConnectionStep::What::Tls,
                            ok(),
                            {{QStringLiteral("protocol"), QString::fromLatin1(protocol)},
                             {QStringLiteral("checked"), m_address.sslMode.startsWith(u"verify")}}});
        }
        if (until > ConnectionStep::What::SignIn)
            m_steps.append({ConnectionStep::What::SignIn, ok(), {{QStringLiteral("user"), m_address.user}}});
    }
    [[nodiscard]] Error reason(ConnectionStep::What failed) const {
        QString words = QString::fromUtf8(PQerrorMessage(m_connection.get())).trimmed();
        words = words.section(u'\n', 0, 0); // hints follow
        QVariantMap params{{QStringLiteral("path"), m_address.shown()},
                           {QStringLiteral("reason"), m_late ? QString() : words}};
        if (failed == ConnectionStep::What::Reach)
            return Error(ErrorCode::Unreachable, params);
        if (failed == ConnectionStep::What::Tls) {
            params.insert(QStringLiteral("words"), words);
            params.insert(QStringLiteral("reason"), QStringLiteral("database"));
            return Error(ErrorCode::UntrustedServer, params);
        }
        return Error(PQconnectionNeedsPassword(m_connection.get()) ? ErrorCode::NotKept
                                                                   : ErrorCode::NotAllowed,
                     params);
    }

    /// Null where none comes in time.
    PGresult *answerTo(const char *question) {
        PGconn *const c = m_connection.get();
        const QDeadlineTimer deadline(AnswerMs);
        if (!PQsendQuery(c, question))
            return nullptr;
        while (PQisBusy(c)) {
            if (deadline.hasExpired() || !waitForSocket(PQsocket(c), false, deadline) || !PQconsumeInput(c))
                return nullptr;
        }
        PGresult *answer = PQgetResult(c);
        while (answer) { // the end of the answer must be taken too
            if (PGresult *more = PQgetResult(c); more)
                PQclear(more);
            else
                break;
        }
        return answer;
    }

    /// The one value, or nothing where the server refused; its words are then in `why`.
    std::optional<QString> value(const char *question, Error *why) {
        const Rows rows(answerTo(question), PQclear);
        if (PQresultStatus(rows.get()) == PGRES_TUPLES_OK && PQntuples(rows.get()) == 1)
            return QString::fromUtf8(PQgetvalue(rows.get(), 0, 0));
        *why = Error(ErrorCode::NotAllowed,
                     {{QStringLiteral("path"), m_address.shown()},
                      {QStringLiteral("reason"),
                       QString::fromUtf8(PQresultErrorMessage(rows.get())).trimmed().section(u'\n', 0, 0)}});
        return std::nullopt;
    }

    void askPermissions() {
        Error why;
        const auto tables = value("SELECT to_regclass('latchkey_schema') IS NOT NULL", &why);
        if (!tables) {
            m_steps.append({ConnectionStep::What::Permissions, fail(why), {}});
            return;
        }
        const bool there = *tables == QStringLiteral("t");
        const auto may = value(there ? "SELECT NOT (pg_is_in_recovery() OR "
                                       "current_setting('transaction_read_only') = 'on') AND "
                                       "has_table_privilege('keys', 'INSERT, UPDATE')"
                                     : "SELECT has_schema_privilege(current_schema(), 'CREATE')",
                               &why);
        if (!may || (!there && *may != QStringLiteral("t"))) {
            m_steps.append({ConnectionStep::What::Permissions, fail(may ? notFound() : why), {}});
            return;
        }
        m_steps.append({ConnectionStep::What::Permissions,
                        ok(),
                        {{QStringLiteral("readOnly"), *may != QStringLiteral("t")},
                         {QStringLiteral("noTables"), !there}}});
        askVersion(there);
    }
    [[nodiscard]] Error notFound() const {
        return Error(ErrorCode::NotFound, {{QStringLiteral("path"), m_address.shown()}});
    }

    void askVersion(bool tables) {
        ConnectionStep step{ConnectionStep::What::Version, ok(), {}};
        step.facts.insert(QStringLiteral("server"),
                          QString::fromLatin1(PQparameterStatus(m_connection.get(), "server_version")));
        Error why;
        if (tables) {
            const auto schema = value("SELECT version FROM latchkey_schema", &why);
            const auto name = value("SELECT value FROM vault WHERE field = 'name'", &why);
            if (!schema)
                step.outcome = fail(why);
            else if (schema->toInt() > postgres_schema::Version)
                step.outcome = fail(ErrorCode::SchemaTooNew, {{QStringLiteral("path"), m_address.shown()}});
            if (name)
                step.facts.insert(QStringLiteral("vault"), *name);
            step.facts.insert(QStringLiteral("schema"), schema.value_or(QString()));
        }
        m_steps.append(step);
    }

    const PostgresAddress &m_address;
    Libpq m_connection;
    QDeadlineTimer m_deadline;
    QElapsedTimer m_time;
    ConnectionStep::What m_step = ConnectionStep::What::Reach;
    bool m_late = false;
    QList<ConnectionStep> m_steps;
};

} // namespace

QFuture<Result<QList<ConnectionStep>>> testPostgres(const QString &uri) {
    using Steps = Result<QList<ConnectionStep>>;
    const auto address = parsePostgresAddress(uri);
    if (!address)
        return ready<Steps>(fail(address.error()));
    return inBackground(*QThreadPool::globalInstance(),
                        [a = *address]() -> Steps { return Doorbell(a).ring(); });
}

} // namespace latchkey
