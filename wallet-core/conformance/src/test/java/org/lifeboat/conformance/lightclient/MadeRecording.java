package org.lifeboat.conformance.lightclient;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.lifeboat.crypto.committee.PlayCommittee;
import org.lifeboat.lightclient.BeaconHeader;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.lightclient.Bootstrap;
import org.lifeboat.lightclient.ExecutionHeader;
import org.lifeboat.lightclient.Fork;
import org.lifeboat.lightclient.ForkSchedule;
import org.lifeboat.lightclient.LightClientHeader;
import org.lifeboat.lightclient.Preset;
import org.lifeboat.lightclient.SigningDomain;
import org.lifeboat.lightclient.SyncAggregate;
import org.lifeboat.lightclient.SyncCommittee;
import org.lifeboat.lightclient.Update;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.ssz.SparseTree;
import org.lifeboat.primitives.ssz.SszException;
import org.lifeboat.primitives.ssz.SszTree;

/// The messages of a chain of one fork, signed by committees whose keys are known, as the files of a plain folder.
/// @param slots three of one period, two of the next: checkpoint, final, attested; final, attested
record MadeRecording(BeaconNetwork network, Fork fork, List<Long> slots) {
    private static final Map<Integer, Map<Long, PlayCommittee>> SIGNERS = new ConcurrentHashMap<>();

    /// A block, and the tree that its state root is the root of.
    record Block(LightClientHeader header, SparseTree state) {
        Hash32 root() {
            return header.beacon().root();
        }
    }

    /// Whatever is to be different from an honest recording.
    record Change(long strangers, Optional<BeaconNetwork> signedFor, int signers) {
        static final Change NONE = new Change(0, Optional.empty(), Integer.MAX_VALUE);
    }

    /// The first blocks of the fork, as far as a whole period of it is needed.
    static MadeRecording of(BeaconNetwork network, ForkSchedule.Entry entry) {
        Preset preset = network.preset();
        long first = entry.epoch() * preset.slotsPerEpoch();
        long period = preset.slotsPerPeriod();
        long begins = Math.max(period, (first + period - 1) / period * period);
        return new MadeRecording(
                network,
                entry.fork(),
                List.of(begins + 8, begins + 16, begins + 40, begins + period, begins + period + 20));
    }

    Block checkpoint() {
        return block(slots.getFirst(), Hash32.ZERO);
    }

    long newest() {
        return slots.getLast() + 2;
    }

    SortedFiles files(Change change) throws SszException {
        TreeMap<String, byte[]> files = new TreeMap<>();
        Preset preset = network.preset();
        Block start = checkpoint();
        Bootstrap bootstrap = new Bootstrap(
                start.header(), committee(period(start)), start.state().branch(fork.currentCommitteeGindex()));
        files.put("bootstrap.ssz", bootstrap.write(fork, preset).toArray());
        files.put(
                "update_0.ssz",
                update(1, 2, 0, true, change).write(fork, preset).toArray());
        files.put(
                "update_1.ssz",
                update(3, 4, 0, true, change).write(fork, preset).toArray());
        files.put(
                "finality_update.ssz",
                update(3, 4, 0, false, change).writeFinality(fork, preset).toArray());
        files.put(
                "optimistic_update.ssz",
                update(3, 4, 1, false, change).writeOptimistic(fork, preset).toArray());
        return new SortedFiles(files);
    }

    /// @param files by their name
    record SortedFiles(TreeMap<String, byte[]> files) {
        SortedFiles with(String name, byte[] content) {
            TreeMap<String, byte[]> other = new TreeMap<>(files);
            other.put(name, content);
            return new SortedFiles(other);
        }

        SortedFiles without(String name) {
            TreeMap<String, byte[]> other = new TreeMap<>(files);
            other.remove(name);
            return new SortedFiles(other);
        }
    }

