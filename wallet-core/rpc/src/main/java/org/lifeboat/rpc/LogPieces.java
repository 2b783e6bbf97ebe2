package org.lifeboat.rpc;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.lifeboat.engine.source.LogClaim;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;

/// Cuts a question for events into ranges that the source takes, and puts the answers together.
final class LogPieces {
    private LogPieces() {}

    /// @param most how many blocks one question may span; empty or 0 where that is not known
    /// @return the question itself if it need not be cut
    static List<Query<?>> cut(Query.LogsOf logs, OptionalLong most) {
        long span = most.orElse(0);
        if (span < 1 || logs.toBlock() - logs.fromBlock() < span) {
            return List.of(logs);
        }
        List<Query<?>> pieces = new ArrayList<>();
        for (long from = logs.fromBlock(); from <= logs.toBlock(); from += span) {
            long to = Math.min(logs.toBlock(), from + span - 1);
            pieces.add(new Query.LogsOf(from, to, logs.addresses(), logs.topics()));
        }
        return pieces;
    }

    /// All events in order, or the first piece's reason why there are none: a part is never given for the whole.
    static Reply<?> joined(List<Query<?>> pieces, Function<List<Query<?>>, List<Reply<?>>> asking) {
        List<LogClaim> all = new ArrayList<>();
        for (Reply<?> reply : asking.apply(pieces)) {
            if (!(reply instanceof Reply.Got<?>(Object events))) {
                return reply;
            }
            for (Object event : (List<?>) events) {
                all.add((LogClaim) event);
            }
        }
        return new Reply.Got<>(List.copyOf(all));
    }
}
