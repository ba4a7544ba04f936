ALTER TABLE keys ADD COLUMN old_credential_id TEXT;
ALTER TABLE keys ADD COLUMN old_verifier BLOB;
ALTER TABLE keys ADD COLUMN old_until INTEGER;
ALTER TABLE keys ADD COLUMN rotated_at INTEGER;
ALTER TABLE keys ADD COLUMN leaked INTEGER NOT NULL DEFAULT 0;

CREATE UNIQUE INDEX keys_by_old_credential ON keys (old_credential_id) WHERE old_credential_id IS NOT NULL;

CREATE TABLE old_used (
    key_seq INTEGER PRIMARY KEY,
    used_at INTEGER NOT NULL,
    used_from TEXT NOT NULL DEFAULT ''
);
