#include "core/storage/requests/request_file.h"
#include "core/storage/requests/request_table.h"
#include "core/token/token.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace latchkey;

namespace {

constexpr int Days = 90;

/// Requests of 90 days up to `now`: a few busy keys and many quiet ones, as a gateway sees them.
class RequestMaker {
public:
    RequestMaker(qint64 count, int keys, Instant now)
        : m_count(count)
        , m_now(now) {
        for (int i = 0; i < keys; ++i)
            m_keys.append(token::randomId());
    }
    RequestRecord at(qint64 i) {
        RequestRecord r;
        r.at = m_now.plusMs(-(m_count - i) * (Days * 86'400'000LL / m_count));
        const int fate = m_random.bounded(1000);
        r.outcome = fate < 930   ? RequestOutcome::Allowed
                    : fate < 955 ? RequestOutcome::Unauthorized
                    : fate < 970 ? RequestOutcome::Forbidden
                    : fate < 985 ? RequestOutcome::RateLimited
                                 : RequestOutcome::Failed;
        r.status = std::array{200, 401, 403, 429, 500}[static_cast<std::size_t>(r.outcome)];
        const double where = m_random.generateDouble();
        const auto key = static_cast<qsizetype>(where * where * where * static_cast<double>(m_keys.size()));
        r.key = r.credential = m_keys[key];
        r.environment = static_cast<Environment>(key % 3);
        r.method = m_random.bounded(3) ? QStringLiteral("GET") : QStringLiteral("POST");
        r.path = QStringLiteral("/v1/leads/%1").arg(m_random.bounded(1'000'000));
        r.scope = m_random.bounded(3) ? QStringLiteral("leads:read") : QStringLiteral("leads:write");
        r.ip = QStringLiteral("10.%1.%2.4").arg(m_random.bounded(8)).arg(m_random.bounded(256));
        r.userAgent = QStringLiteral("client/%1").arg(m_random.bounded(40));
        r.durationUs = m_random.bounded(200'000);
        return r;
    }
    [[nodiscard]] const QList<KeyId> &keys() const { return m_keys; }

private:
    qint64 m_count;
    Instant m_now;
    QList<KeyId> m_keys;
    QRandomGenerator m_random{5};
};

/// The median of some runs, in milliseconds.
template<typename F>
double median(F f, int runs = 7) {
    QList<double> times;
    for (int i = 0; i < runs; ++i) {
        QElapsedTimer t;
        t.start();
        if (!f()) {
            std::fputs("a query failed\n", stderr);
            std::exit(1);
        }
        times.append(static_cast<double>(t.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

QJsonObject measure(QSqlDatabase &db, const RequestMaker &maker, Instant now) {
    using namespace request_table;
    QJsonObject o;
    RequestFilter all, rejected, oneKey, day, rare, env, path;
    rejected.outcomes = {RequestOutcome::Unauthorized, RequestOutcome::Forbidden,
                         RequestOutcome::RateLimited};
    oneKey.keys = {maker.keys().first()};
    day.from = now.plusDays(-1);
    rare.keys = {maker.keys().last()};
    rare.outcomes = {RequestOutcome::RateLimited};
    env.environment = Environment::Staging;
    path.words = {QStringLiteral("leads/77777")};
    const auto first = [&](const char *name, const RequestFilter &f) {
        o[QLatin1StringView(name)] = median([&] { return page(db, f, 0, 200).has_value(); });
    };
    first("first_page_ms", all);
    first("first_page_rejected_ms", rejected);
    first("first_page_key_ms", oneKey);
    first("first_page_rare_key_429_ms", rare);
    first("first_page_environment_ms", env);
    first("first_page_search_step_ms", path);
    o[QStringLiteral("deep_page_ms")] =
        median([&] { return page(db, all, firstIdOf(now.plusDays(-Days / 2)), 200).has_value(); });
    QElapsedTimer t;
    t.start();
    qint64 before = 0, found = 0;
    do {
        const auto p = page(db, path, before, 200);
        if (!p)
            std::exit(1);
        found += p->rows.size();
        before = p->next;
    } while (before != 0);
    o[QStringLiteral("search_everything_ms")] = static_cast<double>(t.elapsed());
    o[QStringLiteral("search_everything_rows")] = found;
    const auto counted = [&](const char *name, const RequestFilter &f) {
        o[QLatin1StringView(name)] = median([&] { return count(db, f).has_value(); });
    };
    counted("count_all_ms", all);
    counted("count_rejected_ms", rejected);
    counted("count_last_day_ms", day);
    counted("count_key_ms", oneKey);
    o[QStringLiteral("chart_90_days_ms")] =
        median([&] { return chart(db, all, now.plusDays(-Days), now, 24).has_value(); });
    o[QStringLiteral("chart_7_days_hours_ms")] =
        median([&] { return chart(db, rejected, now.plusDays(-7), now, 1).has_value(); });
    o[QStringLiteral("chart_key_30_days_ms")] =
        median([&] { return chart(db, oneKey, now.plusDays(-30), now, 24).has_value(); });
    o[QStringLiteral("usage_128_keys_7_days_ms")] =
        median([&] { return usage(db, maker.keys().mid(0, 128), now, 7).has_value(); });
    o[QStringLiteral("keys_rate_limited_ms")] = median([&] { return keysRateLimited(db, now).has_value(); });
    o[QStringLiteral("keys_rejections_up_ms")] =
        median([&] { return keysRejectionsUp(db, now).has_value(); });
    o[QStringLiteral("keys_used_scopes_90_days_ms")] =
        median([&] { return keysUsedScopes(db, now.plusDays(-90)).has_value(); }, 3);
    o[QStringLiteral("retention_preview_ms")] =
        median([&] { return previewRetention(db, 30, now).has_value(); });
    return o;
}

} // namespace

/// latchkey-requests-bench --rows N: the figures of docs/performance.md for requests, as JSON.
int main(int argc, char **argv) {
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Measures queries over many requests."));
    parser.addHelpOption();
    parser.addOption({QStringLiteral("rows"), QStringLiteral("How many requests (100000)."),
                      QStringLiteral("N"), QStringLiteral("100000")});
    parser.addOption({QStringLiteral("keys"), QStringLiteral("Of how many keys (10000)."),
                      QStringLiteral("N"), QStringLiteral("10000")});
    parser.process(app);
    const qint64 rows = parser.value(QStringLiteral("rows")).toLongLong();
    const int keys = parser.value(QStringLiteral("keys")).toInt();
    if (rows < 1 || keys < 1) {
        std::fputs("--rows and --keys need numbers from 1\n", stderr);
        return 2;
    }
    const QTemporaryDir dir;
    const QString path = request_file::pathFor(dir.filePath(QStringLiteral("bench")));
    const QString connection = QStringLiteral("bench");
    if (!request_file::openWriter(connection, path))
        return 1;
    QJsonObject result;
    {
        QSqlDatabase db = QSqlDatabase::database(connection, false);
        const Instant now(1'791'720'000'000);
        RequestMaker maker(rows, keys, now);
        request_table::TextNumbers texts;
        QElapsedTimer t;
        t.start();
        constexpr qint64 Batch = 50'000;
        for (qint64 from = 0; from < rows; from += Batch) {
            QList<RequestRecord> some;
            for (qint64 i = from; i < qMin(from + Batch, rows); ++i)
                some.append(maker.at(i));
            if (!request_table::append(db, texts, some, {}))
                return 1;
            std::fprintf(stderr, "\r%lld", static_cast<long long>(from + some.size()));
        }
        std::fputs("\n", stderr);
        const double seconds = static_cast<double>(t.elapsed()) / 1000;
        result = measure(db, maker, now);
        result[QStringLiteral("rows")] = rows;
        result[QStringLiteral("append_rows_per_s")] = std::round(static_cast<double>(rows) / seconds);
        result[QStringLiteral("file_mb")] = static_cast<double>(QFileInfo(path).size()) / 1e6;
        t.restart();
        const auto removed = request_table::removeOldest(db, now.plusDays(-30), 10'000);
        result[QStringLiteral("retention_step_10000_ms")] = removed ? static_cast<double>(t.elapsed()) : -1.0;
        db.close();
    }
    QSqlDatabase::removeDatabase(connection);
    std::puts(QJsonDocument(result).toJson(QJsonDocument::Indented).constData());
    return 0;
}
