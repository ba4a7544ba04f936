#include "core/model/csv.h"
#include "core/model/json_records.h"

#include <QTest>

using namespace latchkey;

namespace {

/// Rows as `line: a|b|c`, bad ones as `line! problem`; the same whatever the size of the chunks.
template<typename Reader>
QByteArrayList rowsOf(Reader reader, const QByteArray &file, qsizetype chunk) {
    QByteArrayList rows;
    TableRecord r;
    const auto take = [&] {
        while (reader->next(r)) {
            QByteArrayList parts;
            for (qsizetype i = 0; i < r.cells.size(); ++i)
                parts.append((r.names.isEmpty() ? QByteArray() : r.names[i] + '=') + r.cells[i]);
            // Copies: the cells are wiped.
            rows.append(QByteArray::number(r.line) +
                        (r.problem.isEmpty() ? ": " + parts.join('|') : "! " + r.problem));
            parts.clear();
            r.wipe();
        }
    };
    for (qsizetype at = 0; at < file.size(); at += chunk) {
        reader->feed(QByteArrayView(file).sliced(at, qMin(chunk, file.size() - at)));
        take();
    }
    reader->finish();
    take();
    return rows;
}

QByteArrayList csvRows(const QByteArray &file, qsizetype chunk, char separator = ',') {
    return rowsOf(std::make_unique<csv::Reader>(separator), file, chunk);
}
QByteArrayList jsonRows(const QByteArray &file, qsizetype chunk) {
    return rowsOf(std::make_unique<JsonRecords>(), file, chunk);
}

} // namespace

