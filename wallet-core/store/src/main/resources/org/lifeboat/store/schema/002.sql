-- Version 2: balances, activity, contacts.

CREATE TABLE balances (
    chain        INTEGER NOT NULL CHECK (chain > 0),
    account      TEXT    NOT NULL CHECK (length(account) = 42),
    token        TEXT    NOT NULL CHECK (length(token) IN (0, 42)), -- empty: the native coin
    level        TEXT    NOT NULL CHECK (level IN ('CLAIMED', 'SIGNED', 'POSTED', 'FINAL')),
    marks        TEXT    NOT NULL, -- names with commas between, in alphabetical order
    block_number INTEGER NOT NULL,
    block_hash   TEXT    NOT NULL CHECK (length(block_hash) = 66),
    block_time   INTEGER NOT NULL, -- Unix seconds of the header
    units        TEXT    NOT NULL,
    read_at      INTEGER NOT NULL,
    source_url   TEXT    NOT NULL,
    PRIMARY KEY (chain, account, token, level)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity (
    row                 INTEGER PRIMARY KEY AUTOINCREMENT,
    chain               INTEGER NOT NULL CHECK (chain > 0),
    hash                TEXT    NOT NULL CHECK (length(hash) = 66),
    account             TEXT    NOT NULL CHECK (length(account) = 42),
    nonce               INTEGER NOT NULL CHECK (nonce >= 0),
    kind                TEXT    NOT NULL,
    signed              BLOB    NOT NULL,
    counterpart         TEXT,
    asset_contract      TEXT, -- null: the native coin
    asset_symbol        TEXT    NOT NULL,
    asset_decimals      INTEGER NOT NULL,
    units               TEXT    NOT NULL,
    limit_execution     TEXT    NOT NULL,
    limit_l1_data       TEXT    NOT NULL,
    limit_operator      TEXT    NOT NULL,
    paid_execution      TEXT,
    paid_l1_data        TEXT,
    paid_operator       TEXT,
    status              TEXT    NOT NULL
        CHECK (status IN ('SAVED', 'SENT', 'ACCEPTED', 'MINED', 'REVERTED', 'REPLACED', 'DROPPED')),
    status_sent_at      INTEGER,
    status_block_number INTEGER,
    status_block_hash   TEXT,
    status_block_time   INTEGER,
    status_replaced_by  TEXT,
    note                TEXT    NOT NULL,
    signed_at           INTEGER NOT NULL,
    changed_at          INTEGER NOT NULL,
    UNIQUE (chain, hash)
) STRICT;

CREATE INDEX activity_by_time ON activity (signed_at DESC, row DESC);
CREATE INDEX activity_by_chain ON activity (chain, signed_at DESC, row DESC);
CREATE INDEX activity_by_account ON activity (account, signed_at DESC, row DESC);
CREATE INDEX activity_by_kind ON activity (kind, signed_at DESC, row DESC);
CREATE INDEX activity_by_counterpart ON activity (counterpart, signed_at DESC, row DESC);
CREATE INDEX activity_by_nonce ON activity (chain, account, nonce);
CREATE INDEX activity_by_block ON activity (chain, status_block_number) WHERE status_block_number IS NOT NULL;
CREATE INDEX activity_unsettled ON activity (chain, account, nonce) WHERE status IN ('SAVED', 'SENT', 'DROPPED');

CREATE TABLE contacts (
    address    TEXT NOT NULL PRIMARY KEY CHECK (length(address) = 42),
    name       TEXT NOT NULL,
    note       TEXT NOT NULL,
    first_used INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE contact_chains (
    address TEXT    NOT NULL REFERENCES contacts (address) ON DELETE CASCADE,
    chain   INTEGER NOT NULL CHECK (chain > 0),
    PRIMARY KEY (address, chain)
) STRICT, WITHOUT ROWID;
