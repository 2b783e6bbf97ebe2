package org.lifeboat.engine.exit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.LogClaim;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;

/// Events over many blocks, in questions that a source answers.
public final class LogSpans {
    /// How many blocks one question spans at most.
    private static final long BLOCKS = 10_000;

    private LogSpans() {}

    /// One contract's.
    /// @param to included
    /// @return empty where the source refused any part of it
    static Optional<List<LogClaim>> ask(
            Source source, long from, long to, Address contract, List<List<Hash32>> topics, Deadline deadline) {
        return ask(source, from, to, List.of(contract), topics, deadline);
    }

    /// @param to included
    /// @param contracts empty: of any
    /// @return empty where the source refused any part of it
    public static Optional<List<LogClaim>> ask(
            Source source, long from, long to, List<Address> contracts, List<List<Hash32>> topics, Deadline deadline) {
        long span = Math.min(BLOCKS, source.limits().logBlocks().orElse(BLOCKS));
        List<LogClaim> all = new ArrayList<>();
        for (long first = from; first <= to; first += span) {
            Optional<List<LogClaim>> some = source.ask(
                            new Query.LogsOf(first, Math.min(to, first + span - 1), contracts, topics),
                            Purpose.FOLLOW_TRANSACTION,
                            deadline.remaining())
                    .got();
            if (some.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(some.get());
        }
        return Optional.of(all);
    }
}
