#pragma once

#include "core/model/handoff.h"

/// How many times longer something may take in this build than in one without the thread sanitizer, which
/// makes every access to memory a call.
#ifdef LATCHKEY_TSAN
constexpr int timesSlower = 10;
#else
constexpr int timesSlower = 1;
#endif
