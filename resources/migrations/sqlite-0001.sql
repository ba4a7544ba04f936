CREATE TABLE vault (
    field TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE keys (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    credential_id TEXT NOT NULL UNIQUE,
    verifier BLOB,
    name TEXT NOT NULL,
    name_fold TEXT NOT NULL,
    environment INTEGER NOT NULL,
    type INTEGER NOT NULL,
    state INTEGER NOT NULL,
    state_before INTEGER NOT NULL,
    state_reason TEXT NOT NULL DEFAULT '',
    deleted_at INTEGER,
    scopes TEXT NOT NULL,
    limit_second INTEGER NOT NULL DEFAULT 0,
    limit_minute INTEGER NOT NULL DEFAULT 0,
    limit_hour INTEGER NOT NULL DEFAULT 0,
    limit_day INTEGER NOT NULL DEFAULT 0,
    customers TEXT NOT NULL DEFAULT '',
    allowed_ips TEXT NOT NULL DEFAULT '',
    expires_at INTEGER,
    owner TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    stored_in TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL,
    created_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    changed_by TEXT NOT NULL,
    version INTEGER NOT NULL,
    change_seq INTEGER NOT NULL,
    checksum BLOB NOT NULL
);

CREATE INDEX keys_by_created ON keys (created_at, id);
CREATE INDEX keys_by_change ON keys (change_seq);
CREATE INDEX keys_by_state ON keys (state, environment);
CREATE INDEX keys_by_name ON keys (name_fold, environment);

CREATE TABLE last_used (
    key_seq INTEGER PRIMARY KEY,
    used_at INTEGER NOT NULL,
    used_from TEXT NOT NULL DEFAULT ''
);

CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    key_id TEXT NOT NULL DEFAULT '',
    payload TEXT NOT NULL,
    hash BLOB NOT NULL
);

CREATE INDEX audit_by_key ON audit (key_id, seq);
