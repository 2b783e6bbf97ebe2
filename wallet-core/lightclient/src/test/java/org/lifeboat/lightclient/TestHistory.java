package org.lifeboat.lightclient;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.ssz.SszTree;

/// A beacon chain whose states keep older blocks as the specification says (`process_slot`,
/// `process_historical_roots_update`, `process_historical_summaries_update`), from Bellatrix to Electra.
/// Trees are built leaf by leaf, without any generalized index.
final class TestHistory {
    /// Rounds of 64 slots: two of Bellatrix, two of Capella, two of Deneb, then Electra.
    static final BeaconNetwork NETWORK = new BeaconNetwork(
            "test",
            Hash32.ofNumber(7),
            1_700_000_000L,
            12,
            Preset.MINIMAL,
            new ForkSchedule(
                    Bytes.fromHex("0x00000001"),
                    List.of(
                            new ForkSchedule.Entry(Fork.BELLATRIX, 0, Bytes.fromHex("0x02000001")),
                            new ForkSchedule.Entry(Fork.CAPELLA, 16, Bytes.fromHex("0x03000001")),
                            new ForkSchedule.Entry(Fork.DENEB, 32, Bytes.fromHex("0x04000001")),
                            new ForkSchedule.Entry(Fork.ELECTRA, 48, Bytes.fromHex("0x05000001")))));

    private static final int ROUND = 64;
    private static final int ROUND_DEPTH = 6;
    private static final int LIST_DEPTH = 24;

    private final SszTree tree = new SszTree();
    private final Map<Long, BeaconHeader> headers = new TreeMap<>();
    private final Map<Long, State> states = new TreeMap<>();

    /// What a state keeps of older blocks.
    private record State(
            List<Hash32> blockRoots, List<List<Hash32>> rounds, List<Hash32> historical, List<Hash32> summaries) {}

    /// @param slots each with a block, but for every fifth
    TestHistory(int slots) {
        List<Hash32> blockRoots = new ArrayList<>(Collections.nCopies(ROUND, Hash32.ZERO));
        List<List<Hash32>> rounds = new ArrayList<>();
        List<Hash32> historical = new ArrayList<>();
        List<Hash32> summaries = new ArrayList<>();
        Hash32 newest = Hash32.ZERO;
        for (long slot = 0; slot < slots; slot++) {
            if (slot > 0) {
                blockRoots.set((int) ((slot - 1) % ROUND), newest);
            }
            if (slot > 0 && slot % ROUND == 0) {
                Hash32 both = tree.hash(root(blockRoots, ROUND_DEPTH), stateSide(rounds.size()));
                (fork(slot - 1).compareTo(Fork.CAPELLA) < 0 ? historical : summaries).add(both);
                rounds.add(List.copyOf(blockRoots));
            }
            if (slot % 5 == 3) {
                continue;
            }
            State state = new State(
                    List.copyOf(blockRoots), List.copyOf(rounds), List.copyOf(historical), List.copyOf(summaries));
            BeaconHeader header = new BeaconHeader(slot, 1, newest, stateRoot(slot, state), root(body(slot), 4));
            states.put(slot, state);
            headers.put(slot, header);
            newest = header.root();
        }
    }

    BeaconHeader header(long slot) {
        return Objects.requireNonNull(headers.get(slot), "an empty slot");
    }

    static Hash32 blockHash(long slot) {
        return Hash32.ofNumber(500_000 + slot);
    }

