package org.lifeboat.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Keccak256;

class KeccakAgainstBouncyCastleTest {
    @Test
    void digest_ofEveryLengthOverSeveralBlocks_agrees() {
        Random random = new Random(1);
        byte[] input = new byte[700];
        random.nextBytes(input);
        for (int length = 0; length <= 650; length++) {
            int offset = length % 17;
            assertThat(Keccak256.digest(input, offset, length)).isEqualTo(reference(input, offset, length));
        }
    }

    @Test
    void digest_ofManyRandomInputs_agrees() {
        Random random = new Random(2);
        for (int i = 0; i < 5_000; i++) {
            byte[] input = new byte[random.nextInt(600)];
            random.nextBytes(input);
            assertThat(Keccak256.digest(input)).isEqualTo(reference(input, 0, input.length));
        }
    }

    @Test
    void digestInto_leavesTheInputAndTheRestOfTheOutputAlone() {
        byte[] input = {1, 2, 3};
        byte[] out = new byte[40];
        Arrays.fill(out, (byte) 7);

        Keccak256.digestInto(input, 1, 2, out);

        assertThat(input).containsExactly(1, 2, 3);
        assertThat(Arrays.copyOf(out, 32)).isEqualTo(reference(input, 1, 2));
        assertThat(Arrays.copyOfRange(out, 32, 40)).containsOnly(7);
    }

    private static byte[] reference(byte[] input, int offset, int length) {
        KeccakDigest digest = new KeccakDigest(256);
        digest.update(input, offset, length);
        byte[] out = new byte[32];
        digest.doFinal(out, 0);
        return out;
    }
}
