package org.lifeboat.lightclient;

import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.ssz.SszTree;

/// From a beacon block that is verified back to any older one since the merge. Pure.
///
/// A state keeps the roots of the newest `SLOTS_PER_HISTORICAL_ROOT` slots (`block_roots`), and one root for
/// every full round of as many slots before: `historical_summaries` since Capella, the frozen
/// `historical_roots` of earlier. Source: consensus-specs phase0/beacon-chain.md, `process_slot`,
/// `process_historical_roots_update`, and capella/beacon-chain.md, `process_historical_summaries_update`.
///
/// Whoever brings such a proof need not be believed, but few can: ethereum/beacon-APIs has no route for
/// branches of a state. Lodestar has one of its own (`/eth/v0/beacon/proof/state/{state_id}`, compact
/// multiproofs), which this program asks; Nimbus one for the list of summaries
/// (`/nimbus/v1/debug/beacon/states/{state_id}/historical_summaries`). A whole state, some hundred megabytes, is
/// not downloaded.
public final class BeaconHistory {
    /// `body_root` among the five fields of a beacon block, which have eight leaves. Source: consensus-specs,
    /// phase0/beacon-chain.md, `BeaconBlock`.
    private static final long BODY_ROOT = 12;

    private final BeaconNetwork network;

    public BeaconHistory(BeaconNetwork network) {
        this.network = network;
    }

    /// An older block and its proof. Bytes that anybody may have brought.
    /// @param header of the older beacon block
    /// @param ancestry from the root of `header` up to the state root of the verified block
    /// @param blockHash of the L1 block in the older beacon block
    /// @param payload from `blockHash` up to the body root of `header`
    public record OlderBlock(BeaconHeader header, List<Hash32> ancestry, Hash32 blockHash, List<Hash32> payload) {
        public OlderBlock {
            ancestry = List.copyOf(ancestry);
            payload = List.copyOf(payload);
        }
    }

    /// @param verified whose signature, or place below a signed block, was checked
    /// @return proven: the hash of the L1 block in the older beacon block; unknown: a state of a fork whose
    /// tree is not known here, or a beacon block that holds no L1 block
    public Answer<Hash32> blockHash(BeaconHeader verified, OlderBlock older) {
        long slot = older.header().slot();
        Optional<HistoryIndices> body = indices(slot);
        if (indices(verified.slot()).isEmpty() || body.isEmpty()) {
            return new Answer.Unknown<>(Answer.Cause.UPDATE_NEEDED, "a beacon state whose tree is not known here");
        }
        if (body.get().blockHash() == 0) {
            return new Answer.Unknown<>(
                    Answer.Cause.NOT_OFFERED, "the block of slot " + slot + " is of before the merge");
        }
        Optional<Long> place = indexOfRoot(verified.slot(), slot);
        if (place.isEmpty()) {
            return new Answer.Refuted<>("the state of slot " + verified.slot() + " keeps no root of slot " + slot);
        }
        SszTree tree = new SszTree();
        if (!tree.proves(older.header().root(), older.ancestry(), place.get(), verified.stateRoot())) {
            return new Answer.Refuted<>(
                    "the block of slot " + slot + " is not in the state of slot " + verified.slot());
        }
        // A proof of before the merge's first block would show the zeros that stand for none.
        boolean held = !older.blockHash().equals(Hash32.ZERO)
                && tree.proves(
                        older.blockHash(),
                        older.payload(),
                        body.get().blockHash(),
                        older.header().bodyRoot());
        return held
                ? new Answer.Proven<>(older.blockHash())
                : new Answer.Refuted<>("the L1 block is not the one in the beacon block of slot " + slot);
    }

