package org.lifeboat.engine.anchor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.HeaderClaim;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;

/// From a block downwards by parent hashes. Every header is hashed here: a source can stop, but not mislead.
public final class HeaderWalk {
    /// Headers asked for in one request.
    private static final int AT_ONCE = 100;

    private HeaderWalk() {}

    /// @param number of the first header, which has `hash`
    /// @param count how many are wanted
    /// @return the newest first; fewer where the source stops, or shows another branch
    public static List<BlockHeader> down(Source source, long number, Hash32 hash, long count, Deadline deadline) {
        List<BlockHeader> headers = new ArrayList<>();
        Hash32 expected = hash;
        for (long from = number; from > number - count && !deadline.isOver(); from -= AT_ONCE) {
            List<Query<Optional<HeaderClaim>>> queries = new ArrayList<>();
            for (long at = from; at > Math.max(number - count, from - AT_ONCE); at--) {
                queries.add(new Query.HeaderOf(new BlockSelector.AtNumber(at)));
            }
            for (Reply<?> reply : source.askAll(queries, Purpose.FOLLOW_L1, deadline.remaining())) {
                Optional<BlockHeader> header = header(reply, expected);
                if (header.isEmpty()) {
                    return headers;
                }
                headers.add(header.get());
                expected = header.get().parentHash();
            }
        }
        return headers;
    }

    /// A header under another hash than expected is of another branch, or false: it does not help either way.
    private static Optional<BlockHeader> header(Reply<?> reply, Hash32 expected) {
        return reply.got()
                                .filter(Optional.class::isInstance)
                                .flatMap(found -> (Optional<?>) found)
                                .filter(HeaderClaim.class::isInstance)
                                .map(HeaderClaim.class::cast)
                                .map(claim -> BlockHeader.fromFields(claim.fields(), expected))
                                .orElseGet(() -> new Answer.Unknown<>(Answer.Cause.MISSING, "no header"))
                        instanceof Answer.Proven<BlockHeader>(BlockHeader header)
                ? Optional.of(header)
                : Optional.empty();
    }
}
