package org.lifeboat.lightclient;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.ssz.SparseTree;
import org.lifeboat.primitives.ssz.SszTree;
import supranational.blst.P1;
import supranational.blst.P2;
import supranational.blst.SecretKey;

/// A beacon chain of the minimal preset whose committees' secret keys are known.
final class TestBeacon {
    static final BeaconNetwork NETWORK = new BeaconNetwork(
            "test",
            Hash32.ofNumber(77),
            1_000_000,
            12,
            Preset.MINIMAL,
            new ForkSchedule(
                    Bytes.fromHex("0x00000001"),
                    List.of(
                            new ForkSchedule.Entry(Fork.DENEB, 0, Bytes.fromHex("0x04000001")),
                            new ForkSchedule.Entry(Fork.ELECTRA, 2, Bytes.fromHex("0x05000001")))));
    static final int SIZE = Preset.MINIMAL.committeeSize();

    private final SszTree tree = new SszTree();

    /// A header at `slot` whose state holds the given committees and finalised root.
    record Made(LightClientHeader header, SparseTree state, Fork fork) {}

    Made header(long slot, int period, Hash32 finalizedRoot) {
        Fork fork = NETWORK.forks().at(NETWORK.preset().epochAt(slot)).orElseThrow();
        SparseTree state = new SparseTree()
                .put(fork.currentCommitteeGindex(), committee(period).root(tree))
                .put(fork.nextCommitteeGindex(), committee(period + 1).root(tree))
                .put(fork.finalizedRootGindex(), finalizedRoot);
        ExecutionHeader execution = execution(slot);
        SparseTree body = new SparseTree().put(25, execution.root(tree, true));
        BeaconHeader beacon = new BeaconHeader(slot, 1, Hash32.ofNumber(slot), state.root(), body.root());
        LightClientHeader header =
                new LightClientHeader(beacon, new LightClientHeader.Execution.Payload(execution), body.branch(25));
        return new Made(header, state, fork);
    }

    Bootstrap bootstrap(Made made, int period) {
        return new Bootstrap(
                made.header(),
                committee(period),
                made.state().branch(made.fork().currentCommitteeGindex()));
    }

    /// An update for `attested`, signed by the first `signers` members of the committee of `period`.
    Update update(Made attested, Optional<Made> finalized, Optional<Integer> next, int period, int signers) {
        long signatureSlot = attested.header().beacon().slot() + 1;
        return new Update(
                attested.header(),
                next.map(of -> new Update.NextCommittee(
                        committee(of), attested.state().branch(attested.fork().nextCommitteeGindex()))),
                finalized.map(made -> new Update.Finality(
                        Optional.of(made.header()),
                        attested.state().branch(attested.fork().finalizedRootGindex()))),
                sign(attested.header().beacon(), signatureSlot, period, signers),
                signatureSlot);
    }

    SyncAggregate sign(BeaconHeader header, long signatureSlot, int period, int signers) {
        byte[] message =
                SigningDomain.signingRoot(tree, NETWORK, header, signatureSlot).toArray();
        byte[] bits = new byte[SIZE / 8];
        P2 sum = new P2();
        for (int i = 0; i < signers; i++) {
            bits[i / 8] |= (byte) (1 << (i % 8));
            sum.add(new P2()
                    .hash_to(message, "BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_")
                    .sign_with(key(period, i)));
        }
        return new SyncAggregate(Bytes.of(bits), Bytes.of(sum.compress()));
    }

    SyncCommittee committee(int period) {
        List<Bytes> keys = new ArrayList<>();
        P1 sum = new P1();
        for (int i = 0; i < SIZE; i++) {
            P1 key = new P1(key(period, i));
            keys.add(Bytes.of(key.compress()));
            sum.add(key);
        }
        return new SyncCommittee(keys.stream().reduce(Bytes.EMPTY, Bytes::plus), Bytes.of(sum.compress()));
    }

    private static SecretKey key(int period, int member) {
        byte[] seed = new byte[32];
        seed[0] = (byte) period;
        seed[1] = (byte) member;
        SecretKey key = new SecretKey();
        key.keygen(seed);
        return key;
    }

    private static ExecutionHeader execution(long slot) {
        return new ExecutionHeader(
                Hash32.ofNumber(slot - 1),
                Address.ZERO,
                Hash32.ofNumber(5),
                Hash32.ZERO,
                Bytes.of(new byte[256]),
                Hash32.ZERO,
                slot,
                30_000_000,
                0,
                NETWORK.timeOf(slot),
                Bytes.fromHex("0x6c69666562"),
                BigInteger.TEN,
                Hash32.ofNumber(slot),
                Hash32.ZERO,
                Hash32.ZERO,
                0,
                0);
    }
}
