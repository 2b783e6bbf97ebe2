package org.lifeboat.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.Refutation;
import org.lifeboat.engine.source.SourceId;

/// How a source's behaviour stands in the table `source_health`.
final class SourceHealthRow {
    private SourceHealthRow() {}

    static int put(Session session, SourceId id, Health health) throws SQLException {
        Optional<Refutation> what = health.caught().map(Health.Caught::what);
        return session.change(
                "INSERT OR REPLACE INTO source_health (chain, url, failures_in_a_row, latency_millis, newest_block,"
                        + " times_caught, caught_at, caught_kind, caught_subject, caught_said, caught_shown)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id.chain(),
                id.url(),
                health.failuresInARow(),
                health.latency().map(Duration::toMillis),
                health.newestBlock().isPresent()
                        ? Optional.of(health.newestBlock().getAsLong())
                        : Optional.empty(),
                health.proofsThatDisagreed(),
                health.caught().map(Health.Caught::at),
                what.map(Refutation::kind),
                what.map(Refutation::subject),
                what.map(Refutation::said),
                what.map(Refutation::shown));
    }

    static Health read(Row row) throws SQLException {
        Optional<Long> newest = row.optionalNumber("newest_block");
        return new Health(
                0,
                0,
                row.smallNumber("failures_in_a_row"),
                0,
                row.optionalNumber("latency_millis").map(Duration::ofMillis),
                Optional.empty(),
                newest.isPresent() ? OptionalLong.of(newest.get()) : OptionalLong.empty(),
                Optional.empty(),
                row.smallNumber("times_caught"),
                caught(row));
    }

    private static Optional<Health.Caught> caught(Row row) throws SQLException {
        Optional<Instant> at = row.optionalTime("caught_at");
        if (at.isEmpty()) {
            return Optional.empty();
        }
        Refutation what = new Refutation(
                row.text("caught_kind"), row.text("caught_subject"), row.text("caught_said"), row.text("caught_shown"));
        return Optional.of(new Health.Caught(at.get(), what));
    }
}
