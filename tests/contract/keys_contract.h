#pragma once

#include "tests/contract/contract.h"

namespace latchkey::contract {

/// Creating, changing, rotating, many at once; conflicts and damage.
class KeysContract : public Contract {
    Q_OBJECT
public:
    using Contract::Contract;

private slots:
    void init() { begin(); }
    void cleanup() { backend.reset(); }
    void createdAsAsked();
    void anIdIsTakenOnce();
    void conflictChangesNothing();
    void everyStateAndBack();
    void purgedForGood();
    void rotation();
    void manyAtOnce();
    void lastUsed();
    void damageNeverWidens();
};

} // namespace latchkey::contract
