-- Version 6: following L1.

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
