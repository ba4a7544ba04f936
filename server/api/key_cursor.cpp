#include "server/api/key_cursor.h"

#include "core/model/sha256.h"
#include "core/wire/reading.h"

namespace latchkey::server {

namespace {

constexpr qsizetype HashLength = 8;

QByteArray shortHash(const QByteArray &of) {
    return sha256(of).toHex().first(HashLength);
}

} // namespace

QByteArray hashOf(const KeyQuery &query) {
    return shortHash(wire::toQuery(query).toString(QUrl::FullyEncoded).toUtf8());
}

QByteArray stampOf(const ApiKey &key, const KeyQuery &query, Instant now) {
    QByteArray all = QByteArray::number(key.version);
    if (query.sort.column == SortColumn::LastUsed)
        all += ' ' + QByteArray::number(key.lastUsedAt.value_or(Instant()).ms());
    if (query.sort.column == SortColumn::Status)
        all += ' ' + toWord(statusOf(key, now)).toLatin1();
    return shortHash(all);
}

QString KeyCursor::toText() const {
    QByteArray all = question + '.' + QByteArray::number(position);
    for (const Row &r : rows)
        all += '.' + r.id.view().toByteArray() + r.stamp;
    return QString::fromLatin1(all.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

std::optional<KeyCursor> KeyCursor::fromText(const QString &text) {
    const auto decoded = QByteArray::fromBase64Encoding(
        text.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals |
                             QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return std::nullopt;
    const QList<QByteArray> parts = decoded.decoded.split('.');
    if (parts.size() < 2 || parts.size() > 2 + Rows || parts.first().size() != HashLength)
        return std::nullopt;
    const auto position = wire::counterFrom(QString::fromLatin1(parts[1]));
    if (!position)
        return std::nullopt;
    KeyCursor c{parts.first(), *position, {}};
    for (qsizetype i = 2; i < parts.size(); ++i) {
        const auto id = KeyId::fromLatin1(QByteArray(parts[i].left(KeyId::Length)));
        if (!id || parts[i].size() != KeyId::Length + HashLength)
            return std::nullopt;
        c.rows.append({*id, parts[i].mid(KeyId::Length)});
    }
    return c;
}

qsizetype placeAfter(const KeyCursor &cursor, const KeyList &list, const QList<ApiKey> &rows,
                     const KeyQuery &query, Instant now) {
    QList<KeyId> ids;
    for (const KeyCursor::Row &r : cursor.rows)
        ids.append(r.id);
    const QList<qsizetype> places = list.positionsOf(ids);
    for (qsizetype i = cursor.rows.size() - 1; i >= 0; --i) {
        const auto row = std::find_if(rows.begin(), rows.end(),
                                      [&](const ApiKey &k) { return k.id == cursor.rows[i].id; });
        if (places[i] >= 0 && row != rows.end() && stampOf(*row, query, now) == cursor.rows[i].stamp)
            return places[i] + 1;
    }
    return qMin<qsizetype>(cursor.position, list.size());
}

} // namespace latchkey::server
