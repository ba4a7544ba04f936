#pragma once

#include "core/model/error.h"

#include <QJsonObject>

namespace latchkey {

/// An error in a file of ours: code, parameters and fields. A code that this version doesn't know reads as
/// Internal.
QJsonObject toJson(const Error &error);
Error errorFrom(const QJsonObject &json);

} // namespace latchkey
