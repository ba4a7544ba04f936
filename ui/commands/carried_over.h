#pragma once

#include <QList>
#include <QtGlobal>
#include <algorithm>
#include <optional>

namespace latchkey::ui {

/// The change that made `to` of `from`, made on what is there now: how a step is undone or redone where other
/// things were changed since. None: what it is about was changed as well.
template<typename T>
std::optional<T> carriedOver(const T &from, const T &to, const T &now) {
    if (now == from)
        return to;
    if (from == to || now == to)
        return now;
    return std::nullopt;
}

/// Where `part` stands in `list`, as near to `around` as it does; -1: nowhere.
template<typename T>
qsizetype nearestPlace(const QList<T> &list, const QList<T> &part, qsizetype around) {
    qsizetype found = -1;
    for (qsizetype at = 0; at + part.size() <= list.size(); ++at) {
        if (std::equal(part.begin(), part.end(), list.begin() + at) &&
            (found < 0 || qAbs(at - around) < qAbs(found - around)))
            found = at;
    }
    return found;
}

/// Of lists it is the one run of entries that differs: it has to stand there as it was left. Where the change
/// only adds, those before and after it say where.
template<typename T>
std::optional<QList<T>> carriedOver(const QList<T> &from, const QList<T> &to, const QList<T> &now) {
    if (now == from)
        return to;
    if (from == to || now == to)
        return now;
    const qsizetype least = qMin(from.size(), to.size());
    qsizetype head = 0, tail = 0;
    while (head < least && from[head] == to[head])
        ++head;
    while (head + tail < least && from[from.size() - 1 - tail] == to[to.size() - 1 - tail])
        ++tail;
    const QList<T> goes = from.mid(head, from.size() - head - tail);
    const QList<T> comes = to.mid(head, to.size() - head - tail);
    qsizetype at = goes.isEmpty() ? -1 : nearestPlace(now, goes, head);
    if (!goes.isEmpty() && at < 0)
        return std::nullopt;
    for (qsizetype i = head - 1; at < 0 && i >= 0; --i) {
        if (const qsizetype before = nearestPlace(now, from.mid(i, 1), i); before >= 0)
            at = before + 1;
    }
    for (qsizetype i = head; at < 0 && i < from.size(); ++i)
        at = nearestPlace(now, from.mid(i, 1), i);
    at = qMax<qsizetype>(0, at);
    QList<T> all = now.mid(0, at) + comes;
    return all + now.mid(at + goes.size());
}

} // namespace latchkey::ui
