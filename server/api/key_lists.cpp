#include "core/wire/key_json.h"
#include "server/api/change_tail.h"
#include "server/api/key_cursor.h"
#include "server/api/list_shelf.h"
#include "server/api/routes.h"

// Lists of keys: pages, counts, and windows of ids for long tables.

namespace latchkey::server {

namespace {

constexpr qint64 MostRows = 200, UsualRows = 50, MostIds = 10'000, MostPlaces = 10'000;

/// A list whose vault is still being read holds the first rows only: nobody should page through that.
void withList(const CallPtr &call, const KeyQuery &query, const std::function<void(const KeyListPtr &)> &f) {
    onward(call, call->site.vault.list(query), [call, f](const KeyListPtr &list) {
        if (!list->complete())
            return call->fail(Error(ErrorCode::Busy, {{QStringLiteral("seconds"), 1}}));
        f(list);
    });
}

QList<KeyId> window(const KeyList &list, qint64 from, qint64 most) {
    QList<KeyId> ids;
    const qint64 end = qMin<qint64>(from + most, list.size());
    for (qint64 p = from; p < end; ++p)
        ids.append(list.idAt(p));
    return ids;
}

/// Three texts a row: number, text, name. U+001F stands between the parts of a text, and before what is no
/// part of a name; neither has it otherwise.
void addSortKey(QJsonArray &all, const SortKey &key) {
    all.append(QString::number(key.number));
    all.append(key.text.toString().replace(QChar(0x1f), u' '));
    const std::string_view name = key.name.substr(0, key.name.find('\x1f'));
    all.append(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
}

struct PageQuestion {
    KeyQuery query;
    qint64 limit = UsualRows;
    std::optional<KeyCursor> cursor;
};

void givePage(const CallPtr &call, const PageQuestion &asked, const KeyListPtr &list, qint64 from) {
    const QList<KeyId> ids = window(*list, from, asked.limit);
    onward(call, call->site.vault.rows(ids), [=](const QList<ApiKey> &rows) {
        QJsonArray keys;
        for (const ApiKey &k : rows)
            keys.append(wire::toJson(k, call->now()));
        QJsonValue next;
        if (from + ids.size() < list->size()) {
            KeyCursor c{hashOf(asked.query), from + ids.size(), {}};
            for (qsizetype i = qMax<qsizetype>(0, rows.size() - KeyCursor::Rows); i < rows.size(); ++i)
                c.rows.append({rows[i].id, stampOf(rows[i], asked.query, call->now())});
            next = c.toText();
        }
        call->json({{QStringLiteral("keys"), keys}, {QStringLiteral("next"), next}});
    });
}

void listKeys(const CallPtr &call) {
    const auto asked = queryOf(call, [](wire::QueryReader &r) {
        PageQuestion p;
        p.query = wire::keyQueryFrom(r);
        p.limit = r.number("limit", 1, MostRows).value_or(UsualRows);
        if (const QString text = r.text("cursor"); !text.isEmpty()) {
            p.cursor = KeyCursor::fromText(text);
            if (!p.cursor || p.cursor->question != hashOf(p.query))
                r.bad("cursor", "badCursor");
        }
        return p;
    });
    if (!asked)
        return;
    withList(call, asked->query, [call, asked = *asked](const KeyListPtr &list) {
        if (!asked.cursor)
            return givePage(call, asked, list, 0);
        QList<KeyId> ids;
        for (const KeyCursor::Row &r : asked.cursor->rows)
            ids.append(r.id);
        onward(call, call->site.vault.rows(ids), [call, asked, list](const QList<ApiKey> &rows) {
            givePage(call, asked, list, placeAfter(*asked.cursor, *list, rows, asked.query, call->now()));
        });
    });
}

void countKeys(const CallPtr &call) {
    const auto query = queryOf(call, wire::keyQueryFrom);
    if (!query)
        return;
    withList(call, *query, [call](const KeyListPtr &list) {
        call->json({{QStringLiteral("count"), wire::counterText(list->size())},
                    {QStringLiteral("unfiltered"), wire::counterText(list->unfiltered())}});
    });
}

struct ListQuestion {
    KeyQuery query;
    QString list;
    qint64 from = 0, limit = MostIds;
    [[nodiscard]] QString text() const { return wire::toQuery(query).toString(QUrl::FullyEncoded); }
};

using WithName = std::function<void(const QString &name, const KeyListPtr &list)>;
void withNamedList(const CallPtr &call, const ListQuestion &asked, const WithName &f) {
    if (const KeyListPtr kept = call->site.lists.find(asked.list, asked.text()))
        return f(asked.list, kept);
    withList(call, asked.query,
             [call, asked, f](const KeyListPtr &list) { f(call->site.lists.put(list, asked.text()), list); });
}

void listIds(const CallPtr &call) {
    const auto asked = queryOf(call, [](wire::QueryReader &r) {
        ListQuestion q;
        q.query = wire::keyQueryFrom(r);
        q.list = r.text("list");
        q.query.sortKeys = r.flag("sortKeys").value_or(false);
        q.from = r.number("from", 0, std::numeric_limits<int>::max()).value_or(0);
        q.limit = r.number("limit", 1, MostIds).value_or(MostIds);
        return q;
    });
    if (!asked)
        return;
    withNamedList(call, *asked, [call, asked = *asked](const QString &name, const KeyListPtr &list) {
        QJsonArray ids;
        const QList<KeyId> some = window(*list, asked.from, asked.limit);
        for (const KeyId &id : some)
            ids.append(id.toString());
        QJsonObject answer{{QStringLiteral("list"), name},
                           {QStringLiteral("total"), wire::counterText(list->size())},
                           {QStringLiteral("unfiltered"), wire::counterText(list->unfiltered())},
                           {QStringLiteral("from"), asked.from},
                           {QStringLiteral("ids"), ids}};
        if (asked.query.sortKeys) {
            QJsonArray keys;
            for (qsizetype i = 0; i < some.size(); ++i)
                addSortKey(keys, list->sortKeyAt(asked.from + i));
            answer.insert(QStringLiteral("sortKeys"), keys);
        }
        call->json(answer);
    });
}

void positions(const CallPtr &call) {
    const auto asked = queryOf(call, [](wire::QueryReader &r) {
        ListQuestion q;
        q.query = wire::keyQueryFrom(r);
        q.list = r.text("list");
        q.query.sortKeys = r.flag("sortKeys").value_or(false);
        return q;
    });
    if (!asked)
        return;
    const auto ids = membersOf(call, [](wire::ObjectReader &r) { return r.ids("ids", MostPlaces); },
                               {512 << 10, 16, 2 * MostPlaces});
    if (!ids)
        return;
    withNamedList(
        call, *asked,
        [call, ids = *ids, keyed = asked->query.sortKeys](const QString &name, const KeyListPtr &list) {
            QJsonArray places, keys;
            const QList<qsizetype> found = list->positionsOf(ids);
            for (const qsizetype p : found) {
                places.append(static_cast<qint64>(p));
                if (keyed)
                    addSortKey(keys, p < 0 ? SortKey() : list->sortKeyAt(p));
            }
            QJsonObject answer{{QStringLiteral("list"), name},
                               {QStringLiteral("total"), wire::counterText(list->size())},
                               {QStringLiteral("unfiltered"), wire::counterText(list->unfiltered())},
                               {QStringLiteral("position"), call->site.changes.position()},
                               {QStringLiteral("positions"), places}};
            if (keyed)
                answer.insert(QStringLiteral("sortKeys"), keys);
            call->json(answer);
        });
}

void getMany(const CallPtr &call) {
    if (!noQuery(call))
        return;
    const auto ids = membersOf(call, [](wire::ObjectReader &r) { return r.ids("ids", MostRows); });
    if (!ids)
        return;
    onward(call, call->site.vault.rows(*ids), [call](const QList<ApiKey> &rows) {
        QJsonArray keys;
        for (const ApiKey &k : rows)
            keys.append(wire::toJson(k, call->now()));
        call->json({{QStringLiteral("keys"), keys}});
    });
}

} // namespace

QList<Route> keyListRoutes() {
    return {{"GET", "/v1/keys", Readers, listKeys},
            {"GET", "/v1/keys/count", Readers, countKeys},
            {"GET", "/v1/keys/ids", Readers, listIds},
            {"POST", "/v1/keys/positions", Readers, positions},
            {"POST", "/v1/keys/get", Readers, getMany}};
}

} // namespace latchkey::server
