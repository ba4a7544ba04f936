#include "core/services/key_import/import_file.h"

#include <QTemporaryDir>
#include <QTest>

using namespace latchkey;

/// What an imported file is taken for, and its rows.
class ImportFileTest : public QObject {
    Q_OBJECT
private slots:
    /// As a bad row of a CSV file does; only a file without any key is refused.
    void aBadObjectLeavesTheOthers() {
        const QString path = m_folder.filePath(QStringLiteral("in.json"));
        const auto write = [&path](const QByteArray &text) {
            QFile f(path);
            QVERIFY(f.open(QIODevice::WriteOnly));
            QCOMPARE(f.write(text), text.size());
        };
        write("[{\"name\": \"A\" \"env\": \"dev\"},\nnull,\n{\"name\": \"B\", \"env\": \"dev\"}]");
        const auto shape = ImportFile::look(path);
        QVERIFY(shape);
        QCOMPARE(shape->columns, (QStringList{QStringLiteral("name"), QStringLiteral("env")}));
        ImportFile file(path, *shape, guessMapping(shape->columns), QStringLiteral("lk"));
        QVERIFY(file.open());
        const auto rows = file.next(10);
        QVERIFY(rows);
        QCOMPARE(rows->size(), 3);
        QCOMPARE(rows->at(0).line, 1);
        QCOMPARE(rows->at(0).problem->code, QStringLiteral("badJson"));
        QCOMPARE(rows->at(1).line, 2);
        QCOMPARE(rows->at(1).problem->code, QStringLiteral("notAKey"));
        QVERIFY(!rows->at(2).problem);
        QCOMPARE(rows->at(2).values.value(KeyField::Name), QStringLiteral("B"));
        write("[1, 2]");
        const auto none = ImportFile::look(path);
        QVERIFY(!none);
        QCOMPARE(none.error().fields.first().code, QStringLiteral("notAKey"));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(ImportFileTest)
#include "import_file_test.moc"
