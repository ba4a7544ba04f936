-- Use of keys that have limits, over all verifiers (core/policy/rate_bucket.h): nanoseconds of this server's
-- clock. Unlogged: after a crash limits start anew.
CREATE UNLOGGED TABLE rate_use (
    key text COLLATE "C" PRIMARY KEY,
    second_ns bigint NOT NULL,
    minute_ns bigint NOT NULL,
    hour_ns bigint NOT NULL,
    day_ns bigint NOT NULL,
    changed_ns bigint NOT NULL
);

CREATE INDEX rate_use_by_change ON rate_use (changed_ns);
