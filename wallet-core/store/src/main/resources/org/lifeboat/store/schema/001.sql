-- Version 1: accounts, networks, endpoints, tokens.
-- Addresses and hashes are lower-case hex with 0x; times are Unix milliseconds; amounts are decimal digits.

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
