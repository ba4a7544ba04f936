#pragma once

#include "core/model/sha256.h"

#include <QChar>

#include <array>
#include <charconv>
#include <iterator>
#include <string>

/// The columns of `keys` that a row's checksum covers, for whoever reads or writes rows.
namespace latchkey::key_row {

/// One list for reading, writing and hashing, so that they cannot drift apart.
inline constexpr const char *names[] = {
    "id",
    "credential_id",
    "verifier",
    "name",
    "name_fold",
    "environment",
    "type",
    "state",
    "state_before",
    "state_reason",
    "deleted_at",
    "scopes",
    "limit_second",
    "limit_minute",
    "limit_hour",
    "limit_day",
    "customers",
    "allowed_ips",
    "expires_at",
    "owner",
    "tags",
    "note",
    "stored_in",
    "created_at",
    "created_by",
    "changed_at",
    "changed_by",
    "version",
    "change_seq",
    // since schema 2
    "old_credential_id",
    "old_verifier",
    "old_until",
    "rotated_at",
    "leaked",
};
enum Column : int {
    Id,
    CredentialId,
    VerifierColumn,
    Name,
    NameFold,
    EnvironmentColumn,
    Type,
    State,
    StateBefore,
    StateReason,
    DeletedAt,
    Scopes,
    LimitSecond,
    LimitMinute,
    LimitHour,
    LimitDay,
    Customers,
    AllowedIps,
    ExpiresAt,
    Owner,
    Tags,
    Note,
    StoredIn,
    CreatedAt,
    CreatedBy,
    ChangedAt,
    ChangedBy,
    Version,
    ChangeSeq,
    OldCredentialId,
    OldVerifier,
    OldUntil,
    RotatedAt,
    Leaked,
    ColumnCount
};
inline constexpr int FirstOfSchema2 = OldCredentialId;
static_assert(std::size(names) == ColumnCount);

/// A list in one text column: items separated by U+001F, which no valid item contains.
inline constexpr QChar ListSeparator(0x1f);

/// SHA-256 of a row's canonical form. `cell(i)` gives column i, an optional of its bytes. Length-prefixed, so
/// that no two rows share a canonical form; NULL differs from "". `plain`: nothing of what schema 2 added is
/// set; such a row hashes as it did before, so that the migration need not touch a million rows.
template<typename F>
QByteArray canonicalHash(bool plain, F cell) {
    std::string canonical(plain ? "latchkey-row-v1" : "latchkey-row-v2");
    canonical.reserve(1024);
    canonical.push_back('\0');
    for (int i = 0; i < (plain ? FirstOfSchema2 : int(ColumnCount)); ++i) {
        const auto bytes = cell(i);
        if (!bytes) {
            canonical.append("-;");
            continue;
        }
        std::array<char, 24> length{};
        auto *const end = std::to_chars(length.data(), length.data() + length.size(), bytes->size()).ptr;
        canonical.append(length.data(), end).push_back(':');
        canonical.append(bytes->data(), static_cast<std::size_t>(bytes->size())).push_back(';');
    }
    return sha256(canonical);
}

} // namespace latchkey::key_row
