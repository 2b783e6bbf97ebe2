package org.lifeboat.sandbox.beacon;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.lifeboat.crypto.committee.PlayCommittee;
import org.lifeboat.lightclient.BeaconHeader;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.lightclient.Bootstrap;
import org.lifeboat.lightclient.ExecutionHeader;
import org.lifeboat.lightclient.Fork;
import org.lifeboat.lightclient.HistoryIndices;
import org.lifeboat.lightclient.LightClientHeader;
import org.lifeboat.lightclient.SyncCommittee;
import org.lifeboat.lightclient.Update;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.ssz.SparseTree;
import org.lifeboat.primitives.ssz.SszTree;
import org.lifeboat.sandbox.blob.PlayBlob;

/// A beacon chain that follows whatever execution blocks it is given, of the forks from Bellatrix to Fulu. Thread-safe.
///
/// A block is final once its epoch began at least two epochs before the newest block's, as on a chain where
/// all validators vote (phase0/beacon-chain.md, `process_justification_and_finalization`); it is justified after
/// one.
public final class BeaconChain {
    private static final int EPOCHS_TO_JUSTIFICATION = 1;

    private static final int EPOCHS_TO_FINALITY = 2;

    /// States keep older blocks where that takes no time: as with the minimal preset, whose rounds have 64 slots.
    private static final int LONGEST_ROUND = 64;

    private final BeaconNetwork network;
    private final LongSupplier unixSeconds;
    private final SszTree tree = new SszTree();
    private final NavigableMap<Long, PlayBlock> blocks = new TreeMap<>();
    private final NavigableMap<Long, List<PlayBlob>> blobs = new TreeMap<>();
    private final Map<Long, PlayCommittee> signers = new HashMap<>();
    private final Map<Long, SyncCommittee> committees = new HashMap<>();
    private final Map<Long, Hash32> committeeRoots = new HashMap<>();
    private final Map<Long, List<Hash32>> over = new HashMap<>();
    private long finalityStopsAt = Long.MAX_VALUE;

    /// A chain whose newest block is signed as soon as it is there.
    public BeaconChain(BeaconNetwork network) {
        this(network, () -> Long.MAX_VALUE / 2);
    }

    /// A chain on which a block is signed by the slot after its own.
    /// @param unixSeconds the time
    public BeaconChain(BeaconNetwork network, LongSupplier unixSeconds) {
        this.network = network;
        this.unixSeconds = unixSeconds;
    }

    public BeaconNetwork network() {
        return network;
    }

    /// Adds the block of `slot`, which is later than every slot so far; slots may be left out.
    public synchronized void append(long slot, ExecutionHeader payload) {
        if (!blocks.isEmpty() && slot <= blocks.lastKey()) {
            throw new IllegalArgumentException("slot " + slot + " is not after " + blocks.lastKey());
        }
        blocks.put(slot, block(slot, payload, finalAt(slot)));
    }

    /// As [#append(long, ExecutionHeader)], with the blobs that stand beside the block.
    public synchronized void append(long slot, ExecutionHeader payload, List<PlayBlob> beside) {
        append(slot, payload);
        if (!beside.isEmpty()) {
            blobs.put(slot, List.copyOf(beside));
        }
    }

    /// @return empty where there is no block
    synchronized Optional<List<PlayBlob>> blobsAt(long slot) {
        return at(slot).map(_ -> blobs.getOrDefault(slot, List.of()));
    }

    /// Takes back every block from `slot` on, so that others can be added in their place.
    public synchronized void takeBack(long slot) {
        blocks.tailMap(slot, true).clear();
        blobs.tailMap(slot, true).clear();
        over.keySet().removeIf(number -> (number + 1) * network.preset().slotsPerHistoricalRoot() > slot);
    }

    /// Forgets blocks before `slot`, for long runs. They can be shown no more, nor can what is final among
    /// them.
    public synchronized void forgetBefore(long slot) {
        blocks.headMap(slot, false).clear();
    }

