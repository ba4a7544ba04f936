#include "server/api/routes.h"

#include <QUrl>

namespace latchkey::server {

namespace {

std::optional<QString> segmentOf(const QByteArray &encoded) {
    const QByteArray bytes = QByteArray::fromPercentEncoding(encoded);
    const QString text = QString::fromUtf8(bytes);
    const bool half = encoded.contains('%') && bytes.size() != encoded.size() - 2 * encoded.count('%');
    if (bytes.isEmpty() || half || bytes.contains('\0') || text.toUtf8() != bytes)
        return std::nullopt;
    return text;
}

/// Literal parts that agree; -1: another path.
int fit(const QByteArray &pattern, const QStringList &path, QStringList *params) {
    const QList<QByteArray> parts = pattern.sliced(1).split('/');
    if (parts.size() != path.size())
        return -1;
    int literal = 0;
    params->clear();
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (parts[i].startsWith('{'))
            params->append(path[i]);
        else if (QLatin1StringView(parts[i]) == path[i])
            ++literal;
        else
            return -1;
    }
    return literal;
}

} // namespace

WhoFlags flagOf(Role role) {
    switch (role) {
    case Role::Viewer:
        return Who::Viewer;
    case Role::Operator:
        return Who::Operator;
    case Role::Admin:
        return Who::Admin;
    case Role::Auditor:
        return Who::Auditor;
    }
    return Who::Nobody;
}

QList<Route> allRoutes() {
    return vaultRoutes() + keyListRoutes() + keyQuestionRoutes() + keyRoutes() + keyStateRoutes() +
           bulkRoutes() + customerRoutes() + requestRoutes() + auditRoutes() + principalRoutes() +
           settingRoutes() + ruleRoutes();
}

Match match(const QList<Route> &routes, const QByteArray &path) {
    Match found;
    if (!path.startsWith('/'))
        return found;
    QStringList segments;
    const QList<QByteArray> parts = path.sliced(1).split('/');
    for (const QByteArray &part : parts) {
        const auto segment = segmentOf(part);
        if (!segment)
            return found;
        segments.append(*segment);
    }
    int best = 0;
    for (const Route &r : routes) {
        QStringList params;
        const int literal = fit(r.pattern, segments, &params);
        if (literal < best || literal < 0)
            continue;
        if (literal > best)
            found.routes.clear();
        best = literal;
        found.routes.append(r);
        found.params = params;
    }
    return found;
}

QByteArray Match::allow() const {
    QByteArrayList methods;
    for (const Route &r : routes) {
        methods.append(r.method);
        if (qstrcmp(r.method, "GET") == 0)
            methods.append("HEAD");
    }
    methods.append("OPTIONS");
    return methods.join(", ");
}

const Route *Match::of(const QByteArray &method) const {
    const QByteArray wanted = method == "HEAD" ? QByteArray("GET") : method;
    for (const Route &r : routes) {
        if (wanted == r.method)
            return &r;
    }
    return nullptr;
}

} // namespace latchkey::server
