#pragma once

#include "core/services/log_import/log_line.h"

#include <QString>

namespace latchkey::log_line {

/// The text without anything that opens a door: whole or cut tokens become their masked form, and values of
/// `api_key=`, `token=`, `password=` and the like dots. `hint`, if it is null still, becomes the first
/// token's.
QString redacted(QByteArrayView text, KeyHint *hint = nullptr);

/// Reads a field that names a key: a token (also behind "Bearer " or "Basic "), a masked form, an id.
KeyHint hintOf(QByteArrayView field);

} // namespace latchkey::log_line
