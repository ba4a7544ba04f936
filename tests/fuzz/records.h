#pragma once

#include "core/model/table_record.h"

#include <QList>

/// The records of a reader that gets the file in chunks, up to the first that could not be read: cells, line.
/// Where the reading goes on behind a broken one may depend on the chunks.
template<typename Reader>
QList<QList<QByteArray>> recordsOf(Reader reader, const QByteArray &bytes, qsizetype chunk) {
    QList<QList<QByteArray>> all;
    latchkey::TableRecord record;
    bool whole = true;
    const auto take = [&] {
        while (reader->next(record)) {
            whole = whole && record.problem.isEmpty();
            if (whole)
                all.append(record.cells + QList<QByteArray>{QByteArray::number(record.line)});
        }
    };
    for (qsizetype at = 0; at < bytes.size(); at += chunk) {
        reader->feed(QByteArrayView(bytes).sliced(at, qMin(chunk, bytes.size() - at)));
        take();
    }
    reader->finish();
    take();
    return all;
}
