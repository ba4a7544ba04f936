#include "server/ctl/output.h"

#include "core/wire/key_json.h"
#include "core/wire/problem.h"
#include "server/ctl/words.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace latchkey::ctl {

namespace {

QString dayOf(const std::optional<Instant> &t) {
    return t ? t->toIso().left(16).replace(u'T', u' ') : QStringLiteral("never");
}

/// One value a line, all of them under each other; `none` where there is none.
void printRows(const char *label, const QStringList &values, const QString &none) {
    constexpr int Width = 13;
    QString head = QLatin1StringView(label) + QStringLiteral(":");
    for (const QString &value : values.isEmpty() ? QStringList{none} : values)
        std::fputs(
            qPrintable(std::exchange(head, QString()).leftJustified(Width) + u' ' + printable(value) + u'\n'),
            stdout);
}

void printRow(const char *label, const QString &value) {
    printRows(label, {value.isEmpty() ? QStringLiteral("-") : value}, {});
}

QStringList limitLines(const RateLimits &limits) {
    static constexpr std::array names{"second", "minute", "hour", "day"};
    QStringList lines;
    for (const RatePeriod p : AllRatePeriods) {
        if (const auto n = limits.get(p))
            lines.append(
                QStringLiteral("%1 a %2").arg(*n).arg(QLatin1StringView(names[static_cast<std::size_t>(p)])));
    }
    return lines;
}

QString withPlace(const QString &time, const QString &from) {
    return from.isEmpty() ? time : QStringLiteral("%1 from %2").arg(time, from);
}

QString oldTokenText(const OldCredential &old, Instant now) {
    const QString used = old.lastUsedAt ? QStringLiteral("; last used ") +
                                              withPlace(minuteOf(*old.lastUsedAt), old.lastUsedFrom)
                                        : QStringLiteral("; not used since the rotation");
    return !old.until       ? QStringLiteral("works until it is stopped") + used
           : old.works(now) ? QStringLiteral("works until %1").arg(minuteOf(*old.until)) + used
                            : QStringLiteral("stopped working on %1").arg(minuteOf(*old.until));
}

struct ClientProblem {
    ErrorCode error;
    const char *title;
    const char *code = nullptr; ///< of what no server says of itself
};
/// How a client says what a server did not.
constexpr std::array clientProblems{
    ClientProblem{ErrorCode::Unreachable, "The server does not answer", "unreachable"},
    ClientProblem{ErrorCode::Unanswered, "The answer of the server was lost", "unanswered"},
    ClientProblem{ErrorCode::UntrustedServer, "The server's certificate does not hold", "untrusted_server"},
    ClientProblem{ErrorCode::NotAServer, "What answers is no latchkeyd", "not_a_server"},
    ClientProblem{ErrorCode::DiskFull, "The disk is full"},
    ClientProblem{ErrorCode::NotAVault, "The vault cannot be read"},
    ClientProblem{ErrorCode::IsAFolder, "The vault cannot be read"},
    ClientProblem{ErrorCode::Truncated, "The vault cannot be read"},
    ClientProblem{ErrorCode::CannotOpen, "The vault cannot be read"},
    ClientProblem{ErrorCode::SchemaTooNew, "The vault is newer than this program"},
    ClientProblem{ErrorCode::Cancelled, "It was stopped before it was done"},
    ClientProblem{ErrorCode::Internal, "Latchkey made a mistake"}};

/// Does it stand in a file, or come in? Then the call itself is right.
bool isRead(const FieldError &f) {
    return f.field == QStringLiteral("token-file") || f.field == QStringLiteral("ca") ||
           f.field == QStringLiteral("token");
}

} // namespace

Status statusOf(const Error &e) {
    switch (e.code) {
    case ErrorCode::NotFound:
        return NotThere;
    case ErrorCode::NotAllowed:
        return Refused;
    case ErrorCode::Conflict:
    case ErrorCode::WrongState:
        return Changed;
    case ErrorCode::Unreachable:
    case ErrorCode::Unanswered:
        return NoServer;
    case ErrorCode::InvalidInput:
        if (wire::insufficientScope(e))
            return Refused;
        return std::any_of(e.fields.begin(), e.fields.end(), isRead) ? Failed : WrongCall;
    default:
        return Failed;
    }
}

void printJson(const QJsonObject &object) {
    std::fputs(QJsonDocument(object).toJson(QJsonDocument::Compact).constData(), stdout);
    std::fputs("\n", stdout);
}

void printProblem(const Error &e) {
    const bool answered = wire::isAnswered(e);
    const auto unheld = answered ? std::nullopt : wire::insufficientScope(e);
    QJsonObject o = wire::toJson(unheld ? *unheld : wire::problemOf(e));
    if (!answered) {
        o.remove(QStringLiteral("status")); // HTTP's: nobody gave one
        const auto mine = std::find_if(clientProblems.begin(), clientProblems.end(),
                                       [&e](const ClientProblem &p) { return p.error == e.code; });
        if (mine != clientProblems.end()) {
            o.insert(QStringLiteral("title"), QLatin1StringView(mine->title));
            if (mine->code)
                o.insert(QStringLiteral("code"), QLatin1StringView(mine->code));
        }
    }
    o.insert(QStringLiteral("detail"), sentenceOf(e));
    printJson(o);
}

