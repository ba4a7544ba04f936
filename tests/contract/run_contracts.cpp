#include "tests/contract/common_contract.h"
#include "tests/contract/keys_contract.h"
#include "tests/contract/lists_contract.h"
#include "tests/contract/principals_contract.h"
#include "tests/contract/records_contract.h"

namespace latchkey::contract {

int run(Vaults &vaults, const QStringList &arguments) {
    CommonContract common(vaults);
    KeysContract keys(vaults);
    ListsContract lists(vaults);
    RecordsContract records(vaults);
    PrincipalsContract principals(vaults);
    int failed = 0;
    for (QObject *c : std::initializer_list<QObject *>{&common, &keys, &lists, &records, &principals})
        failed += QTest::qExec(c, arguments);
    return failed;
}

int runCommon(Vaults &vaults, const QStringList &arguments) {
    CommonContract common(vaults);
    return QTest::qExec(&common, arguments);
}

int runLists(Vaults &vaults, const QStringList &arguments) {
    ListsContract lists(vaults);
    return QTest::qExec(&lists, arguments);
}

} // namespace latchkey::contract
