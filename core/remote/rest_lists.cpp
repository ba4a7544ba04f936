#include "core/remote/rest_lists.h"

#include "core/wire/key_query.h"

#include <algorithm>

namespace latchkey {

QList<qsizetype> RestList::positionsOf(const QList<KeyId> &wanted) const {
    QHash<KeyId, qsizetype> found;
    found.reserve(wanted.size());
    for (const KeyId &id : wanted)
        found.insert(id, -1);
    for (qsizetype i = 0; i < ids.size(); ++i) {
        if (const auto it = found.find(ids[i]); it != found.end())
            *it = i;
    }
    QList<qsizetype> positions;
    positions.reserve(wanted.size());
    for (const KeyId &id : wanted)
        positions.append(found.value(id));
    return positions;
}

RestLists::RestLists(RestLine &line)
    : m_line(line) {}

QFuture<Result<RestLists::Window>> RestLists::window(const QByteArray &question, const QString &list,
                                                     qint64 from, int limit) {
    ServerRequest r;
    r.path = "/v1/keys/ids?limit=" + QByteArray::number(limit) + "&from=" + QByteArray::number(from);
    if (!list.isEmpty())
        r.path += "&list=" + QUrl::toPercentEncoding(list);
    if (!question.isEmpty())
        r.path += '&' + question;
    return m_line.askJson<Window>(r, [limit](const JsonNode &node) -> Result<Window> {
        QList<FieldError> errors;
        wire::ObjectReader o(node, {}, errors, wire::Strictness::Answer);
        Window w;
        w.list = o.text("list", true);
        w.total = o.counter("total", true).value_or(0);
        w.unfiltered = o.counter("unfiltered", true).value_or(0);
        w.ids = o.ids("ids", limit);
        if (!errors.isEmpty())
            return fail(Error(errors));
        return w;
    });
}

void RestLists::outdate() {
    ++m_change;
    for (auto &[question, known] : m_known)
        known.fresh = false;
}

void RestLists::keep(const QByteArray &question, const std::shared_ptr<const RestList> &list) {
    m_known[question] = {list, true, ++m_uses};
    if (m_known.size() <= MostLists)
        return;
    m_known.erase(std::min_element(m_known.begin(), m_known.end(), [](const auto &a, const auto &b) {
        return a.second.used < b.second.used;
    }));
}

QFuture<Result<KeyListPtr>> RestLists::list(const KeyQuery &query) {
    const QByteArray question = wire::toQuery(query).toString(QUrl::FullyEncoded).toUtf8();
    const int turn = ++m_turn;
    if (const auto it = m_known.find(question); it != m_known.end() && it->second.fresh) {
        it->second.used = ++m_uses;
        return ready<Result<KeyListPtr>>(it->second.list);
    }
    const Answer<Result<KeyListPtr>> answer;
    window(question, {}, 0, FirstIds) |
        then(this, [this, answer, question, turn, change = m_change](const Result<Window> &first) {
            if (!first) {
                const auto it = m_known.find(question);
                if (first.error().code == ErrorCode::Unreachable && it != m_known.end())
                    return answer.give(KeyListPtr(it->second.list)); // what was known before
                return answer.give(fail(first.error()));
            }
            auto list = std::make_shared<RestList>();
            list->ids = first->ids;
            list->all = first->total;
            list->keys = first->unfiltered;
            if (list->complete() && change == m_change)
                keep(question, list);
            answer.give(KeyListPtr(list));
            if (!list->complete() && turn == m_turn)
                follow(question, first->list, list, turn);
        });
    return answer.future();
}

void RestLists::follow(const QByteArray &question, const QString &name, const std::shared_ptr<RestList> &list,
                       int turn) {
    window(question, name, list->size(), MoreIds) |
        then(this, [this, question, name, list, turn, change = m_change](const Result<Window> &next) {
            if (!next || turn != m_turn || change != m_change)
                return; // another question, or other rows: asked for anew
            auto longer = std::make_shared<RestList>();
            longer->ids = list->ids + next->ids;
            longer->all = next->total;
            longer->keys = next->unfiltered;
            // The server had to make the list anew, or it ends early: what is here does not fit it.
            if (next->list != name || (next->ids.isEmpty() && !longer->complete()))
                return outdate();
            if (!longer->complete())
                return follow(question, name, longer, turn);
            keep(question, longer);
            emit completed();
        });
}

} // namespace latchkey
