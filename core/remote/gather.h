#pragma once

#include "core/model/futures.h"

#include <QList>

namespace latchkey {

/// Several answers as one, in the order asked; the first failure is the failure of all. At once: the line
/// lets six through at a time.
template<typename T>
QFuture<Result<QList<T>>> gather(QObject *context, const QList<QFuture<Result<QList<T>>>> &parts) {
    if (parts.isEmpty())
        return ready<Result<QList<T>>>(QList<T>());
    if (parts.size() == 1)
        return parts.first();
    struct All {
        QList<QList<T>> lists;
        qsizetype missing = 0;
        bool failed = false;
    };
    const auto all = std::make_shared<All>();
    all->lists.resize(parts.size());
    all->missing = parts.size();
    const Answer<Result<QList<T>>> answer;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        parts[i] | then(context, [all, i, answer](const Result<QList<T>> &part) {
            if (all->failed)
                return;
            if (!part) {
                all->failed = true;
                return answer.give(fail(part.error()));
            }
            all->lists[i] = *part;
            if (--all->missing > 0)
                return;
            QList<T> together;
            for (const QList<T> &list : std::as_const(all->lists))
                together += list;
            answer.give(std::move(together));
        });
    }
    return answer.future();
}

/// `ask` for each `most` of `items`.
template<typename T, typename I, typename F>
QFuture<Result<QList<T>>> inParts(QObject *context, const QList<I> &items, qsizetype most, F ask) {
    QList<QFuture<Result<QList<T>>>> parts;
    for (qsizetype from = 0; from < items.size(); from += most)
        parts.append(ask(items.mid(from, most)));
    return gather<T>(context, parts);
}

} // namespace latchkey
