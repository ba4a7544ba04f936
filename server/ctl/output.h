#pragma once

#include "core/model/api_key.h"
#include "core/model/error.h"
#include "core/model/secret_bytes.h"
#include "server/ctl/arguments.h"

#include <QFile>
#include <QJsonObject>

namespace latchkey::ctl {

/// Exit status; the same in the man page.
enum Status { Good = 0, Failed = 1, WrongCall = 2, NotThere = 3, Refused = 4, Changed = 5, NoServer = 6 };
Status statusOf(const Error &error);

/// A problem document. Only what a server answered has a status of HTTP.
void printProblem(const Error &error);
/// Of what is no error of core: the call is wrong, or it failed.
void printProblem(Status status, const QString &what);
void printJson(const QJsonObject &object);
void printKeys(const QList<ApiKey> &keys, Instant now);
/// The line of a key with this word where its status stands.
void printKeyLine(const ApiKey &key, const QString &status);
void printKey(const ApiKey &key, bool json, Instant now);
/// Everything about a key, a row a line. `prefix`: of the vault's tokens.
void printDetails(const ApiKey &key, const QString &prefix, Instant now);

/// Where a token or a file goes: standard output, or a new file that only its owner can read.
class Destination {
public:
    Destination() = default;
    ~Destination(); ///< drops what was not closed
    Destination(const Destination &) = delete;
    Destination &operator=(const Destination &) = delete;
    /// `path` empty: standard output. The file must not be there yet.
    tl::expected<void, QString> open(const QString &path);
    [[nodiscard]] QFile &device() { return m_file; }
    [[nodiscard]] bool isStdout() const { return m_path.isEmpty(); }
    /// False where not all of it could be written.
    bool close();
    /// What was begun and is of no use is taken away.
    void drop();

private:
    QString m_path;
    QFile m_file;
};

} // namespace latchkey::ctl
