package org.lifeboat.engine.anchor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.HeaderClaim;
import org.lifeboat.engine.source.ProofClaim;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;

/// Asks sources for what ties an older block to a verified one. Everything is checked: a source can refuse,
/// but not mislead.
final class PathFinder {
    /// From this distance on the history contract is asked first: one proof instead of many headers.
    private static final int WORTH_A_PROOF = 32;

    /// The longest walk; two days of L1. Beyond it a proof of the history contract would be as old.
    private static final int LONGEST_WALK = 14_400;

    /// Headers asked for in one request.
    private static final int AT_ONCE = 100;

    private final List<Source> sources;
    private final Deadline deadline;

    PathFinder(List<Source> sources, Deadline deadline) {
        this.sources = sources;
        this.deadline = deadline;
    }

    /// @param hash of block `number` below `top`, as the path shows
    record Found(HashPath path, Hash32 hash) {}

    /// @return empty if no source could show it
    Optional<Found> find(long number, VerifiedHead top) {
        if (number == top.block().number()) {
            return Optional.of(
                    new Found(new HashPath.Headers(List.of()), top.block().hash()));
        }
        long distance = top.block().number() - number;
        for (Source source : sources) {
            if (source.health().setAside()) {
                continue;
            }
            Optional<Found> found = distance >= WORTH_A_PROOF && distance <= HashPath.HISTORY_WINDOW
                    ? byContract(source, number, top)
                    : Optional.empty();
            if (found.isEmpty() && distance <= LONGEST_WALK) {
                found = byWalking(source, number, top);
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Found> byContract(Source source, long number, VerifiedHead top) {
        Reply<ProofClaim> reply = source.ask(
                new Query.ProofOf(
                        HashPath.HISTORY_CONTRACT,
                        List.of(HashPath.slot(number)),
                        new BlockSelector.ByHash(top.block().hash())),
                Purpose.FOLLOW_L1,
                deadline.remaining());
        return reply.got().flatMap(HashPath::of).flatMap(path -> checked(path, number, top));
    }

    private Optional<Found> byWalking(Source source, long number, VerifiedHead top) {
        List<Bytes> headers = new ArrayList<>();
        Hash32 expected = top.block().hash();
        for (long from = top.block().number(); from > number; from -= AT_ONCE) {
            List<Query<Optional<HeaderClaim>>> queries = new ArrayList<>();
            for (long at = from; at > Math.max(number, from - AT_ONCE); at--) {
                queries.add(new Query.HeaderOf(new BlockSelector.AtNumber(at)));
            }
            for (Reply<?> reply : source.askAll(queries, Purpose.FOLLOW_L1, deadline.remaining())) {
                Optional<BlockHeader> header = header(reply, expected);
                if (header.isEmpty()) {
                    return Optional.empty();
                }
                headers.add(header.get().encoded());
                expected = header.get().parentHash();
            }
        }
        return checked(new HashPath.Headers(headers), number, top);
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

    private static Optional<Found> checked(HashPath path, long number, VerifiedHead top) {
        return path.hashOf(number, top.block().number(), top.block().hash(), top.stateRoot())
                        instanceof Answer.Proven<Hash32>(Hash32 hash)
                ? Optional.of(new Found(path, hash))
                : Optional.empty();
    }
}
