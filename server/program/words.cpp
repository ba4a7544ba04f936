#include "server/program/words.h"

#include <algorithm>
#include <array>

namespace latchkey::server {

namespace {

/// The system's words, and of PostgreSQL what its SQLSTATE (appendix A of its documentation) means.
QString reasonOf(const Error &e) {
    const QString state = e.params.value(QStringLiteral("sqlState")).toString();
    if (state.isEmpty())
        return e.params.value(QStringLiteral("reason")).toString();
    static constexpr std::array words{std::pair{"57P01", "the database server is being shut down"},
                                      std::pair{"57P03", "the database server is starting or shutting down"},
                                      std::pair{"57P", "the database server ended the connection"},
                                      std::pair{"08", "the connection to the database was lost"},
                                      std::pair{"25P03", "the connection to the database was lost"},
                                      std::pair{"28", "the database does not let this role in"},
                                      std::pair{"42501", "the database role lacks a right"},
                                      std::pair{"42", "the database lacks something that is needed"},
                                      std::pair{"53", "the database server lacks memory or room"},
                                      std::pair{"", "the database refused what it was asked for"}};
    const auto at = std::find_if(words.begin(), words.end(), [&state](const auto &w) {
        return state.startsWith(QLatin1StringView(w.first));
    });
    return QStringLiteral("%1 (%2)").arg(QLatin1StringView(at->second), state);
}

} // namespace

QString sentenceOf(const Error &e) {
    const QString path = e.params.value(QStringLiteral("path")).toString(), why = reasonOf(e);
    switch (e.code) {
    case ErrorCode::NotFound:
        return QStringLiteral("there is no vault at %1").arg(path);
    case ErrorCode::Conflict:
        return QStringLiteral("there is something at %1 already").arg(path);
    case ErrorCode::ReadOnly:
        return QStringLiteral("%1 cannot be written").arg(path);
    case ErrorCode::Busy:
        return QStringLiteral("another program holds %1").arg(path);
    case ErrorCode::DiskFull:
        return QStringLiteral("the disk is full: %1").arg(path);
    case ErrorCode::NotAVault:
        return QStringLiteral("%1 is no vault").arg(path);
    case ErrorCode::IsAFolder:
        return QStringLiteral("%1 is a folder").arg(path);
    case ErrorCode::SchemaTooNew:
        return QStringLiteral("%1 was written by a newer version (schema %2, this one knows %3)")
            .arg(path, e.params.value(QStringLiteral("found")).toString(),
                 e.params.value(QStringLiteral("supported")).toString());
    case ErrorCode::Damaged:
        return QStringLiteral("%1 is damaged, or another file took its place").arg(path);
    case ErrorCode::Truncated:
        return QStringLiteral("%1 ends early").arg(path);
    case ErrorCode::CannotOpen:
        return QStringLiteral("%1 cannot be opened: %2").arg(path, why);
    case ErrorCode::Unreachable:
        return why.isEmpty() ? QStringLiteral("%1 does not answer").arg(path)
                             : QStringLiteral("%1 does not answer: %2").arg(path, why);
    case ErrorCode::Unanswered:
        return QStringLiteral("%1 went away before it answered").arg(path);
    default:
        return QStringLiteral("something failed: %1").arg(why);
    }
}

QJsonObject jsonOf(const Error &e) {
    QJsonObject o = QJsonObject::fromVariantMap(e.params);
    o.insert(QStringLiteral("reason"), sentenceOf(e));
    return o;
}

QJsonObject rateTrouble(const Error &e) {
    const QString table = e.params.value(QStringLiteral("table")).toString();
    if (e.code != ErrorCode::NotAllowed || table.isEmpty())
        return jsonOf(e);
    QString role = e.params.value(QStringLiteral("role")).toString();
    QJsonObject o = QJsonObject::fromVariantMap(e.params);
    o.insert(
        QStringLiteral("reason"),
        QStringLiteral("the database role may not use the table %1, where limits are counted").arg(table));
    o.insert(QStringLiteral("todo"), QStringLiteral("GRANT SELECT, INSERT, UPDATE, DELETE ON %1 TO \"%2\"")
                                         .arg(table, role.replace(u'"', QStringLiteral("\"\""))));
    return o;
}

} // namespace latchkey::server