    /// What an honest node says of the block `root`.
    public Optional<Bootstrap> bootstrap(Hash32 root) {
        return new Messages(this, Trick.HONEST).bootstrap(root).map(Messages.Sent::message);
    }

    /// What an honest node says of so many periods, as far as there are blocks.
    public List<Update> updates(long startPeriod, int count) {
        return new Messages(this, Trick.HONEST)
                .updates(startPeriod, count).stream()
                        .map(Messages.Sent::message)
                        .toList();
    }

    /// What an honest node says of the newest block and of what is final by it.
    public Optional<Update> newestUpdate() {
        return new Messages(this, Trick.HONEST).newest().map(Messages.Sent::message);
    }

    /// From now on no further block becomes final, as when a third of the validators are away.
    public synchronized void stopFinality() {
        finalityStopsAt = blocks.isEmpty() ? 0 : blocks.lastKey();
    }

    public synchronized void resumeFinality() {
        finalityStopsAt = Long.MAX_VALUE;
    }

    /// The newest slot with a block; -1 before the first.
    public synchronized long head() {
        return blocks.isEmpty() ? -1 : blocks.lastKey();
    }

    /// The root of the newest block that the newest block's state holds as final.
    public synchronized Optional<Hash32> finalizedRoot() {
        return newest().flatMap(PlayBlock::finalized)
                .map(header -> header.beacon().root());
    }

    /// The root of the newest block at or before `slot`.
    public synchronized Optional<Hash32> rootAt(long slot) {
        return before(slot).map(PlayBlock::root);
    }

    /// The number of the execution block that the newest state holds as final; empty: none yet.
    public synchronized Optional<Long> finalizedNumber() {
        return newest().flatMap(PlayBlock::finalized).map(BeaconChain::number);
    }

    /// The slot of the block that the newest state holds as final; empty: none yet.
    public synchronized Optional<Long> finalizedSlot() {
        return newest().flatMap(PlayBlock::finalized)
                .map(header -> header.beacon().slot());
    }

    /// The number of the execution block that the newest state holds as justified; empty: none yet.
    public synchronized Optional<Long> justifiedNumber() {
        return newest().flatMap(block -> behind(block.slot(), EPOCHS_TO_JUSTIFICATION))
                .map(BeaconChain::number);
    }

    private static long number(LightClientHeader header) {
        return header.payload().orElseThrow().blockNumber();
    }

    /// The newest block that a committee has signed by now.
    synchronized Optional<PlayBlock> signed() {
        return before(network.slotAt(unixSeconds.getAsLong()) - 1);
    }

    synchronized Optional<PlayBlock> newest() {
        return blocks.isEmpty()
                ? Optional.empty()
                : Optional.of(blocks.lastEntry().getValue());
    }

    synchronized Optional<PlayBlock> at(long slot) {
        return Optional.ofNullable(blocks.get(slot));
    }

    /// The newest block at or before `slot`.
    synchronized Optional<PlayBlock> before(long slot) {
        return Optional.ofNullable(blocks.floorEntry(slot)).map(Map.Entry::getValue);
    }

    synchronized Optional<PlayBlock> withRoot(Hash32 root) {
        return blocks.values().stream()
                .filter(block -> block.root().equals(root))
                .findFirst();
    }

    /// A block in place of the one at `slot` with another payload or another finalised block: for lies.
    synchronized PlayBlock sibling(long slot, ExecutionHeader payload, Optional<LightClientHeader> finalized) {
        return block(slot, payload, finalized);
    }

    synchronized PlayCommittee signers(long period) {
        return signers.computeIfAbsent(
                period, of -> new PlayCommittee(of, network.preset().committeeSize()));
    }

    synchronized SyncCommittee committee(long period) {
        return committees.computeIfAbsent(period, of -> {
            PlayCommittee play = signers(of);
            return new SyncCommittee(play.keys(), play.aggregateKey());
        });
    }

    private Hash32 committeeRoot(long period) {
        return committeeRoots.computeIfAbsent(period, of -> committee(of).root(tree));
    }

