#pragma once

#include "core/model/error.h"

#include <QJsonObject>

namespace latchkey::server {

/// A typed error for the log: a sentence in English, and its parameters.
QJsonObject jsonOf(const Error &e);
/// Why rate limits can't be kept together with others, and what to do.
QJsonObject rateTrouble(const Error &e);
QString sentenceOf(const Error &e);

} // namespace latchkey::server
