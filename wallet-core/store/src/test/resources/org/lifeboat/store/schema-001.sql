-- A file of schema version 1 with a record of each kind. Never edited: it stands for files that people have.

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

INSERT INTO accounts VALUES ('0x000000000000000000000000000000000000dead', 'Savings', 'DERIVED', 'm/44''/60''/0''/0/0', 0, 0);
INSERT INTO networks VALUES (901, 'Devnet', 'ETH', 'L2', 1, 'OP_STACK', 1);
INSERT INTO endpoints VALUES (901, 'http://127.0.0.1:8545', 1795262400123, 0, 0);
INSERT INTO capabilities VALUES (901, 'http://127.0.0.1:8545', '{}', 1795262400123);
INSERT INTO tokens VALUES (901, '0x000000000000000000000000000000000000dead', 'Boat Coin', 'BOAT', 18);
PRAGMA user_version = 1;
