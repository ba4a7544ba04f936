#include "core/remote/rest_lists.h"

#include "core/model/in_background.h"
#include "core/remote/rest_bodies.h"
#include "core/wire/key_query.h"

#include <QTimer>
#include <algorithm>

namespace latchkey {

/// One list that is being brought up to date.
struct RestLists::Update {
    QByteArray question;
    int turn = 0;
    Give give;
    std::shared_ptr<const RestList> before;
    int change = 0;              ///< what was heard of before the server made its list
    Places snapshot;             ///< the server's list, without places
    QHash<KeyId, qint64> places; ///< in it
    QHash<KeyId, RestSortKey> keys;
    QList<KeyId> asked;
};

namespace {

constexpr const char *KeysWanted = "sortKeys=true";
constexpr int AskAgainMs = 2'000; ///< after a window of a list that did not come
constexpr qint64 MostBytesSorted = 64
                                   << 20; ///< what keys are sorted by may be long: hundreds of customers each

/// The order that a question asks for.
Qt::SortOrder orderOf(const QByteArray &question) {
    const QByteArray all = '&' + question;
    const qsizetype sort = all.indexOf("&sort=");
    return sort < 0 || all.mid(sort + 6, 1) == "-" ? Qt::DescendingOrder : Qt::AscendingOrder;
}

/// Number, text and name of each; none where the answer has another number of them.
std::vector<RestSortKey> sortKeysOf(wire::ObjectReader &o, const QByteArray &question, qsizetype rows) {
    std::vector<RestSortKey> keys;
    if (!question.contains(KeysWanted))
        return keys;
    const QStringList texts = o.texts("sortKeys", 3 * rows);
    if (texts.size() != 3 * rows)
        return keys;
    keys.reserve(static_cast<std::size_t>(rows));
    for (qsizetype i = 0; i < texts.size(); i += 3)
        keys.push_back({texts[i].toULongLong(), texts[i + 1], texts[i + 2].toStdString()});
    return keys;
}

/// An older server doesn't know the parameter.
bool knowsNoSortKeys(const Error &e) {
    return std::any_of(e.fields.begin(), e.fields.end(),
                       [](const FieldError &f) { return f.field == QLatin1StringView("sortKeys"); });
}

QByteArray withoutSortKeys(QByteArray question) {
    return question.replace(QByteArray("&") + KeysWanted, "").replace(KeysWanted, "");
}

} // namespace

RestLists::RestLists(RestLine &line, const Clock &clock, Follower follower)
    : m_line(line)
    , m_clock(clock)
    , m_follower(std::move(follower)) {}

RestLists::~RestLists() = default;

QFuture<Result<RestLists::Window>> RestLists::window(const QByteArray &question, const QString &list,
                                                     qint64 from, int limit) {
    ServerRequest r;
    r.path = "/v1/keys/ids?limit=" + QByteArray::number(limit) + "&from=" + QByteArray::number(from);
    if (!list.isEmpty())
        r.path += "&list=" + QUrl::toPercentEncoding(list);
    if (!question.isEmpty())
        r.path += '&' + question;
    if (question.contains(KeysWanted))
        r.mostBytes = MostBytesSorted;
    return m_line.askJson<Window>(r, [limit, question](const JsonNode &node) -> Result<Window> {
        QList<FieldError> errors;
        wire::ObjectReader o(node, {}, errors, wire::Strictness::Answer);
        Window w;
        w.list = o.text("list", true);
        w.total = o.counter("total", true).value_or(0);
        w.unfiltered = o.counter("unfiltered", true).value_or(0);
        w.ids = o.ids("ids", limit);
        w.keys = sortKeysOf(o, question, w.ids.size());
        if (!errors.isEmpty())
            return fail(Error(errors));
        return w;
    });
}

void RestLists::outdate(const QList<KeyId> &ids) {
    ++m_change;
    const auto note = [&](Known &known) {
        for (const KeyId &id : ids)
            known.changed.insert(id, m_change);
        if (ids.isEmpty() || known.changed.size() > MostPlaced)
            known.usable = false;
    };
    for (auto &[question, known] : m_known)
        note(known);
    note(m_growing);
}

void RestLists::keep(const QByteArray &question, Known known) {
    known.used = ++m_uses;
    m_known[question] = std::move(known);
    if (m_known.size() <= MostLists)
        return;
    m_known.erase(std::min_element(m_known.begin(), m_known.end(), [](const auto &a, const auto &b) {
        return a.second.used < b.second.used;
    }));
}

QByteArray RestLists::questionOf(KeyQuery query) const {
    query.sortKeys = query.sortKeys && !m_noSortKeys;
    return wire::toQuery(query).toString(QUrl::FullyEncoded).toUtf8();
}

KeyListPtr RestLists::kept(const KeyQuery &query) const {
    const auto it = m_known.find(questionOf(query));
    return it == m_known.end() ? nullptr : it->second.list;
}

QFuture<Result<KeyListPtr>> RestLists::list(const KeyQuery &query) {
    const QByteArray question = questionOf(query);
    const auto it = m_known.find(question);
    if (it != m_known.end())
        it->second.used = ++m_uses;
    const bool usable = it != m_known.end() && it->second.usable &&
                        !(dependsOnTime(query) && m_clock.now().ms() - it->second.asked.ms() > OldMs);
    if (usable && it->second.changed.isEmpty()) {
        m_followed.reset();
        ++m_turn;
        return ready<Result<KeyListPtr>>(it->second.list);
    }
    const Give give;
    if (m_followed == question && m_growing.usable &&
        m_growing.list) // its rest is on the way, and what has changed since goes into it at the end
        return ready<Result<KeyListPtr>>(m_growing.list);
    m_followed.reset();
    const int turn = ++m_turn;
    if (usable)
        update(question, turn, give);
    else
        fetch(question, turn, give);
    return give.future();
}

void RestLists::fetch(const QByteArray &question, int turn, const Give &give) {
    if (turn == m_turn) {
        m_followed = question;
        m_growing = {};
    }
    window(question, {}, 0, FirstIds) | then(this, [this, give, question, turn, change = m_change,
                                                    asked = m_clock.now()](const Result<Window> &first) {
        if (!first && question.contains(KeysWanted) && knowsNoSortKeys(first.error())) {
            m_noSortKeys = true;
            return fetch(withoutSortKeys(question), turn, give);
        }
        if (!first) {
            const auto it = m_known.find(question);
            if (first.error().code == ErrorCode::Unreachable && it != m_known.end())
                return give.give(KeyListPtr(it->second.list)); // what was known before
            return give.give(fail(first.error()));
        }
        auto list = std::make_shared<RestList>();
        list->ids = first->ids;
        list->addSortKeys(first->keys, orderOf(question));
        list->all = first->total;
        list->keys = first->unfiltered;
        const bool mine = turn == m_turn && m_followed == question;
        Known known = mine ? m_growing : Known();
        known.asked = asked;
        known.list = list;
        known.usable = known.usable && (mine || change == m_change);
        if (list->complete()) {
            if (known.usable)
                keep(question, known);
            if (mine)
                m_followed.reset();
        }
        give.give(KeyListPtr(list));
        if (list->complete() || !mine)
            return;
        m_growing = known;
        follow(question, first->list, std::make_shared<RestList>(*list), turn);
    });
}

/// Only this holds `list` while it grows: no window copies it.
void RestLists::follow(const QByteArray &question, const QString &name, const std::shared_ptr<RestList> &list,
                       int turn) {
    window(question, name, list->size(), MoreIds) |
        then(this, [this, question, name, list, turn](const Result<Window> &next) {
            if (turn != m_turn)
                return; // another question
            // The server had to make the list anew, or it ends early: what is here does not fit it.
            const bool fits =
                next && next->list == name && m_growing.usable && (!next->ids.isEmpty() || list->complete());
            if (!fits) {
                m_followed.reset();
                m_growing = {};
                if (next) {
                    emit completed(); // asked for anew
                } else {
                    QTimer::singleShot(AskAgainMs, this, [this, turn] {
                        if (turn == m_turn)
                            emit completed();
                    });
                }
                return;
            }
            list->ids.reserve(list->all);
            list->ids += next->ids;
            list->addSortKeys(next->keys, orderOf(question));
            if (!list->complete())
                return follow(question, name, list, turn);
            m_followed.reset();
            Known known = std::exchange(m_growing, {});
            known.list = list;
            keep(question, known);
            emit completed();
        });
}

void RestLists::update(const QByteArray &question, int turn, const Give &give) {
    const Known &known = m_known[question];
    auto u = std::make_shared<Update>();
    u->question = question;
    u->turn = turn;
    u->give = give;
    u->before = known.list;
    u->change = m_change; // what is heard of from now on may be later than the server's list
    askPlaces(u);
}

void RestLists::giveUp(const std::shared_ptr<Update> &u, const Error &error) {
    if (error.code == ErrorCode::Unreachable)
        return u->give.give(KeyListPtr(u->before));
    u->give.give(fail(error));
}

/// Where those are that have changed and were not asked for yet, in one list of the server. Then whatever the
/// server knew when it made that list has to be heard of here too.
void RestLists::askPlaces(const std::shared_ptr<Update> &u) {
    const auto it = m_known.find(u->question);
    if (it == m_known.end() || !it->second.usable || it->second.list != u->before)
        return fetch(u->question, u->turn, u->give);
    u->asked.clear();
    for (auto id = it->second.changed.cbegin();
         id != it->second.changed.cend() && u->asked.size() < MostAsked; ++id) {
        if (!u->places.contains(id.key()))
            u->asked.append(id.key());
    }
    if (u->asked.isEmpty())
        return place(u);
    ServerRequest r = rest::question("/v1/keys/positions", {{QStringLiteral("ids"), rest::idList(u->asked)}});
    QByteArray query = u->question;
    if (!u->snapshot.list.isEmpty())
        query += (query.isEmpty() ? "list=" : "&list=") + QUrl::toPercentEncoding(u->snapshot.list);
    if (!query.isEmpty())
        r.path += '?' + query;
    if (query.contains(KeysWanted))
        r.mostBytes = MostBytesSorted;
    m_line.askJson<Places>(r, [question = u->question](const JsonNode &node) -> Result<Places> {
        QList<FieldError> errors;
        wire::ObjectReader o(node, {}, errors, wire::Strictness::Answer);
        Places p;
        p.list = o.text("list", true);
        p.position = o.text("position", true);
        p.total = o.counter("total", true).value_or(0);
        p.unfiltered = o.counter("unfiltered", true).value_or(0);
        const QList<JsonNode> &places = o.list("positions", MostAsked);
        for (const JsonNode &n : places)
            p.places.append(n.kind == JsonNode::Kind::Number ? n.number : -1);
        p.keys = sortKeysOf(o, question, p.places.size());
        if (!errors.isEmpty())
            return fail(Error(errors));
        return p;
    }) | then(this, [this, u](const Result<Places> &found) {
        if (!found) { // an older server says less, or takes fewer
            const ErrorCode code = found.error().code;
            const bool other = code == ErrorCode::NotAServer || code == ErrorCode::InvalidInput ||
                               code == ErrorCode::Internal;
            return other ? fetch(u->question, u->turn, u->give) : giveUp(u, found.error());
        }
        const bool first = u->snapshot.list.isEmpty();
        if ((!first && found->list != u->snapshot.list) || found->places.size() != u->asked.size())
            return fetch(u->question, u->turn, u->give);
        if (first)
            u->snapshot = *found;
        for (qsizetype i = 0; i < u->asked.size(); ++i) {
            u->places.insert(u->asked[i], found->places[i]);
            if (!found->keys.empty())
                u->keys.insert(u->asked[i], found->keys[static_cast<std::size_t>(i)]);
        }
        if (m_follower.heard() == u->snapshot.position || !first)
            return askPlaces(u);
        m_follower.hear(
            [this, u](bool heard) { heard ? askPlaces(u) : giveUp(u, Error(ErrorCode::Unreachable)); });
    });
}

/// Elsewhere, since a long list is copied once.
void RestLists::place(const std::shared_ptr<Update> &u) {
    const auto made =
        inBackground(*QThreadPool::globalInstance(),
                     [before = u->before, places = u->places, total = u->snapshot.total,
                      unfiltered = u->snapshot.unfiltered, keys = u->keys, order = orderOf(u->question)] {
                         auto list = placed(*before, places, total, keys, order);
                         if (list)
                             list->keys = unfiltered;
                         return list;
                     });
    made | then(this, [this, u](const std::shared_ptr<RestList> &list) {
        const auto it = m_known.find(u->question);
        if (!list || it == m_known.end() || it->second.list != u->before)
            return fetch(u->question, u->turn, u->give); // time has moved keys that nobody has changed
        it->second.list = list;
        it->second.changed.removeIf([u](const auto &changed) { return changed.value() <= u->change; });
        u->give.give(KeyListPtr(list));
    });
}

} // namespace latchkey