    /// The generalized index, in the state after the block of slot `verified`, of the root of the block of
    /// slot `older`.
    /// @return empty if that state keeps none: the slot is not older, or its round is in no list yet
    public Optional<Long> indexOfRoot(long verified, long older) {
        long round = network.preset().slotsPerHistoricalRoot();
        Optional<HistoryIndices> state = indices(verified);
        if (state.isEmpty() || older < 0 || older >= verified) {
            return Optional.empty();
        }
        long place = older % round;
        if (verified - older <= round) {
            return Optional.of(below(state.get().blockRoots(), round, place));
        }
        long number = older / round;
        if ((number + 1) * round > verified) {
            return Optional.empty();
        }
        long frozen = firstSlotOfSummaries() / round;
        boolean summarised = number >= frozen;
        if (summarised && state.get().summaries() == 0) {
            return Optional.empty();
        }
        long list = summarised ? state.get().summaries() : state.get().roots();
        // The list's elements are the left child beside its length; of an element, the blocks are the left.
        long element = below(2 * list, HistoryIndices.LIMIT, summarised ? number - frozen : number);
        return Optional.of(below(2 * element, round, place));
    }

    /// Where to ask for the root of an older block. No state holds the roots of a round that is over, only their
    /// summary: these are in the state of the round's end.
    /// @param index in the state of the verified block, of the root itself or of what sums its round up
    /// @param round where in another state the root is; empty: `index` is that of the root itself
    public record Place(long index, Optional<Round> round) {}

    /// @param end the first slot after the round, whose state keeps the round's roots
    /// @param index in that state, of the root
    /// @param depth of the part of its branch that lies within the round
    /// @param stateSide in that state, of what stands beside the round's block roots in `historical_roots`; empty
    /// where that comes with the branch of `historical_summaries`
    public record Round(long end, long index, int depth, Optional<Long> stateSide) {}

    /// As [#indexOfRoot], in parts that states really hold.
    public Optional<Place> place(long verified, long older) {
        long round = network.preset().slotsPerHistoricalRoot();
        Optional<Long> whole = indexOfRoot(verified, older);
        if (whole.isEmpty() || verified - older <= round) {
            return whole.map(index -> new Place(index, Optional.empty()));
        }
        long number = older / round;
        long end = Math.multiplyExact(number + 1, round);
        boolean frozen = number < firstSlotOfSummaries() / round;
        return indices(end).map(state -> {
            long blocks = whole.get() / round;
            Round at = new Round(
                    end,
                    below(state.blockRoots(), round, older % round),
                    Long.numberOfTrailingZeros(round),
                    frozen ? Optional.of(state.stateRoots()) : Optional.empty());
            return new Place(frozen ? blocks / 2 : blocks, Optional.of(at));
        });
    }

    /// The generalized index of the L1 block's hash in the beacon block of `slot`: below the fifth of the five
    /// fields of `BeaconBlock`.
    /// @return empty if blocks of that slot hold none, or their tree is not known here
    public Optional<Long> indexInBlock(long slot) {
        return indices(slot)
                .map(HistoryIndices::blockHash)
                .filter(body -> body > 0)
                .map(body -> {
                    long width = Long.highestOneBit(body);
                    return below(BODY_ROOT, width, body - width);
                });
    }

    /// How much of a branch of [#indexInBlock] lies below the body root.
    public int depthInBody(long slot) {
        return indices(slot)
                .map(found -> Long.numberOfTrailingZeros(Long.highestOneBit(found.blockHash())))
                .orElse(0);
    }

    /// Where `historical_roots` ends and `historical_summaries` begins.
    private long firstSlotOfSummaries() {
        return network.forks().entries().stream()
                .filter(entry -> entry.fork().compareTo(Fork.CAPELLA) >= 0)
                .findFirst()
                .map(entry -> Math.multiplyExact(
                        entry.epoch(), (long) network.preset().slotsPerEpoch()))
                .orElse(Long.MAX_VALUE);
    }

    /// The index of leaf `place` in a tree of `width` leaves, a power of two, that stands at `gindex`.
    private static long below(long gindex, long width, long place) {
        return Math.addExact(Math.multiplyExact(gindex, width), place);
    }

    private Optional<HistoryIndices> indices(long slot) {
        return network.forks().at(network.preset().epochAt(slot)).flatMap(HistoryIndices::of);
    }
}
