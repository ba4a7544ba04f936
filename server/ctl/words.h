#pragma once

#include "core/model/api_key.h"
#include "core/model/decision.h"
#include "core/model/error.h"

/// What core says by code, in English, for people at a terminal.
namespace latchkey::ctl {

/// What went wrong and what to do about it; never a token.
QString sentenceOf(const Error &error);
/// Why a token of this key does not work.
QString sentenceOf(DecisionCode why, const ApiKey &key);
/// What a terminal could take for a command is shown as it is not.
QString printable(QString text);
/// "2026-11-21 16:30 UTC"
QString minuteOf(Instant t);

} // namespace latchkey::ctl
