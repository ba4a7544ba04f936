#include "app/verify_audit.h"

#include "core/services/audit_export.h"

#include <QCoreApplication>
#include <QFile>
#include <cstdio>
#include <limits>

namespace {

/// What is wrong with a row, inside a sentence.
QString problemText(const QString &problem) {
    static constexpr std::pair<const char *, const char *> sentences[] = {
        {"notAnExport", QT_TRANSLATE_NOOP("main", "this is no export of an audit log")},
        {"changed", QT_TRANSLATE_NOOP("main", "it was changed")},
        {"missing", QT_TRANSLATE_NOOP("main", "one or more rows before it are missing")},
        {"outOfOrder", QT_TRANSLATE_NOOP("main", "it stands in the wrong place, or twice")},
        {"cutOff", QT_TRANSLATE_NOOP("main", "the file ends before its last line")},
        {"afterTheEnd", QT_TRANSLATE_NOOP("main", "something was added after the last line")},
        {"tooLong", QT_TRANSLATE_NOOP("main", "the line is too long to be a row")},
    };
    for (const auto &[code, text] : sentences) {
        if (problem == QLatin1StringView(code))
            return QCoreApplication::translate("main", text);
    }
    return QCoreApplication::translate("main", "it is not as it was written");
}

/// One line on the standard output.
void say(const QString &text) {
    std::printf("%s\n", qPrintable(text));
}

} // namespace

int verifyAudit(const QString &path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "%s: %s\n", qPrintable(path), qPrintable(file.errorString()));
        return 2;
    }
    const auto verdict = latchkey::audit_export::verify(file);
    if (verdict.intact) {
        const auto rows = static_cast<int>(qMin<qint64>(verdict.rows, std::numeric_limits<int>::max()));
        say(QCoreApplication::translate("main", "%1: intact. %Ln rows of the vault \"%2\", head %3", "file",
                                        rows)
                .arg(path, verdict.vaultName, QString::fromLatin1(verdict.head.toHex())));
        return 0;
    }
    const QString line = QString::number(verdict.badLine);
    if (verdict.badSeq > 0)
        say(QCoreApplication::translate("main", "%1: NOT intact. Line %2, row %3: %4.",
                                        "file, numbers, what is wrong")
                .arg(path, line, QString::number(verdict.badSeq), problemText(verdict.problem)));
    else
        say(QCoreApplication::translate("main", "%1: NOT intact. Line %2: %3.", "file, number, what is wrong")
                .arg(path, line, problemText(verdict.problem)));
    return 1;
}
