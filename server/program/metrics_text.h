#pragma once

#include "server/ops/counters.h"
#include "server/verify/credential_index.h"
#include "server/verify/seen_queue.h"

#include <optional>
#include <string>
#include <vector>

namespace latchkey::server {

/// What /metrics shows, in Prometheus' text format 0.0.4. Nothing in it names a key.
struct MetricsView {
    std::vector<const Counters *> counters;
    std::vector<SeenQueue *> queues;
    CredentialIndex::Counts index;
    bool current = false;
    qint64 confirmedMsAgo = 0;
    qint64 rowsWritten = 0, rowsFailed = 0;
    struct Leases {
        bool reached = false;
        int verifiers = 1;
        qint64 settlements = 0;
    };
    std::optional<Leases> leases; ///< where limits are shared with other processes
};
std::string metricsText(const MetricsView &view);

} // namespace latchkey::server