    private PlayBlock block(long slot, ExecutionHeader payload, Optional<LightClientHeader> finalized) {
        Fork fork = network.forks().at(network.preset().epochAt(slot)).orElseThrow();
        long period = network.preset().periodAt(slot);
        SparseTree state = new SparseTree()
                .put(fork.currentCommitteeGindex(), committeeRoot(period))
                .put(fork.nextCommitteeGindex(), committeeRoot(period + 1))
                .put(
                        fork.finalizedRootGindex(),
                        finalized.map(header -> header.beacon().root()).orElse(Hash32.ZERO));
        Optional<PlayHistory> history = history(slot);
        history.ifPresent(kept -> HistoryIndices.of(fork).ifPresent(places -> put(state, places, kept)));
        SparseTree body =
                new SparseTree().put(PlayBlock.PAYLOAD, tree.container(PlayBlock.payloadFields(payload, fork, tree)));
        Hash32 parent = Optional.ofNullable(blocks.lowerEntry(slot))
                .map(entry -> entry.getValue().root())
                .orElse(Hash32.ZERO);
        BeaconHeader beacon = new BeaconHeader(slot, slot % 64, parent, state.root(), body.root());
        LightClientHeader header = fork == Fork.BELLATRIX
                ? new LightClientHeader(beacon, new LightClientHeader.Execution.None(), List.of())
                : new LightClientHeader(
                        beacon, new LightClientHeader.Execution.Payload(payload), body.branch(fork.executionGindex()));
        return new PlayBlock(header, beacon.root(), state, fork, finalized, payload, history);
    }

    private static void put(SparseTree state, HistoryIndices places, PlayHistory kept) {
        state.put((int) places.blockRoots(), kept.inBlockRoots(1))
                .put((int) places.stateRoots(), kept.stateRoots())
                .put((int) places.roots(), kept.inRoots(1));
        if (places.summaries() > 0) {
            state.put((int) places.summaries(), kept.inSummaries(1));
        }
    }

    /// What the state after the block of `slot` keeps of older ones; where rounds are long, nothing.
    private Optional<PlayHistory> history(long slot) {
        int round = (int) network.preset().slotsPerHistoricalRoot();
        if (round > LONGEST_ROUND) {
            return Optional.empty();
        }
        List<List<Hash32>> rounds = new ArrayList<>();
        for (long number = 0; number < slot / round; number++) {
            long end = (number + 1) * round;
            rounds.add(over.computeIfAbsent(number, _ -> rootsBefore(end, round)));
        }
        return Optional.of(new PlayHistory(rootsBefore(slot, round), rounds, roundsBeforeCapella(round)));
    }

    private int roundsBeforeCapella(int round) {
        return network.forks().entries().stream()
                .filter(entry -> entry.fork().compareTo(Fork.CAPELLA) >= 0)
                .findFirst()
                .map(entry -> (int) (entry.epoch() * network.preset().slotsPerEpoch() / round))
                .orElse(Integer.MAX_VALUE);
    }

    /// The root of the newest block at or before each of the last `round` slots before `slot`; the slot modulo the
    /// round says where it stands.
    private List<Hash32> rootsBefore(long slot, int round) {
        List<Hash32> roots = new ArrayList<>(Collections.nCopies(round, Hash32.ZERO));
        for (long at = Math.max(0, slot - round); at < slot; at++) {
            roots.set((int) (at % round), before(at).map(PlayBlock::root).orElse(Hash32.ZERO));
        }
        return roots;
    }

    private Optional<LightClientHeader> finalAt(long slot) {
        return behind(Math.min(slot, finalityStopsAt), EPOCHS_TO_FINALITY);
    }

    /// The block at the beginning of the epoch so many before that of `slot`; never that of slot 0.
    private Optional<LightClientHeader> behind(long slot, int epochs) {
        int slots = network.preset().slotsPerEpoch();
        long boundary = (slot / slots - epochs) * slots;
        return before(boundary).filter(block -> block.slot() > 0).map(PlayBlock::header);
    }
}
