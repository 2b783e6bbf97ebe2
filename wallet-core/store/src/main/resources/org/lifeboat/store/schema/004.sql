-- Version 4: how sources have behaved, and what they were caught with.

-- Not tied to `endpoints`: an address that was caught is known again when it is entered anew.
CREATE TABLE source_health (
    chain             INTEGER NOT NULL CHECK (chain > 0),
    url               TEXT    NOT NULL,
    failures_in_a_row INTEGER NOT NULL CHECK (failures_in_a_row >= 0),
    latency_millis    INTEGER,
    newest_block      INTEGER,
    times_caught      INTEGER NOT NULL CHECK (times_caught >= 0),
    caught_at         INTEGER, -- null: not set aside
    caught_kind       TEXT    CHECK ((caught_at IS NULL) = (caught_kind IS NULL)),
    caught_subject    TEXT    CHECK ((caught_at IS NULL) = (caught_subject IS NULL)),
    caught_said       TEXT    CHECK ((caught_at IS NULL) = (caught_said IS NULL)),
    caught_shown      TEXT    CHECK ((caught_at IS NULL) = (caught_shown IS NULL)),
    PRIMARY KEY (chain, url)
) STRICT, WITHOUT ROWID;
