#include "tests/contract/keys_contract.h"

namespace latchkey::contract {

int run(Vaults &vaults, const QStringList &arguments) {
    KeysContract keys(vaults);
    int failed = 0;
    for (QObject *c : std::initializer_list<QObject *>{&keys})
        failed += QTest::qExec(c, arguments);
    return failed;
}

} // namespace latchkey::contract
