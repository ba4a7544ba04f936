#pragma once

#include "core/model/table_record.h"

#include <QList>

/// Every record of a reader that gets the file in chunks: cells, problem, line.
template<typename Reader>
QList<QList<QByteArray>> recordsOf(Reader reader, const QByteArray &bytes, qsizetype chunk) {
    QList<QList<QByteArray>> all;
    latchkey::TableRecord record;
    const auto take = [&] {
        while (reader->next(record))
            all.append(record.cells + QList<QByteArray>{record.problem, QByteArray::number(record.line)});
    };
    for (qsizetype at = 0; at < bytes.size(); at += chunk) {
        reader->feed(QByteArrayView(bytes).sliced(at, qMin(chunk, bytes.size() - at)));
        take();
    }
    reader->finish();
    take();
    return all;
}
