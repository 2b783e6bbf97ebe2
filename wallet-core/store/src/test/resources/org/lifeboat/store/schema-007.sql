-- A file of schema version 7 with a record of each kind. Never edited: it stands for files that people have.

PRAGMA application_id = 1279414100;
CREATE TABLE accounts (
    address  TEXT    NOT NULL PRIMARY KEY CHECK (length(address) = 42),
    label    TEXT    NOT NULL,
    kind     TEXT    NOT NULL CHECK (kind IN ('DERIVED', 'IMPORTED', 'WATCH_ONLY')),
    path     TEXT    CHECK ((kind = 'DERIVED') = (path IS NOT NULL)),
    position INTEGER NOT NULL CHECK (position >= 0),
    hidden   INTEGER NOT NULL CHECK (hidden IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE networks (
    chain       INTEGER NOT NULL PRIMARY KEY CHECK (chain > 0),
    name        TEXT    NOT NULL,
    coin_symbol TEXT    NOT NULL,
    layer       TEXT    NOT NULL CHECK (layer IN ('L1', 'L2', 'SIDECHAIN', 'UNSTATED')),
    settles_on  INTEGER CHECK ((layer = 'L2') = (settles_on IS NOT NULL)),
    stack       TEXT    CHECK ((layer = 'L2') = (stack IS NOT NULL)),
    test_net    INTEGER NOT NULL CHECK (test_net IN (0, 1))
) STRICT;

CREATE TABLE endpoints (
    chain        INTEGER NOT NULL CHECK (chain > 0),
    url          TEXT    NOT NULL,
    consent_at   INTEGER,
    insecure_too INTEGER NOT NULL CHECK (insecure_too IN (0, 1)),
    position     INTEGER NOT NULL CHECK (position >= 0),
    PRIMARY KEY (chain, url)
) STRICT, WITHOUT ROWID;

CREATE TABLE capabilities (
    chain       INTEGER NOT NULL,
    url         TEXT    NOT NULL,
    json        TEXT    NOT NULL,
    measured_at INTEGER NOT NULL,
    PRIMARY KEY (chain, url),
    FOREIGN KEY (chain, url) REFERENCES endpoints (chain, url) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE tokens (
    chain    INTEGER NOT NULL CHECK (chain > 0),
    contract TEXT    NOT NULL CHECK (length(contract) = 42),
    name     TEXT    NOT NULL,
    symbol   TEXT    NOT NULL,
    decimals INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 255),
    PRIMARY KEY (chain, contract)
) STRICT, WITHOUT ROWID;

CREATE TABLE balances (
    chain        INTEGER NOT NULL CHECK (chain > 0),
    account      TEXT    NOT NULL CHECK (length(account) = 42),
    token        TEXT    NOT NULL CHECK (length(token) IN (0, 42)),
    level        TEXT    NOT NULL CHECK (level IN ('CLAIMED', 'SIGNED', 'POSTED', 'FINAL')),
    marks        TEXT    NOT NULL,
    block_number INTEGER NOT NULL,
    block_hash   TEXT    NOT NULL CHECK (length(block_hash) = 66),
    block_time   INTEGER NOT NULL,
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
    asset_contract      TEXT,
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
    digest       TEXT    NOT NULL CHECK (length(digest) = 66),
    content      BLOB    NOT NULL,
    UNIQUE (kind, chain, account, block_hash, digest)
) STRICT;

CREATE INDEX evidence_by_account ON evidence (chain, account, block_number);

CREATE TABLE source_health (
    chain             INTEGER NOT NULL CHECK (chain > 0),
    url               TEXT    NOT NULL,
    failures_in_a_row INTEGER NOT NULL CHECK (failures_in_a_row >= 0),
    latency_millis    INTEGER,
    newest_block      INTEGER,
    times_caught      INTEGER NOT NULL CHECK (times_caught >= 0),
    caught_at         INTEGER, 
    caught_kind       TEXT    CHECK ((caught_at IS NULL) = (caught_kind IS NULL)),
    caught_subject    TEXT    CHECK ((caught_at IS NULL) = (caught_subject IS NULL)),
    caught_said       TEXT    CHECK ((caught_at IS NULL) = (caught_said IS NULL)),
    caught_shown      TEXT    CHECK ((caught_at IS NULL) = (caught_shown IS NULL)),
    PRIMARY KEY (chain, url)
) STRICT, WITHOUT ROWID;

CREATE TABLE requests (
    row            INTEGER PRIMARY KEY AUTOINCREMENT,
    sent_at        INTEGER NOT NULL,
    chain          INTEGER NOT NULL CHECK (chain > 0),
    host           TEXT    NOT NULL,
    purpose        TEXT    NOT NULL,
    methods        TEXT    NOT NULL,
    bytes_sent     INTEGER NOT NULL,
    bytes_received INTEGER NOT NULL,
    took_millis    INTEGER NOT NULL,
    outcome        TEXT    NOT NULL
) STRICT;

CREATE TABLE beacon_endpoints (
    chain        INTEGER NOT NULL CHECK (chain > 0),
    url          TEXT    NOT NULL,
    consent_at   INTEGER,
    insecure_too INTEGER NOT NULL CHECK (insecure_too IN (0, 1)),
    position     INTEGER NOT NULL CHECK (position >= 0),
    PRIMARY KEY (chain, url)
) STRICT, WITHOUT ROWID;

CREATE TABLE beacon_networks (
    chain INTEGER NOT NULL PRIMARY KEY CHECK (chain > 0),
    json  TEXT    NOT NULL
) STRICT;

CREATE TABLE checkpoints (
    chain       INTEGER NOT NULL PRIMARY KEY CHECK (chain > 0),
    root        TEXT    NOT NULL CHECK (length(root) = 66),
    origin      TEXT    NOT NULL CHECK (origin IN ('RELEASE', 'AGREED', 'USER')),
    vouchers    TEXT    NOT NULL,
    chosen_at   INTEGER NOT NULL,
    old_allowed INTEGER NOT NULL CHECK (old_allowed IN (0, 1))
) STRICT;

CREATE TABLE light_client_messages (
    chain   INTEGER NOT NULL REFERENCES checkpoints (chain) ON DELETE CASCADE,
    kind    TEXT    NOT NULL CHECK (kind IN ('BOOTSTRAP', 'UPDATE', 'FINALITY', 'OPTIMISTIC', 'CONFLICT')),
    period  INTEGER NOT NULL CHECK (period >= 0), -- 0 but for updates
    fork    TEXT    NOT NULL,
    content BLOB    NOT NULL,
    PRIMARY KEY (chain, kind, period)
) STRICT;

CREATE TABLE plans (
    id         INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice: own transactions name it
    kind       TEXT    NOT NULL, -- the format of the content and its version
    chain      INTEGER NOT NULL CHECK (chain > 0),
    account    TEXT    NOT NULL CHECK (length(account) = 42),
    content    BLOB    NOT NULL,
    begun_at   INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;
INSERT INTO accounts VALUES ('0x000000000000000000000000000000000000dead', 'Savings', 'DERIVED', 'm/44''/60''/0''/0/0', 0, 0);
INSERT INTO networks VALUES (901, 'Devnet', 'ETH', 'L2', 1, 'OP_STACK', 1);
INSERT INTO endpoints VALUES (901, 'http://127.0.0.1:8545', 1795262400123, 0, 0);
INSERT INTO capabilities VALUES (901, 'http://127.0.0.1:8545', '{}', 1795262400123);
INSERT INTO tokens VALUES (901, '0x000000000000000000000000000000000000dead', 'Boat Coin', 'BOAT', 18);
INSERT INTO balances VALUES (901, '0x000000000000000000000000000000000000dead', '', 'CLAIMED', 'MATCHED', 5, '0x1111111111111111111111111111111111111111111111111111111111111111', 1700000005, '1000', 1795262400123, 'http://127.0.0.1:8545');
INSERT INTO activity VALUES (1, 901, '0x1111111111111111111111111111111111111111111111111111111111111111', '0x000000000000000000000000000000000000dead', 0, 'SEND', X'02F86B', '0x000000000000000000000000000000000000dead', NULL, 'ETH', 18, '1', '21000', '0', '0', NULL, NULL, NULL, 'SENT', 1795262400123, NULL, NULL, NULL, NULL, '', 1795262400123, 1795262400123);
INSERT INTO contacts VALUES ('0x000000000000000000000000000000000000dead', 'Ann', '', 1795262400123);
INSERT INTO contact_chains VALUES ('0x000000000000000000000000000000000000dead', 1);
INSERT INTO settings VALUES ('language', 'zh');
INSERT INTO evidence VALUES (1, 'account-proof/1', 901, '0x000000000000000000000000000000000000dead', 5, '0x1111111111111111111111111111111111111111111111111111111111111111', 1700000005, '0x1111111111111111111111111111111111111111111111111111111111111111', X'C0');
INSERT INTO source_health VALUES (901, 'http://127.0.0.1:8545', 2, 180, 5, 1, 1795262400123, 'BALANCE', '0x000000000000000000000000000000000000dEaD', '5', '3');
INSERT INTO requests VALUES (1, 1795262400123, 901, '127.0.0.1:8545', 'READ_BALANCES', 'eth_chainId=1,eth_getProof=12', 900, 12000, 180, 'ok');
INSERT INTO beacon_endpoints VALUES (1, 'http://127.0.0.1:5052', 1795262400123, 0, 0);
INSERT INTO beacon_networks VALUES (901, '{}');
INSERT INTO checkpoints VALUES (1, '0x1111111111111111111111111111111111111111111111111111111111111111', 'USER', '', 1795262400123, 0);
INSERT INTO light_client_messages VALUES (1, 'BOOTSTRAP', 0, 'FULU', X'C0');
INSERT INTO plans VALUES (4, 'op-exit/1', 901, '0x000000000000000000000000000000000000dead', X'7B7D', 1795262400123, 1795262400123);
PRAGMA user_version = 7;