void printProblem(Status status, const QString &what) {
    const bool call = status == WrongCall;
    printJson(
        {{QStringLiteral("type"), QStringLiteral("about:blank")},
         {QStringLiteral("code"), call ? QStringLiteral("wrong_call") : QStringLiteral("failed")},
         {QStringLiteral("title"), call ? QStringLiteral("The call is wrong") : QStringLiteral("It failed")},
         {QStringLiteral("detail"), what}});
}

void printKeys(const QList<ApiKey> &keys, Instant now) {
    for (const ApiKey &k : keys)
        printKeyLine(k, toWord(statusOf(k, now)));
}

void printKeyLine(const ApiKey &k, const QString &status) {
    std::fputs(qPrintable(QStringLiteral("%1  %2  %3  %4  %5\n")
                              .arg(k.id.toString(), toWord(k.config.environment).leftJustified(11),
                                   status.leftJustified(8), dayOf(k.config.expires).leftJustified(16),
                                   printable(k.config.name))),
               stdout);
}

void printKey(const ApiKey &key, bool json, Instant now) {
    if (json)
        return printJson(wire::toJson(key, now));
    printKeys({key}, now);
}

void printDetails(const ApiKey &k, const QString &prefix, Instant now) {
    const KeyConfig &c = k.config;
    const QString never = QStringLiteral("never");
    QStringList scopes, networks;
    for (const Scope &s : c.scopes)
        scopes.append(s.toString());
    for (const IpRange &r : c.allowedIps)
        networks.append(r.toString());
    printRow("Name", c.name);
    printRow("Id", k.id.toString());
    printRow("Token", maskedToken(prefix, k));
    printRow("Status",
             toWord(statusOf(k, now)) + (k.leaked ? QStringLiteral(" (leaked: never restored)") : QString()));
    if (k.state != KeyState::Active && !k.stateReason.isEmpty())
        printRow("Reason", k.stateReason);
    if (k.deletedAt)
        printRow("Deleted", minuteOf(*k.deletedAt));
    printRow("Environment", toWord(c.environment));
    printRow("Type", toWord(c.type));
    printRows("Permissions", scopes, QStringLiteral("none"));
    printRow("Expires", c.expires ? minuteOf(*c.expires) : never);
    printRows("Limits", limitLines(c.limits), QStringLiteral("none"));
    printRows("Networks", networks, QStringLiteral("anywhere"));
    printRows("Customers", c.customers, QStringLiteral("all"));
    printRow("Last used", k.lastUsedAt ? withPlace(minuteOf(*k.lastUsedAt), k.lastUsedFrom) : never);
    if (k.rotatedAt)
        printRow("Token since", minuteOf(*k.rotatedAt));
    if (k.old)
        printRow("Old token", oldTokenText(*k.old, now));
    printRow("Owner", c.owner);
    printRow("Tags", c.tags.join(QStringLiteral(", ")));
    printRow("Stored in", c.storedIn);
    printRows("Note", c.note.split(u'\n', Qt::SkipEmptyParts), QStringLiteral("-"));
    printRow("Created", QStringLiteral("%1 by %2").arg(minuteOf(k.createdAt), k.createdBy));
    if (k.version > 1)
        printRow("Changed", QStringLiteral("%1 by %2").arg(minuteOf(k.changedAt), k.changedBy));
    printRow("Version", QString::number(k.version));
}

Destination::~Destination() {
    if (m_file.isOpen())
        drop();
}

tl::expected<void, QString> Destination::open(const QString &path) {
    m_path = path;
    if (path.isEmpty()) {
        if (!m_file.open(stdout, QIODevice::WriteOnly))
            return tl::unexpected(m_file.errorString());
        return {};
    }
    // Never over something, and never readable by others, not even for a moment.
    const int fd = ::open(QFile::encodeName(path).constData(),
                          O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return tl::unexpected(
            QStringLiteral("%1: %2").arg(path, QString::fromLocal8Bit(std::strerror(errno))));
    if (!m_file.open(fd, QIODevice::WriteOnly, QFileDevice::AutoCloseHandle))
        return tl::unexpected(m_file.errorString());
    return {};
}

bool Destination::close() {
    bool good = m_file.flush();
    if (!m_path.isEmpty())
        good = ::fsync(m_file.handle()) == 0 && good;
    m_file.close();
    return good && m_file.error() == QFileDevice::NoError;
}

void Destination::drop() {
    m_file.close();
    if (!m_path.isEmpty())
        QFile::remove(m_path);
}

} // namespace latchkey::ctl
