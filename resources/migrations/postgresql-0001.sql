CREATE TABLE latchkey_schema (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    version integer NOT NULL
);

CREATE TABLE vault (
    field text COLLATE "C" PRIMARY KEY,
    value text NOT NULL
);

CREATE TABLE keys (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    credential_id text COLLATE "C" NOT NULL UNIQUE,
    verifier bytea,
    name text COLLATE "C" NOT NULL,
    name_fold text COLLATE "C" NOT NULL,
    environment bigint NOT NULL,
    type bigint NOT NULL,
    state bigint NOT NULL,
    state_before bigint NOT NULL,
    state_reason text NOT NULL DEFAULT '',
    deleted_at bigint,
    scopes text NOT NULL,
    limit_second bigint NOT NULL DEFAULT 0,
    limit_minute bigint NOT NULL DEFAULT 0,
    limit_hour bigint NOT NULL DEFAULT 0,
    limit_day bigint NOT NULL DEFAULT 0,
    customers text NOT NULL DEFAULT '',
    allowed_ips text NOT NULL DEFAULT '',
    expires_at bigint,
    owner text NOT NULL DEFAULT '',
    tags text NOT NULL DEFAULT '',
    note text NOT NULL DEFAULT '',
    stored_in text NOT NULL DEFAULT '',
    created_at bigint NOT NULL,
    created_by text NOT NULL,
    changed_at bigint NOT NULL,
    changed_by text NOT NULL,
    version bigint NOT NULL,
    change_seq bigint NOT NULL,
    checksum bytea NOT NULL,
    old_credential_id text COLLATE "C",
    old_verifier bytea,
    old_until bigint,
    rotated_at bigint,
    leaked bigint NOT NULL DEFAULT 0
);

CREATE INDEX keys_by_created ON keys (created_at, id);
CREATE INDEX keys_by_change ON keys (change_seq);
CREATE INDEX keys_by_state ON keys (state, environment);
CREATE INDEX keys_by_name ON keys (name_fold, environment);
CREATE UNIQUE INDEX keys_by_old_credential ON keys (old_credential_id) WHERE old_credential_id IS NOT NULL;

CREATE TABLE last_used (
    key_seq bigint PRIMARY KEY,
    used_at bigint NOT NULL,
    used_from text NOT NULL DEFAULT ''
) WITH (fillfactor = 70);

CREATE TABLE old_used (
    key_seq bigint PRIMARY KEY,
    used_at bigint NOT NULL,
    used_from text NOT NULL DEFAULT ''
);

CREATE TABLE audit (
    seq bigint PRIMARY KEY,
    key_id text COLLATE "C" NOT NULL DEFAULT '',
    payload text NOT NULL,
    hash bytea NOT NULL
);

CREATE INDEX audit_by_key ON audit (key_id, seq);

CREATE TABLE customers (
    id text COLLATE "C" PRIMARY KEY,
    name text NOT NULL,
    name_fold text COLLATE "C" NOT NULL,
    note text NOT NULL DEFAULT '',
    version bigint NOT NULL,
    changed_at bigint NOT NULL,
    changed_by text NOT NULL
);

CREATE TABLE verifier_nodes (
    id text COLLATE "C" PRIMARY KEY,
    name text NOT NULL,
    epoch bigint NOT NULL,
    at bigint NOT NULL,
    seen bigint NOT NULL
);

CREATE TABLE facts (
    field text COLLATE "C" PRIMARY KEY,
    value bigint NOT NULL
);

INSERT INTO facts (field, value) VALUES ('retention_days', 90), ('batches', 0);

CREATE TABLE texts (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind bigint NOT NULL,
    text text COLLATE "C" NOT NULL,
    UNIQUE (kind, text)
);

CREATE TABLE requests (
    id bigint NOT NULL,
    outcome bigint NOT NULL,
    code bigint,
    status bigint NOT NULL,
    environment bigint NOT NULL,
    key bigint NOT NULL,
    credential bigint NOT NULL,
    method bigint NOT NULL,
    scope bigint NOT NULL,
    customer bigint NOT NULL,
    ip bigint NOT NULL,
    agent bigint NOT NULL,
    duration_us bigint,
    path text NOT NULL,
    PRIMARY KEY (id)
) PARTITION BY RANGE (id);

CREATE INDEX requests_key ON requests (key, id);
CREATE INDEX requests_outcome ON requests (outcome, id);

CREATE TABLE hourly (
    hour bigint NOT NULL,
    key bigint NOT NULL,
    outcome bigint NOT NULL,
    scope bigint NOT NULL,
    n bigint NOT NULL,
    PRIMARY KEY (hour, key, outcome, scope)
);

CREATE INDEX hourly_key ON hourly (key, hour, outcome, n);

CREATE TABLE totals (
    hour bigint NOT NULL,
    environment bigint NOT NULL,
    outcome bigint NOT NULL,
    n bigint NOT NULL,
    raw bigint NOT NULL,
    PRIMARY KEY (hour, environment, outcome)
);

CREATE TABLE imports (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    fingerprint bytea NOT NULL,
    position bigint NOT NULL,
    rows bigint NOT NULL,
    broken bigint NOT NULL
);

CREATE TABLE exposures (
    key text COLLATE "C" NOT NULL,
    credential text COLLATE "C" NOT NULL,
    seen_at bigint NOT NULL,
    dismissed bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (key, credential)
);
