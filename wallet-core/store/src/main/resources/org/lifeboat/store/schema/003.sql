-- Version 3: settings and evidence.

CREATE TABLE settings (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    kind         TEXT    NOT NULL,
    chain        INTEGER NOT NULL CHECK (chain > 0),
    account      TEXT    NOT NULL CHECK (length(account) = 42),
    block_number INTEGER NOT NULL,
    block_hash   TEXT    NOT NULL CHECK (length(block_hash) = 66),
    block_time   INTEGER NOT NULL,
    digest       TEXT    NOT NULL CHECK (length(digest) = 66), -- Keccak-256 of content, so that a piece is kept once
    content      BLOB    NOT NULL,
    UNIQUE (kind, chain, account, block_hash, digest)
) STRICT;

CREATE INDEX evidence_by_account ON evidence (chain, account, block_number);
