#pragma once

#include "tests/contract/contract.h"

namespace latchkey::contract {

/// The audit log, the log of requests, and what verifiers follow.
class RecordsContract : public Contract {
    Q_OBJECT
public:
    using Contract::Contract;

private slots:
    void init() { begin(); }
    void cleanup() { backend.reset(); }
    void auditIsReadAsAsked();
    void auditChainShowsWhatWasTouched();
    void requestsAreFound();
    void requestsOfTwoProcesses();
    void retentionByDays();
    void exposuresAndMarks();
    void verifiersLoadAndFollow();
    void verifiersLoadWhatTheyFollow();
    void staleFillLosesToTheChange();
    void nodesConfirm();

private:
    [[nodiscard]] QList<RequestRecord> someRequests(int n, Instant from, qint64 everyMs) const;
};

} // namespace latchkey::contract
