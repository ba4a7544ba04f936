#pragma once

#include "core/remote/rest_bodies.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

/// Requests of SendGrid's v3 API.
namespace latchkey::sendgrid {

inline ServerRequest listRequest(int limit) {
    return rest::get("/v3/api_keys?limit=" + QByteArray::number(limit));
}
inline ServerRequest scopesRequest() {
    return rest::get("/v3/scopes");
}
inline ServerRequest keyRequest(const QString &id) {
    return rest::get("/v3/api_keys/" + id.toLatin1());
}
/// Sent at most once: SendGrid has nothing that would make a second one harmless.
inline ServerRequest writing(QByteArray method, QByteArray path, const QJsonObject &body = {}) {
    ServerRequest r = rest::changing(std::move(method), std::move(path), body);
    r.once = true;
    return r;
}
/// No list at all makes a key that may do everything.
inline ServerRequest createRequest(const QString &name, const std::optional<QStringList> &scopes) {
    QJsonObject body{{QStringLiteral("name"), name}};
    if (scopes)
        body.insert(QStringLiteral("scopes"), QJsonArray::fromStringList(*scopes));
    return writing("POST", "/v3/api_keys", body);
}
inline ServerRequest renameRequest(const QString &id, const QString &name) {
    return writing("PATCH", "/v3/api_keys/" + id.toLatin1(), {{QStringLiteral("name"), name}});
}
inline ServerRequest replaceRequest(const QString &id, const QString &name, const QStringList &scopes) {
    return writing(
        "PUT", "/v3/api_keys/" + id.toLatin1(),
        {{QStringLiteral("name"), name}, {QStringLiteral("scopes"), QJsonArray::fromStringList(scopes)}});
}
inline ServerRequest deleteRequest(const QString &id) {
    return writing("DELETE", "/v3/api_keys/" + id.toLatin1());
}

} // namespace latchkey::sendgrid
