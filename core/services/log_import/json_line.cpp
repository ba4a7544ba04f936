#include "core/services/log_import/json_line.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <array>
#include <cmath>

namespace latchkey::log_line {

namespace {

/// The first of these names that the object has.
template<std::size_t N>
QJsonValue firstOf(const QJsonObject &o, const std::array<const char *, N> &names) {
    for (const char *name : names) {
        const QJsonValue v = *name ? o.value(QLatin1StringView(name)) : QJsonValue(QJsonValue::Undefined);
        if (!v.isUndefined() && !v.isNull())
            return v;
    }
    return QJsonValue::Undefined;
}

QByteArray textOf(const QJsonValue &v) {
    return v.isDouble() ? QByteArray::number(v.toDouble(), 'g', 15) : v.toString().toUtf8();
}

/// Seconds or milliseconds since 1970, ISO 8601, or as nginx has it.
std::optional<qint64> timeOf(const QJsonValue &v) {
    bool isNumber = v.isDouble();
    double number = v.toDouble();
    if (v.isString()) {
        const QString text = v.toString();
        if (const auto ms = combinedTime(text.toLatin1()))
            return ms;
        if (const QDateTime t = QDateTime::fromString(text, Qt::ISODateWithMs); t.isValid()) {
            // Without a zone it is UTC, wherever this computer stands.
            return t.timeSpec() == Qt::LocalTime ? QDateTime(t.date(), t.time(), Qt::UTC).toMSecsSinceEpoch()
                                                 : t.toMSecsSinceEpoch();
        }
        number = text.toDouble(&isNumber);
    }
    if (!isNumber || !std::isfinite(number) || number <= 0 || number > 1e13)
        return std::nullopt;
    return static_cast<qint64>(number < 1e11 ? number * 1000 : number);
}

struct Names {
    Field field;
    std::array<const char *, 8> names;
};
// docs/requests.md has the same table.
constexpr std::array fields{
    Names{Field::Method, {"method", "request_method", "http_method", "", "", "", "", ""}},
    Names{Field::Path, {"path", "uri", "request_uri", "url", "", "", "", ""}},
    Names{Field::Ip, {"ip", "remote_addr", "client_ip", "remote_ip", "remote_address", "", "", ""}},
    Names{Field::UserAgent, {"user_agent", "http_user_agent", "agent", "userAgent", "", "", "", ""}},
    Names{Field::Scope, {"scope", "permission", "", "", "", "", "", ""}},
    Names{Field::Customer, {"customer", "customer_id", "", "", "", "", "", ""}},
    Names{Field::Environment, {"environment", "env", "", "", "", "", "", ""}},
    Names{Field::Code, {"code", "decision", "reason", "", "", "", "", ""}},
    Names{Field::Milliseconds, {"duration_ms", "latency_ms", "elapsed_ms", "", "", "", "", ""}},
    Names{Field::Seconds, {"request_time", "duration", "duration_s", "", "", "", "", ""}},
    Names{Field::Referrer, {"referer", "referrer", "http_referer", "http_referrer", "", "", "", ""}},
    Names{Field::Referrer, {"query", "query_string", "args", "", "", "", "", ""}},
    // What says least comes first: the last one that names a key holds.
    Names{Field::Key, {"remote_user", "", "", "", "", "", "", ""}},
    Names{Field::Key, {"key", "key_id", "credential", "masked_key", "", "", "", ""}},
    Names{Field::Key,
          {"authorization", "http_authorization", "api_key", "apikey", "x_api_key", "http_x_api_key", "token",
           "api-key"}},
};

} // namespace

tl::expected<Line, Problem> parseJson(QByteArrayView text) {
    QJsonParseError error{};
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), text.size()), &error);
    if (error.error != QJsonParseError::NoError)
        return tl::unexpected(Problem::BadJson);
    if (!document.isObject())
        return tl::unexpected(Problem::NotALogLine);
    const QJsonObject o = document.object();
    Line line;
    const auto ms = timeOf(firstOf(
        o, std::array{"time", "timestamp", "@timestamp", "ts", "time_iso8601", "time_local", "msec"}));
    if (!ms || !setTime(line, *ms))
        return tl::unexpected(Problem::BadTime);
    const QByteArray status =
        textOf(firstOf(o, std::array{"status", "status_code", "response_status", "http_status"}));
    bool number = false;
    if (const int code = status.toInt(&number); !number || !setStatus(line, code))
        return tl::unexpected(Problem::BadStatus);
    setRequest(line, textOf(o.value(QLatin1StringView("request"))));
    for (const Names &n : fields) {
        if (const QJsonValue v = firstOf(o, n.names); !v.isUndefined())
            setField(line, n.field, textOf(v));
    }
    return line;
}

} // namespace latchkey::log_line
