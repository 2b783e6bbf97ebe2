-- Version 7: plans, the long processes by which money gets in and out.

CREATE TABLE plans (
    id         INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice: own transactions name it
    kind       TEXT    NOT NULL, -- the format of the content and its version
    chain      INTEGER NOT NULL CHECK (chain > 0),
    account    TEXT    NOT NULL CHECK (length(account) = 42),
    content    BLOB    NOT NULL,
    begun_at   INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;
