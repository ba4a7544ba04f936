#include "server/verify/introspect.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace latchkey::server {

namespace {

/// application/x-www-form-urlencoded; nothing if a field stands twice.
std::optional<QHash<QByteArray, QByteArray>> formFields(QByteArray form) {
    QHash<QByteArray, QByteArray> fields;
    form.replace('+', ' ');
    const QList<QByteArray> parts = form.split('&');
    for (const QByteArray &part : parts) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        const QByteArray name = QByteArray::fromPercentEncoding(equals < 0 ? part : part.first(equals));
        if (fields.contains(name))
            return std::nullopt;
        fields.insert(name,
                      equals < 0 ? QByteArray() : QByteArray::fromPercentEncoding(part.sliced(equals + 1)));
    }
    return fields;
}

QJsonObject activeAnswer(const Verifier::Answer &a, int seconds) {
    QJsonArray scopes;
    for (const Scope &s : a.scopes)
        scopes.append(s.toString());
    Instant believedUntil = a.at.plusMs(1000LL * seconds);
    if (a.worksUntil && *a.worksUntil < believedUntil)
        believedUntil = *a.worksUntil;
    return {{QStringLiteral("active"), true},
            {QStringLiteral("scope"), a.scopes.toString()},
            {QStringLiteral("scopes"), scopes},
            {QStringLiteral("client_id"), a.key.toString()},
            {QStringLiteral("sub"), a.key.toString()},
            {QStringLiteral("username"), QString::fromStdString(a.name)},
            {QStringLiteral("token_type"), QStringLiteral("Bearer")},
            {QStringLiteral("iat"), a.at.ms() / 1000},
            {QStringLiteral("exp"), believedUntil.ms() / 1000},
            {QStringLiteral("environment"), a.environment ? toWord(*a.environment) : QString()},
            {QStringLiteral("customers"), QJsonArray::fromStringList(a.customers)}};
}

} // namespace

BodyAnswer introspect(const QuestionContext &context, const QByteArray &form) {
    const auto fields = formFields(form);
    if (!fields || !fields->contains("token"))
        return {400, {}, "invalid_request", "\"token\" must stand in the form, and no field twice."};
    policy::Request request;
    request.environment = context.config.environment;
    if (const QByteArray ip = fields->value("ip"); !ip.isEmpty()) {
        const auto range = IpRange::fromString(QString::fromLatin1(ip));
        if (!range || ip.contains('/'))
            return {400, {}, "invalid_request", "\"ip\" is no address."};
        request.address = range->network();
    }
    if (const QByteArray customer = fields->value("customer"); !customer.isEmpty())
        request.customer = QString::fromUtf8(customer);
    const auto answer = context.verifier.verify(fields->value("token"), request, Verifier::Use::Look);
    if (!answer) {
        Counters::add(context.counters.unconfirmed);
        return {503, {}, "unconfirmed", "The state of the keys is not confirmed."};
    }
    context.counters.decided(answer->decision.code, (steadyNs() - context.startedNs) / 1000);
    // An inactive token gets no reason (RFC 7662, 2.2).
    const QJsonObject body = answer->allowed() ? activeAnswer(*answer, context.config.introspectionSeconds)
                                               : QJsonObject{{QStringLiteral("active"), false}};
    return {200, QJsonDocument(body).toJson(QJsonDocument::Compact).toStdString()};
}

} // namespace latchkey::server
