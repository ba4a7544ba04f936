CREATE TABLE principals (
    id text COLLATE "C" PRIMARY KEY,
    credential_id text COLLATE "C" NOT NULL UNIQUE,
    verifier bytea NOT NULL,
    name text NOT NULL,
    name_fold text COLLATE "C" NOT NULL UNIQUE,
    role text NOT NULL,
    holds_all bigint NOT NULL,
    scopes text NOT NULL DEFAULT '',
    active bigint NOT NULL,
    version bigint NOT NULL,
    created_at bigint NOT NULL,
    created_by text NOT NULL,
    changed_at bigint NOT NULL,
    changed_by text NOT NULL,
    last_used_at bigint,
    checksum bytea NOT NULL
);

CREATE TABLE repeatable (
    principal text COLLATE "C" NOT NULL,
    idempotency_key text COLLATE "C" NOT NULL,
    request bytea NOT NULL,
    made text NOT NULL,
    at bigint NOT NULL,
    PRIMARY KEY (principal, idempotency_key)
);

CREATE INDEX repeatable_by_at ON repeatable (at);
