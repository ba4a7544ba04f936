#include "core/services/diagnosis/facts.h"
#include "tests/fuzz/fuzz.h"

// Whatever somebody pastes, an answer: facts or what is wrong with the text.
void tryInput(const QByteArray &bytes) {
    (void)latchkey::diagnosis::read(QString::fromUtf8(bytes));
}
