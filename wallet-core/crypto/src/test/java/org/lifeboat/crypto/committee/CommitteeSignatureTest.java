package org.lifeboat.crypto.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import supranational.blst.P1;
import supranational.blst.P2;
import supranational.blst.SecretKey;

/// Any part of a committee, with the absent taken off the sum of all or the present added up.
class CommitteeSignatureTest {
    private static final int MEMBERS = 16;
    private static final Hash32 MESSAGE = Hash32.ofNumber(99);

    private final List<SecretKey> secrets = new ArrayList<>();
    private final Bytes keys;
    private final Bytes aggregateKey;

    CommitteeSignatureTest() {
        Bytes all = Bytes.EMPTY;
        P1 sum = new P1();
        for (int i = 0; i < MEMBERS; i++) {
            byte[] seed = new byte[32];
            seed[0] = (byte) (i + 1);
            SecretKey secret = new SecretKey();
            secret.keygen(seed);
            secrets.add(secret);
            P1 key = new P1(secret);
            all = all.plus(Bytes.of(key.compress()));
            sum.add(key);
        }
        keys = all;
        aggregateKey = Bytes.of(sum.compress());
    }

    @Test
    void anyPartOfTheCommittee_isKnownByItsBits() {
        SplittableRandom random = new SplittableRandom(3);
        for (int count = 1; count <= MEMBERS; count++) {
            BitSet signers = chosen(random, count);
            Bytes signature = sign(signers, MESSAGE);

            assertThat(verifies(signers, MESSAGE, signature))
                    .as(signers.toString())
                    .isTrue();
            BitSet other = (BitSet) signers.clone();
            other.flip(random.nextInt(MEMBERS));
            assertThat(verifies(other, MESSAGE, signature))
                    .as("%s for %s", other, signers)
                    .isFalse();
            assertThat(verifies(signers, Hash32.ofNumber(98), signature)).isFalse();
        }
    }

    @Test
    void aSumThatIsNotTheKeys_isNoCommittee_whereTheAbsentAreTakenOff() {
        BitSet most = chosen(new SplittableRandom(4), 12);
        Bytes signature = sign(most, MESSAGE);
        Bytes other = Bytes.of(new P1(secrets.getFirst()).compress());

        assertThat(CommitteeSignature.verifies(keys, other, bits(most), MESSAGE, signature))
                .isFalse();
    }

    @Test
    void nobody_noPoints_andThePointAtInfinity_signNothing() {
        BitSet all = new BitSet();
        all.set(0, MEMBERS);
        Bytes genuine = sign(all, MESSAGE);
        byte[] infinity = new byte[96];
        infinity[0] = (byte) 0xc0;
        byte[] zeroKey = new byte[48];
        zeroKey[0] = (byte) 0xc0;

        assertThat(verifies(all, MESSAGE, genuine)).isTrue();
        assertThat(verifies(new BitSet(), MESSAGE, Bytes.of(infinity))).isFalse();
        assertThat(verifies(all, MESSAGE, Bytes.of(infinity))).isFalse();
        assertThat(verifies(all, MESSAGE, Bytes.of(new byte[96]))).isFalse();
        assertThat(verifies(all, MESSAGE, genuine.slice(0, 95))).isFalse();
        // The sum is the point at infinity: then the signature at infinity would fit every message.
        assertThat(CommitteeSignature.verifies(keys, Bytes.of(zeroKey), bits(all), MESSAGE, Bytes.of(infinity)))
                .isFalse();
        assertThat(CommitteeSignature.verifies(keys, aggregateKey, bits(all).slice(0, 1), MESSAGE, genuine))
                .isFalse();
        assertThat(CommitteeSignature.verifies(keys.slice(0, 100), aggregateKey, bits(all), MESSAGE, genuine))
                .isFalse();
    }

    private boolean verifies(BitSet signers, Hash32 message, Bytes signature) {
        return CommitteeSignature.verifies(keys, aggregateKey, bits(signers), message, signature);
    }

    private Bytes sign(BitSet signers, Hash32 message) {
        P2 sum = new P2();
        signers.stream()
                .forEach(i -> sum.add(new P2()
                        .hash_to(message.toArray(), CommitteeSignature.CIPHERSUITE)
                        .sign_with(secrets.get(i))));
        return Bytes.of(sum.compress());
    }

    private static BitSet chosen(SplittableRandom random, int count) {
        BitSet chosen = new BitSet();
        while (chosen.cardinality() < count) {
            chosen.set(random.nextInt(MEMBERS));
        }
        return chosen;
    }

    private static Bytes bits(BitSet signers) {
        byte[] bits = new byte[MEMBERS / 8];
        signers.stream().forEach(i -> bits[i / 8] |= (byte) (1 << (i % 8)));
        return Bytes.of(bits);
    }
}
