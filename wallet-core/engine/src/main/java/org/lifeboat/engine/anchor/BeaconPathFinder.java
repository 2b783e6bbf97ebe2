package org.lifeboat.engine.anchor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.sync.BeaconQuery;
import org.lifeboat.engine.sync.BeaconSource;
import org.lifeboat.engine.sync.Branch;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.lightclient.BeaconHeader;
import org.lifeboat.lightclient.BeaconHistory;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;

/// Asks beacon nodes for what ties a block of any age since the merge to a verified beacon block, where headers and
/// the history contract reach no more. Everything is checked: a node can refuse, but not mislead. Few nodes offer
/// such proofs; of rounds that are over only those that keep old states. Used once.
public final class BeaconPathFinder {
    private static final Duration ONE_QUESTION = Duration.ofSeconds(10);

    private final BeaconNetwork network;
    private final BeaconHistory history;
    private final List<BeaconSource> sources;
    private final Deadline deadline;
    private final Set<SourceId> unable = new HashSet<>();

    public BeaconPathFinder(BeaconNetwork network, List<BeaconSource> sources, Deadline deadline) {
        this.network = network;
        this.history = new BeaconHistory(network);
        this.sources = List.copyOf(sources);
        this.deadline = deadline;
    }

    /// @return the path, and the hash of the block that stands at the time of `block`; empty if no node could show it
    public Optional<PathFinder.Found> find(BlockRef block, VerifiedHead top) {
        long slot = network.slotAt(block.unixSeconds());
        // Since the merge a block's time is that of its slot (bellatrix/beacon-chain.md, `process_execution_payload`).
        if (network.timeOf(slot) != block.unixSeconds() || slot >= top.slot()) {
            return Optional.empty();
        }
        for (BeaconSource source : sources) {
            if (source.health().setAside() || unable.contains(source.id()) || deadline.isOver()) {
                continue;
            }
            Optional<PathFinder.Found> found =
                    path(source, slot, top).flatMap(path -> checked(path, block.number(), top));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<PathFinder.Found> checked(HashPath path, long number, VerifiedHead top) {
        return path.hashOf(number, top, network) instanceof Answer.Proven<Hash32>(Hash32 hash)
                ? Optional.of(new PathFinder.Found(path, hash))
                : Optional.empty();
    }

    private Optional<HashPath> path(BeaconSource source, long slot, VerifiedHead top) {
        Optional<BeaconHistory.Place> place = history.place(top.slot(), slot);
        Optional<Long> inBlock = history.indexInBlock(slot);
        if (place.isEmpty() || inBlock.isEmpty()) {
            return Optional.empty();
        }
        Optional<Branch> payload = branch(source, new BeaconQuery.BlockBranch(slot, inBlock.get()));
        Optional<List<Hash32>> ancestry = payload.flatMap(_ -> ancestry(source, top.slot(), place.get()));
        Optional<BeaconHeader> older = ancestry.flatMap(_ -> header(source, slot));
        Optional<BeaconHeader> verified = older.flatMap(_ -> header(source, top.slot()));
        return verified.map(header -> new HashPath.Beacon(
                header,
                new BeaconHistory.OlderBlock(
                        older.orElseThrow(),
                        ancestry.orElseThrow(),
                        payload.orElseThrow().leaf(),
                        first(payload.get().siblings(), history.depthInBody(slot)))));
    }

    private Optional<List<Hash32>> ancestry(BeaconSource source, long top, BeaconHistory.Place place) {
        Optional<Branch> state = branch(source, new BeaconQuery.StateBranch(top, place.index()));
        if (state.isEmpty() || place.round().isEmpty()) {
            return state.map(Branch::siblings);
        }
        BeaconHistory.Round round = place.round().get();
        Optional<Branch> within = branch(source, new BeaconQuery.StateBranch(round.end(), round.index()));
        if (within.isEmpty()) {
            return Optional.empty();
        }
        List<Hash32> ancestry = new ArrayList<>(first(within.get().siblings(), round.depth()));
        if (round.stateSide().isPresent()) {
            Optional<Branch> beside = branch(
                    source,
                    new BeaconQuery.StateBranch(round.end(), round.stateSide().get()));
            if (beside.isEmpty()) {
                return Optional.empty();
            }
            ancestry.add(beside.get().leaf());
        }
        ancestry.addAll(state.get().siblings());
        return Optional.of(ancestry);
    }

    private static List<Hash32> first(List<Hash32> siblings, int count) {
        return siblings.subList(0, Math.min(count, siblings.size()));
    }

    private Optional<BeaconHeader> header(BeaconSource source, long slot) {
        return source.ask(new BeaconQuery.HeaderAt(slot), network, deadline.remaining(ONE_QUESTION))
                .got();
    }

    /// A node that refuses one such proof has none of them, or not the old states.
    private Optional<Branch> branch(BeaconSource source, BeaconQuery<Branch> query) {
        Reply<Branch> reply = source.ask(query, network, deadline.remaining(ONE_QUESTION));
        if (reply.got().isEmpty()) {
            unable.add(source.id());
        }
        return reply.got();
    }
}