    private Update update(int finalized, int attested, int later, boolean committee, Change change) {
        Block low = block(slots.get(finalized), Hash32.ZERO);
        Block high = block(slots.get(attested) + later, low.root());
        long signatureSlot = high.header().beacon().slot() + 1;
        return new Update(
                high.header(),
                committee
                        ? Optional.of(new Update.NextCommittee(
                                committee(period(high) + 1), high.state().branch(fork.nextCommitteeGindex())))
                        : Optional.empty(),
                Optional.of(new Update.Finality(
                        Optional.of(low.header()), high.state().branch(fork.finalizedRootGindex()))),
                signature(high, signatureSlot, change),
                signatureSlot);
    }

    private SyncAggregate signature(Block block, long signatureSlot, Change change) {
        int members = network.preset().committeeSize();
        int signers = Math.min(members, change.signers());
        BeaconNetwork signedFor = change.signedFor().orElse(network);
        Hash32 message = SigningDomain.signingRoot(
                new SszTree(), signedFor, block.header().beacon(), signatureSlot);
        byte[] bits = new byte[members / 8];
        for (int i = 0; i < signers; i++) {
            bits[i / 8] |= (byte) (1 << (i % 8));
        }
        Bytes signature = signers == 0
                ? Bytes.of(new byte[96])
                : signers(period(block) + change.strangers()).sign(message, signers);
        return new SyncAggregate(Bytes.of(bits), signature);
    }

    private Block block(long slot, Hash32 finalized) {
        long period = network.preset().periodAt(slot);
        SparseTree state = new SparseTree()
                .put(fork.currentCommitteeGindex(), committee(period).root(new SszTree()))
                .put(fork.nextCommitteeGindex(), committee(period + 1).root(new SszTree()))
                .put(fork.finalizedRootGindex(), finalized);
        SparseTree body = new SparseTree();
        LightClientHeader.Execution execution = execution(slot, body);
        int gindex = fork.executionGindex();
        BeaconHeader beacon = new BeaconHeader(slot, 3, Hash32.ofNumber(slot - 1), state.root(), body.root());
        List<Hash32> branch = gindex == 1 ? List.of() : body.branch(gindex);
        return new Block(new LightClientHeader(beacon, execution, branch), state);
    }

    private LightClientHeader.Execution execution(long slot, SparseTree body) {
        return switch (fork) {
            case ALTAIR, BELLATRIX -> new LightClientHeader.Execution.None();
            case CAPELLA, DENEB, ELECTRA, FULU -> {
                ExecutionHeader payload = payload(slot);
                body.put(fork.executionGindex(), payload.root(new SszTree(), fork != Fork.CAPELLA));
                yield new LightClientHeader.Execution.Payload(payload);
            }
            case GLOAS -> {
                body.put(fork.executionGindex(), Hash32.ofNumber(slot));
                yield new LightClientHeader.Execution.ParentBlockHash(Hash32.ofNumber(slot));
            }
        };
    }

    private ExecutionHeader payload(long slot) {
        long blobs = fork == Fork.CAPELLA ? 0 : 131_072;
        return new ExecutionHeader(
                Hash32.ofNumber(slot - 1),
                Address.ZERO,
                Hash32.ofNumber(5),
                Hash32.ofNumber(6),
                Bytes.of(new byte[256]),
                Hash32.ofNumber(7),
                slot,
                36_000_000,
                21_000,
                slot * 12,
                Bytes.of("made".getBytes(StandardCharsets.US_ASCII)),
                BigInteger.TEN,
                Hash32.ofNumber(slot),
                Hash32.ofNumber(8),
                Hash32.ofNumber(9),
                blobs,
                blobs);
    }

    private long period(Block block) {
        return network.preset().periodAt(block.header().beacon().slot());
    }

    private SyncCommittee committee(long period) {
        PlayCommittee play = signers(period);
        return new SyncCommittee(play.keys(), play.aggregateKey());
    }

    /// Few, and used again: committees of 512 take a while to make.
    private PlayCommittee signers(long period) {
        int members = network.preset().committeeSize();
        return SIGNERS.computeIfAbsent(members, _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(Math.floorMod(period, 4L), seed -> new PlayCommittee(seed, members));
    }

    @Override
    public String toString() {
        return network.name() + " " + fork;
    }
}