    /// The block of `slot` with its proof in the state of `top`.
    BeaconHistory.OlderBlock older(long top, long slot) {
        State state = Objects.requireNonNull(states.get(top), "an empty slot");
        List<Hash32> ancestry = new ArrayList<>();
        int place = (int) (slot % ROUND);
        int number = (int) (slot / ROUND);
        int capella = 2;
        if (top - slot <= ROUND) {
            ancestry.addAll(branch(state.blockRoots(), ROUND_DEPTH, place));
            ancestry.addAll(branch(fields(top, state), depth(top), 5));
        } else {
            boolean summarised = number >= capella;
            List<Hash32> list = summarised ? state.summaries() : state.historical();
            ancestry.addAll(branch(state.rounds().get(number), ROUND_DEPTH, place));
            ancestry.add(stateSide(number));
            ancestry.addAll(branch(list, LIST_DEPTH, summarised ? number - capella : number));
            ancestry.add(SszTree.uint64(list.size()));
            ancestry.addAll(branch(fields(top, state), depth(top), summarised ? 27 : 7));
        }
        List<Hash32> payload = new ArrayList<>(branch(payload(slot), payloadDepth(slot), 12));
        payload.addAll(branch(body(slot), 4, 9));
        return new BeaconHistory.OlderBlock(header(slot), ancestry, blockHash(slot), payload);
    }

    private static Hash32 stateSide(int number) {
        return Hash32.ofNumber(900_000 + number);
    }

    private static Fork fork(long slot) {
        return NETWORK.forks().at(slot / 8).orElseThrow();
    }

    private static int depth(long slot) {
        return fork(slot) == Fork.ELECTRA ? 6 : 5;
    }

    private static int payloadDepth(long slot) {
        return fork(slot).compareTo(Fork.DENEB) < 0 ? 4 : 5;
    }

    private Hash32 stateRoot(long slot, State state) {
        return root(fields(slot, state), depth(slot));
    }

    /// Electra's state has 37 fields.
    private List<Hash32> fields(long slot, State state) {
        List<Hash32> fields = new ArrayList<>();
        for (int i = 0; i < (fork(slot) == Fork.ELECTRA ? 37 : 28); i++) {
            fields.add(Hash32.ofNumber(slot * 100 + i));
        }
        fields.set(5, root(state.blockRoots(), ROUND_DEPTH));
        fields.set(7, list(state.historical()));
        fields.set(27, list(state.summaries()));
        return fields;
    }

    private List<Hash32> body(long slot) {
        List<Hash32> fields = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            fields.add(Hash32.ofNumber(slot * 1_000 + i));
        }
        fields.set(9, root(payload(slot), payloadDepth(slot)));
        return fields;
    }

    private static List<Hash32> payload(long slot) {
        List<Hash32> fields = new ArrayList<>();
        for (int i = 0; i < (payloadDepth(slot) == 4 ? 15 : 17); i++) {
            fields.add(Hash32.ofNumber(slot * 10_000 + i));
        }
        fields.set(12, blockHash(slot));
        return fields;
    }

    private Hash32 list(List<Hash32> elements) {
        return tree.hash(root(elements, LIST_DEPTH), SszTree.uint64(elements.size()));
    }

    private Hash32 root(List<Hash32> leaves, int depth) {
        List<Hash32> level = leaves;
        Hash32 zero = Hash32.ZERO;
        for (int i = 0; i < depth; i++) {
            level = above(level, zero);
            zero = tree.hash(zero, zero);
        }
        return level.isEmpty() ? zero : level.getFirst();
    }

    private List<Hash32> branch(List<Hash32> leaves, int depth, int place) {
        List<Hash32> branch = new ArrayList<>();
        List<Hash32> level = leaves;
        Hash32 zero = Hash32.ZERO;
        for (int i = 0; i < depth; i++) {
            int sibling = (place >> i) ^ 1;
            branch.add(sibling < level.size() ? level.get(sibling) : zero);
            level = above(level, zero);
            zero = tree.hash(zero, zero);
        }
        return branch;
    }

    private List<Hash32> above(List<Hash32> level, Hash32 zero) {
        List<Hash32> above = new ArrayList<>();
        for (int i = 0; i < level.size(); i += 2) {
            above.add(tree.hash(level.get(i), i + 1 < level.size() ? level.get(i + 1) : zero));
        }
        return above;
    }
}
