#pragma once

#include "core/model/error.h"
#include "core/model/key_id.h"
#include "core/model/secret_bytes.h"

#include <QByteArrayView>
#include <optional>

/// SendGrid's keys as text: `SG.<22 characters>.<43 characters>`, [A-Za-z0-9_-], 69 in all (its documentation
/// of v3, "API Keys"). The part in the middle is the key's public id there.
namespace latchkey::sendgrid {

inline constexpr qsizetype KeyLength = 69, IdLength = 22;

/// What was pasted as the key of an account, without the white space around it. Nothing is sent to anybody.
/// Under the field "token": "empty"; "latchkeyToken" (one of ours); "truncated" (begins like one and is too
/// short; params "length", "wanted"); "notASendGridKey".
Result<SecretBytes> accountKey(QByteArrayView pasted);

/// The id in the middle, where the text has the shape of a key.
std::optional<QString> idIn(QByteArrayView key);

/// The id that this program uses for a key of theirs: 12 characters that follow from it. (KeyId holds no 22.)
KeyId keyIdOf(const QString &serviceId);
/// 22 characters as above; ids of another shape could not stand in a path.
bool isServiceId(QStringView text);

} // namespace latchkey::sendgrid
