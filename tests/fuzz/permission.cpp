#include "core/model/scope.h"
#include "tests/fuzz/fuzz.h"

// What a list of permissions says once is what it says again.
void tryInput(const QByteArray &bytes) {
    using namespace latchkey;
    QStringList bad;
    const ScopeSet set = ScopeSet::parse(QString::fromUtf8(bytes), &bad);
    QStringList none;
    FUZZ_CHECK(ScopeSet::parse(set.toString(), &none) == set);
    FUZZ_CHECK(none.isEmpty());
}
