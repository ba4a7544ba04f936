#include "core/services/audit_export.h"
#include "tests/fuzz/fuzz.h"

#include <QBuffer>

// An export that verifies says how many rows it has; no other byte may follow it.
void tryInput(const QByteArray &bytes) {
    using namespace latchkey;
    QBuffer in;
    in.setData(bytes);
    (void)in.open(QIODevice::ReadOnly);
    const auto verdict = audit_export::verify(in);
    FUZZ_CHECK(verdict.intact == verdict.problem.isEmpty());
    if (!verdict.intact)
        return;
    QBuffer longer;
    longer.setData(bytes + "x");
    (void)longer.open(QIODevice::ReadOnly);
    FUZZ_CHECK(!audit_export::verify(longer).intact);
}