/// The readers of imported files: what they make of good and bad bytes, in chunks of any size.
class RecordsTest : public QObject {
    Q_OBJECT
private slots:
    void csvFiles_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArrayList>("rows");
        const auto row = [](const char *name, const QByteArray &file, const QByteArrayList &rows) {
            QTest::newRow(name) << file << rows;
        };
        row("plain", "a,b\n1,2\n", {"1: a|b", "2: 1|2"});
        row("no last line break", "a,b\n1,2", {"1: a|b", "2: 1|2"});
        row("CRLF and CR", "a\r\nb\rc\n", {"1: a", "2: b", "2: c"});
        row("quoted", "\"a,b\",\"c\"\"d\",\"\"\n", {"1: a,b|c\"d|"});
        row("line breaks in quotes", "\"a\nb\nc\",d\ne,f\n", {"1: a\nb\nc|d", "4: e|f"});
        row("empty lines are no rows", "\n\na\n\n\nb\n", {"3: a", "6: b"});
        row("an empty text is one", "\"\"\n", {"1: "});
        row("empty cells", ",,\n", {"1: ||"});
        row("BOM", "\xEF\xBB\xBFname\nx\n", {"1: name", "2: x"});
        row("quote inside", "a\nb\"c,d\ne\n", {"1: a", "2! badQuote", "3: e"});
        row("text behind a quote", "a\n\"b\"c\nd\n", {"1: a", "2! badQuote", "3: d"});
        row("unclosed at the end", "a\n\"b,c\nd\ne\n", {"1: a", "2! unclosedQuote", "3: d", "4: e"});
        row("NUL", QByteArray("a\nb\0c\nd\n", 8), {"1: a", "2! nulByte", "3: d"});
        row("Latin-1", "a\nM\xFCller\nd\n", {"1: a", "2! notUtf8", "3: d"});
        row("overlong, surrogate, beyond", "\xC0\xAF\n\xED\xA0\x80\n\xF4\x90\x80\x80\nok\n",
            {"1! notUtf8", "2! notUtf8", "3! notUtf8", "4: ok"});
        row("cut character", "a\n\xC3", {"1: a", "2! notUtf8"});
        row("nothing", "", {});
    }
    void csvFiles() {
        QFETCH(QByteArray, file);
        QFETCH(QByteArrayList, rows);
        for (const qsizetype chunk : {1, 2, 3, 7, 1000})
            QCOMPARE(csvRows(file, chunk), rows);
    }

    void csvStaysBounded() {
        QByteArray file("a,b\n");
        file.append(QByteArray(5 << 20, 'x')).append("\nc,d\n");
        QCOMPARE(csvRows(file, 65536), (QByteArrayList{"1: a|b", "2! tooLong", "3: c|d"}));
        QByteArray open("a,b\n\"x\n");
        for (int i = 0; i < 200'000; ++i)
            open.append("1,2,3,4,5\n");
        const QByteArrayList rows = csvRows(open, 65536);
        QCOMPARE(rows.size(), 200'002); // one bad row; nothing of what follows is lost
        QCOMPARE(rows[1], QByteArray("2! unclosedQuote"));
        QCOMPARE(rows[2], QByteArray("3: 1|2|3|4|5"));
        QCOMPARE(csvRows(QByteArray(2000, ','), 100), QByteArrayList{"1! tooManyColumns"});
    }

    void separators() {
        QCOMPARE(csv::guessSeparator("name,env,tags"), ',');
        QCOMPARE(csv::guessSeparator("name;env;\"a,b,c,d\""), ';');
        QCOMPARE(csv::guessSeparator("name\tenv"), '\t');
        QCOMPARE(csv::guessSeparator("name"), ',');
        QCOMPARE(csvRows("a;b,c\n", 3, ';'), QByteArrayList{"1: a|b,c"});
    }

    /// What a spreadsheet would run, it shows; and reading gives back what was written.
    void cellsAreSafeAndComeBack() {
        for (const char *text : {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "'=1", "''-x", "'plain",
                                 "plain", "a,b", "a\"b", "a\nb", " a ", "", "'", "é", "=cmd|' /C calc'!A0"}) {
            const QString t = QString::fromUtf8(text);
            const QByteArray written = csv::cell(t);
            TableRecord r;
            csv::Reader reader;
            reader.feed("x," + written + "\n");
            QVERIFY(reader.next(r));
            QCOMPARE(r.cells.size(), 2);
            const QString read = QString::fromUtf8(r.cells[1]);
            QVERIFY2(read.isEmpty() || !QStringLiteral("=+-@\t\r").contains(read[0]), text);
            QCOMPARE(csv::plain(read), t);
        }
    }

    void jsonFiles_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArrayList>("rows");
        const auto row = [](const char *name, const QByteArray &file, const QByteArrayList &rows) {
            QTest::newRow(name) << file << rows;
        };
        row("array", "[\n{\"a\":\"x\"},\n{\"a\":\"y\",\"b\":2}\n]\n", {"2: a=x", "3: a=y|b=2"});
        row("lines", "{\"a\":true}\n{\"a\":null}\n", {"1: a=true", "2: a="});
        row("lists and one level inside", "[{\"t\":[\"a\",\"b;c\"],\"l\":{\"minute\":10}}]",
            {"1: t=a; b\\;c|l.minute=10"});
        row("escapes", "[{\"a\":\"\\u00e9\\n\\\"\\\\\\ud83d\\ude00\"}]", {"1: a=é\n\"\\😀"});
        row("BOM", "\xEF\xBB\xBF[{\"a\":1}]", {"1: a=1"});
        row("empty array", "[ ]", {});
        row("huge number stays text", "[{\"a\":18446744073709551615}]", {"1: a=18446744073709551615"});
        row("number too long", "[{\"a\":" + QByteArray(100, '9') + "},{\"a\":1}]",
            {"1! badNumber", "1: a=1"});
        row("bad numbers", "[{\"a\":01},{\"a\":1.},{\"a\":+1},{\"a\":-}]",
            {"1! badNumber", "1! badNumber", "1! badJson", "1! badNumber"});
        row("duplicate name", "[{\"a\":1,\"a\":2},\n{\"a\":3}]", {"1! duplicateName", "2: a=3"});
        row("duplicate through an escape", "[{\"a\":1,\"\\u0061\":2}]", {"1! duplicateName"});
        row("lone surrogate", "[{\"a\":\"\\ud800\"},{\"a\":\"\\udc00x\"}]", {"1! badEscape", "1! badEscape"});
        row("escaped NUL", "[{\"a\":\"\\u0000\"}]", {"1! nulByte"});
        row("deep", "[{\"a\":{\"b\":{\"c\":1}}},{\"a\":[[1]]}]", {"1! tooDeep", "1! tooDeep"});
        row("trailing comma", "[{\"a\":1,}]", {"1! badJson"});
        row("raw control character", "[{\"a\":\"x\ty\"}]", {"1! badJson"});
        row("not UTF-8", "[{\"a\":\"\xFF\"}]", {"1! notUtf8"});
        row("unclosed list", "[{\"a\":1}", {"1: a=1", "1! unclosed"});
        row("unclosed object", "[{\"a\":1},\n{\"a\":", {"1: a=1", "2! unclosed"});
        row("two commas", "[{\"a\":1},,{\"a\":2}]", {"1: a=1", "1! badJson"});
        row("no comma", "[{\"a\":1}{\"a\":2}]", {"1: a=1", "1! badJson"});
        row("a text", "\"x\"", {"1! notAnObject"});
        row("a list of numbers", "[1,2]", {"1! notAKey", "1! notAKey"});
        row("between objects", "[{\"a\":1},\nnull,\n\"x, {]\",\n[1,{\"b\":2}],\n-2.5,{\"a\":3}]",
            {"1: a=1", "2! notAKey", "3! notAKey", "4! notAKey", "5! notAKey", "5: a=3"});
        row("between lines", "{\"a\":1}\nnull\n{\"a\":2}\n", {"1: a=1", "2! notAKey", "3: a=2"});
        row("CSV", "name,env\n", {"1! notAnObject"});
        row("nothing", "", {});
    }
    void jsonFiles() {
        QFETCH(QByteArray, file);
        QFETCH(QByteArrayList, rows);
        for (const qsizetype chunk : {1, 2, 5, 1000})
            QCOMPARE(jsonRows(file, chunk), rows);
    }

    void jsonStaysBounded() {
        const QByteArray file =
            "[{\"a\":\"" + QByteArray(5 << 20, 'x') + "\"},\n{\"a\":1},\n" + QByteArray(3 << 20, '[') + "\n";
        const QByteArrayList rows = jsonRows(file, 65536);
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[0], QByteArray("1! tooLong"));
        QCOMPARE(rows[1], QByteArray("2: a=1"));
        QCOMPARE(rows[2], QByteArray("3! unclosed"));
        const QByteArrayList deep = jsonRows("[{\"a\":" + QByteArray(3 << 20, '['), 65536);
        QCOMPARE(deep, QByteArrayList{"1! unclosed"});
    }

    void listsInACell() {
        const QList<QByteArray> items{"a", "b;c", "d\\", "e f"};
        QCOMPARE(splitCell(QString::fromUtf8(joinedCell(items))),
                 (QStringList{QStringLiteral("a"), QStringLiteral("b;c"), QStringLiteral("d\\"),
                              QStringLiteral("e f")}));
        QCOMPARE(splitCell(QStringLiteral(" a ;; b\nc ")),
                 (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
    }
};

QTEST_GUILESS_MAIN(RecordsTest)
#include "records_test.moc"
