#pragma once

#include <QByteArray>
#include <QString>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// What must hold for every input; a fuzzer stops where it does not.
#define FUZZ_CHECK(condition)                                                                                \
    do {                                                                                                     \
        if (!(condition)) {                                                                                  \
            (void)std::fprintf(stderr, "does not hold: %s\n", #condition);                                   \
            std::abort();                                                                                    \
        }                                                                                                    \
    } while (false)

/// One input. Defined by each target.
void tryInput(const QByteArray &bytes);
