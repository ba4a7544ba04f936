#pragma once

#include "tests/contract/contract.h"

namespace latchkey::contract {

/// Listing, sorting, searching, counting; what other processes change.
class ListsContract : public Contract {
    Q_OBJECT
public:
    using Contract::Contract;

private slots:
    void init() { begin(); }
    void cleanup() { backend.reset(); }
    void sortedByEveryColumn_data();
    void sortedByEveryColumn();
    void search_data();
    void search();
    void countsAndAlerts();
    void usesAndSuggestions();
    void anotherProcessIsFollowed();
    void catalogueAndCustomersAreFollowed();
    void rulesAreFollowed();

private:
    void makeSeveral();
};

} // namespace latchkey::contract
