#pragma once

#include <QString>
#include <QVariantMap>
#include <tl/expected.hpp>

namespace latchkey {

/// What went wrong. Of what a database refused, "sqlState" in the params is its code for it (SQLSTATE). Core
/// never formats sentences for people; ui/ translates a code and its parameters.
enum class ErrorCode {
    InvalidInput, ///< fields: see Error::fields
    NotFound,     ///< the key does not exist (any more)
    Conflict,     ///< somebody changed it meanwhile; params: "changedBy", "version"
    NotAllowed,   ///< the principal lacks the right; params: "scope" where one scope decides
    WrongState,   ///< the state of the key forbids it; params: "status"
    ReadOnly,     ///< the vault cannot be written; params: "path"
    Busy,         ///< another process holds the vault; params: "seconds"
    DiskFull,     ///< params: "path"
    NotAVault,    ///< the file is something else; params: "path"
    IsAFolder,    ///< params: "path"
    SchemaTooNew, ///< params: "found", "supported"
    Damaged,      ///< the file or a row fails its checksum; params: "path" or "id"
    Truncated,    ///< the file ends early; params: "path"
    CannotOpen,   ///< params: "path", "reason" (the system's words)
    Unreachable,  ///< no answer; params: "change" (true: a change was asked for, and was not made), "path",
                  ///< "reason" ("deadline": too late,
                  ///< "database": the one behind the server), "proxy" ("signIn", "unreachable": it failed
                  ///< there already), "httpStatus" of a gateway's answer to a question
    Unanswered, ///< whether it was done is unknown: the connection went before the answer, or a gateway gave
                ///< one; params: "path", "httpStatus" of a gateway, "reason" ("database")
    UntrustedServer,  ///< its certificate does not hold; params: "path", "fingerprint", "reason"
    NotAServer,       ///< something else answers there; params: "path"
    NoKeychain,       ///< there is no secret service
    KeychainLocked,   ///< it is there, but locked
    KeychainDenied,   ///< it refused
    KeychainTimeout,  ///< it did not answer in time
    KeychainMismatch, ///< the kept copy no longer matches the verifier
    NotKept,          ///< no copy of this token is kept here
    RateLimited,      ///< the service wants us to wait; nothing was changed; params: "seconds", "service"
    LimitReached,     ///< there are as many keys as there may be; params: "have", "most", "service"
    Refused, ///< the service said no; params: "service", "httpStatus", "message" (its words), "field"
    Cancelled,
    Internal, ///< params: "reason"; a defect, said so
};

/// One bad field of a form. `code` is stable ("empty", "tooLong", "inPast", "badIp" …), ui/ words it.
struct FieldError {
    QString field;
    QString code;
    QVariantMap params;
    bool operator==(const FieldError &) const = default;
};

/// A typed failure: code and parameters, never a sentence and never a secret.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QVariantMap params;
    QList<FieldError> fields;
    Error() = default;
    explicit Error(ErrorCode c, QVariantMap p = {})
        : code(c)
        , params(std::move(p)) {}
    explicit Error(QList<FieldError> f)
        : code(ErrorCode::InvalidInput)
        , fields(std::move(f)) {}
    bool operator==(const Error &) const = default;
};

template<typename T>
using Result = tl::expected<T, Error>;
using Outcome = Result<std::monostate>;

inline Outcome ok() {
    return std::monostate{};
}
inline tl::unexpected<Error> fail(ErrorCode c, QVariantMap p = {}) {
    return tl::unexpected<Error>(Error(c, std::move(p)));
}
inline tl::unexpected<Error> fail(Error e) {
    return tl::unexpected<Error>(std::move(e));
}

} // namespace latchkey
