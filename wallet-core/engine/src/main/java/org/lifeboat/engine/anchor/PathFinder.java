package org.lifeboat.engine.anchor;

import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.ProofClaim;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;

/// Asks sources for what ties an older block to a verified one of the same chain. Everything is checked: a
/// source can refuse, but not mislead.
public final class PathFinder {
    /// From this distance on the history contract is asked first: one proof instead of many headers.
    private static final int WORTH_A_PROOF = 32;

    /// The longest walk; two days of L1. Beyond it a proof of the history contract would be as old.
    private static final int LONGEST_WALK = 14_400;

    private final List<Source> sources;
    private final Deadline deadline;

    public PathFinder(List<Source> sources, Deadline deadline) {
        this.sources = sources;
        this.deadline = deadline;
    }

    /// @param hash of block `number` below `top`, as the path shows
    public record Found(HashPath path, Hash32 hash) {}

    /// @return empty if no source could show it
    public Optional<Found> find(long number, VerifiedHead top) {
        return find(number, top.block(), top.stateRoot());
    }

    /// @param top at or above `number`
    /// @param topState its state root
    /// @return empty if no source could show it
    Optional<Found> find(long number, BlockRef top, Hash32 topState) {
        if (number == top.number()) {
            return Optional.of(new Found(new HashPath.Headers(List.of()), top.hash()));
        }
        long distance = top.number() - number;
        for (Source source : sources) {
            if (source.health().setAside()) {
                continue;
            }
            Optional<Found> found = distance >= WORTH_A_PROOF && distance <= HashPath.HISTORY_WINDOW
                    ? byContract(source, number, top, topState)
                    : Optional.empty();
            if (found.isEmpty() && distance <= LONGEST_WALK) {
                found = byWalking(source, number, top, topState);
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Found> byContract(Source source, long number, BlockRef top, Hash32 topState) {
        Reply<ProofClaim> reply = source.ask(
                new Query.ProofOf(
                        HashPath.HISTORY_CONTRACT,
                        List.of(HashPath.slot(number)),
                        new BlockSelector.ByHash(top.hash())),
                Purpose.FOLLOW_L1,
                deadline.remaining());
        return reply.got().flatMap(HashPath::of).flatMap(path -> checked(path, number, top, topState));
    }

    private Optional<Found> byWalking(Source source, long number, BlockRef top, Hash32 topState) {
        long distance = top.number() - number;
        List<BlockHeader> headers = HeaderWalk.down(source, top.number(), top.hash(), distance, deadline);
        return headers.size() < distance
                ? Optional.empty()
                : checked(
                        new HashPath.Headers(
                                headers.stream().map(BlockHeader::encoded).toList()),
                        number,
                        top,
                        topState);
    }

    private static Optional<Found> checked(HashPath path, long number, BlockRef top, Hash32 topState) {
        // Neither of the two looks at the consensus network, nor at the beacon chain.
        VerifiedHead head = new VerifiedHead(0, Hash32.ZERO, top, topState);
        return path.hashOf(number, head, BeaconNetwork.MAINNET) instanceof Answer.Proven<Hash32>(Hash32 hash)
                ? Optional.of(new Found(path, hash))
                : Optional.empty();
    }
}
