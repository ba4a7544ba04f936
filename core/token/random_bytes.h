#pragma once

#include <cstddef>

namespace latchkey::token {

/// Fills `out` from the operating system's generator for secrets; one file per system. Does not return on
/// failure (std::abort): a key made of predictable bytes is worse than no key.
void randomBytes(unsigned char *out, std::size_t size);

} // namespace latchkey::token
