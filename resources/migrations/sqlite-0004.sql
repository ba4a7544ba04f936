CREATE TABLE principals (
    id TEXT PRIMARY KEY,
    credential_id TEXT NOT NULL UNIQUE,
    verifier BLOB NOT NULL,
    name TEXT NOT NULL,
    name_fold TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    holds_all INTEGER NOT NULL,
    scopes TEXT NOT NULL DEFAULT '',
    active INTEGER NOT NULL,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    created_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    changed_by TEXT NOT NULL,
    last_used_at INTEGER,
    checksum BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE repeatable (
    principal TEXT NOT NULL,
    idempotency_key TEXT NOT NULL,
    request BLOB NOT NULL,
    made TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (principal, idempotency_key)
) WITHOUT ROWID;

CREATE INDEX repeatable_by_at ON repeatable (at);
