#include "core/services/diagnosis/fields.h"
#include "core/services/diagnosis/formats.h"

// Lines of access logs.

namespace latchkey::diagnosis {

namespace {

constexpr int MostPairs = 100;

/// The text between the next two quotes from `at`; moves `at` behind them. A backslash hides a quote.
QStringView quoted(QStringView line, qsizetype *at) {
    const qsizetype from = line.indexOf(u'"', *at);
    if (from < 0)
        return {};
    qsizetype to = from + 1;
    while (to < line.size() && line[to] != u'"')
        to += line[to] == u'\\' ? 2 : 1;
    if (to >= line.size())
        return {};
    *at = to + 1;
    return line.sliced(from + 1, to - from - 1);
}

/// name=value and name="value with spaces"; the number of those that were there.
int takePairs(QStringView line, Facts &f) {
    int pairs = 0;
    for (qsizetype i = 0; i < line.size() && pairs < MostPairs;) {
        const qsizetype eq = line.indexOf(u'=', i);
        if (eq < 0)
            break;
        qsizetype from = eq;
        while (from > i && !line[from - 1].isSpace() && line[from - 1] != u',')
            --from;
        qsizetype at = eq + 1;
        QStringView value;
        if (at < line.size() && line[at] == u'"') {
            value = quoted(line, &at);
            if (value.isNull())
                break;
        } else {
            qsizetype to = at;
            while (to < line.size() && !line[to].isSpace())
                ++to;
            value = line.sliced(at, to - at);
            at = to;
        }
        if (eq > from) {
            ++pairs;
            takeField(f, line.sliced(from, eq - from),
                      value.first(qMin(LongestValue, value.size())).toString());
        }
        i = at;
    }
    return pairs;
}

} // namespace

bool readAccessLog(QStringView given, Facts &f) {
    const QStringView line = given.trimmed();
    const qsizetype open = line.indexOf(u'['), close = open < 0 ? -1 : line.indexOf(u']', open);
    const qsizetype firstSpace = line.indexOf(u' ');
    if (close < 0 || close - open != 27 || firstSpace < 0 || firstSpace > open)
        return false;
    const auto at = timeFrom(line.sliced(open + 1, 26).toString());
    qsizetype next = close;
    const QStringView request = at ? quoted(line, &next) : QStringView();
    if (request.isNull())
        return false;
    Facts mine = f;
    mine.at = at;
    takeField(mine, u"ip", line.first(firstSpace).toString());
    takeRequestLine(mine, request);
    const QStringView rest = line.sliced(next).trimmed();
    const qsizetype space = rest.indexOf(u' ');
    takeStatus(mine, space < 0 ? rest : rest.first(space));
    if (!mine.status)
        return false;
    quoted(line, &next); // referrer
    quoted(line, &next); // user agent
    takePairs(line.sliced(next), mine);
    f = mine;
    return true;
}

bool readPairs(QStringView line, Facts &f) {
    return takePairs(line, f) >= 2;
}

} // namespace latchkey::diagnosis
