#pragma once

#include "core/remote/http_client.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

/// Requests as the REST API wants them: docs/rest.md.
namespace latchkey::rest {

inline ServerRequest get(QByteArray path, const QByteArray &query = {}) {
    ServerRequest r;
    r.path = std::move(path);
    if (!query.isEmpty())
        r.path += '?' + query;
    return r;
}
/// One whose answer grows with the vault: a row for each customer, or for each set of permissions.
inline ServerRequest getAll(QByteArray path) {
    ServerRequest r = get(std::move(path));
    r.mostBytes = 32 << 20;
    r.mostValues = 4'000'000;
    return r;
}
/// A question with a body: changes nothing.
inline ServerRequest question(QByteArray path, const QJsonObject &body) {
    ServerRequest r;
    r.method = "POST";
    r.path = std::move(path);
    r.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return r;
}
/// Sent again only where the server never had it.
inline ServerRequest changing(QByteArray method, QByteArray path, const QJsonObject &body = {}) {
    ServerRequest r;
    r.method = std::move(method);
    r.path = std::move(path);
    if (!body.isEmpty())
        r.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    r.repeatable = false;
    r.changes = true;
    return r;
}
inline QJsonArray idList(const QList<KeyId> &ids) {
    QJsonArray list;
    for (const KeyId &id : ids)
        list.append(id.toString());
    return list;
}
inline QByteArray segment(const QString &text) {
    return QUrl::toPercentEncoding(text);
}

} // namespace latchkey::rest
