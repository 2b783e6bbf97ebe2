-- Version 5: requests that left the program.

CREATE TABLE requests (
    row            INTEGER PRIMARY KEY AUTOINCREMENT,
    sent_at        INTEGER NOT NULL,
    chain          INTEGER NOT NULL CHECK (chain > 0),
    host           TEXT    NOT NULL, -- host and port only: a path may hold an API key
    purpose        TEXT    NOT NULL,
    methods        TEXT    NOT NULL, -- name=count with commas between, in alphabetical order
    bytes_sent     INTEGER NOT NULL,
    bytes_received INTEGER NOT NULL,
    took_millis    INTEGER NOT NULL,
    outcome        TEXT    NOT NULL
) STRICT;
