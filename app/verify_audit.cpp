#include "app/verify_audit.h"

#include "core/services/audit_export.h"

#include <QFile>
#include <cstdio>

namespace {

const char *sentence(const QString &problem) {
    static constexpr std::pair<const char *, const char *> sentences[] = {
        {"notAnExport", "this is no export of an audit log"},
        {"changed", "it was changed"},
        {"missing", "one or more rows before it are missing"},
        {"outOfOrder", "it stands in the wrong place, or twice"},
        {"cutOff", "the file ends before its last line"},
        {"afterTheEnd", "something was added after the last line"},
        {"tooLong", "the line is too long to be a row"},
    };
    for (const auto &[code, text] : sentences) {
        if (problem == QLatin1StringView(code))
            return text;
    }
    return "it is not as it was written";
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
        std::printf("%s: intact. %lld rows of the vault \"%s\", head %s\n", qPrintable(path),
                    static_cast<long long>(verdict.rows), qPrintable(verdict.vaultName),
                    verdict.head.toHex().constData());
        return 0;
    }
    if (verdict.badSeq > 0)
        std::printf("%s: NOT intact. Line %lld, row %lld: %s.\n", qPrintable(path),
                    static_cast<long long>(verdict.badLine), static_cast<long long>(verdict.badSeq),
                    sentence(verdict.problem));
    else
        std::printf("%s: NOT intact. Line %lld: %s.\n", qPrintable(path),
                    static_cast<long long>(verdict.badLine), sentence(verdict.problem));
    return 1;
}
