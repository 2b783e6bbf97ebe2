package org.lifeboat.vault.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.kdf.KdfParameters;

class SealedBoxTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] CONTENT = {10, 20, 30, 40, 50};
    private static SealingKey key;
    private static byte[] box;

    @BeforeAll
    static void sealOnce() {
        key = SealingKey.fresh(password("right"), KdfParameters.least(), RANDOM);
        box = SealedBox.seal(SealedBox.Kind.VAULT, Secret.take(CONTENT.clone()), key, RANDOM);
    }

    private static Secret password(String text) {
        return Secret.take(text.toCharArray());
    }

    private static byte[] withChecksum(byte[] changed) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        int end = changed.length - SealedBox.CHECKSUM_SIZE;
        digest.update(changed, 0, end);
        System.arraycopy(digest.digest(), 0, changed, end, SealedBox.CHECKSUM_SIZE);
        return changed;
    }

    @Test
    void box_opensWithItsPasswordOnly() {
        var opened = (Unsealed.Content) SealedBox.open(SealedBox.Kind.VAULT, box, password("right"));

        assertThat(opened.content().with(byte[]::clone)).isEqualTo(CONTENT);
        assertThat(SealedBox.open(SealedBox.Kind.VAULT, box, password("Right")))
                .isInstanceOf(Unsealed.WrongPassword.class);
    }

    @Test
    void sameText_typedInAnotherUnicodeForm_opens() {
        SealingKey composed = SealingKey.fresh(password("caf\u00e9"), KdfParameters.least(), RANDOM);

        assertThat(composed.isFrom(password("cafe\u0301"))).isTrue();
        assertThat(composed.isFrom(password("cafe"))).isFalse();
    }

    @Test
    void eachSeal_hasANonceOfItsOwn() {
        byte[] again = SealedBox.seal(SealedBox.Kind.VAULT, Secret.take(CONTENT.clone()), key, RANDOM);

        assertThat(Arrays.copyOfRange(again, 36, 48)).isNotEqualTo(Arrays.copyOfRange(box, 36, 48));
    }

    @Test
    void anyFlippedBit_isDamage() {
        for (int bit = 0; bit < box.length * 8; bit++) {
            byte[] changed = box.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));

            assertThat(SealedBox.open(SealedBox.Kind.VAULT, changed, password("right")))
                    .isInstanceOf(Unsealed.Damaged.class);
        }
    }

    @Test
    void anyCutOff_isDamage() {
        for (int length = 0; length < box.length; length++) {
            assertThat(SealedBox.open(SealedBox.Kind.VAULT, Arrays.copyOf(box, length), password("right")))
                    .isInstanceOf(Unsealed.Damaged.class);
        }
    }

    /// One altered byte in each region, checksum made to fit, as an attacker would.
    @Test
    void alterationOnPurpose_doesNotOpen() throws Exception {
        int[] regions = {20, 36, 48, box.length - SealedBox.CHECKSUM_SIZE - 1};
        for (int at : regions) {
            byte[] changed = box.clone();
            changed[at] ^= 1;

            assertThat(SealedBox.open(SealedBox.Kind.VAULT, withChecksum(changed), password("right")))
                    .isInstanceOf(Unsealed.WrongPassword.class);
        }
    }

    @Test
    void figuresOutOfBounds_areRefusedBeforeAnyWork() throws Exception {
        for (int[] change : new int[][] {{11, 0x7f}, {12, 0}, {15, 1}, {19, 0}, {19, 17}}) {
            byte[] changed = box.clone();
            changed[change[0]] = (byte) change[1];

            assertThat(SealedBox.open(SealedBox.Kind.VAULT, withChecksum(changed), password("right")))
                    .isInstanceOf(Unsealed.Damaged.class);
        }
        assertThat(KdfParameters.of(KdfParameters.LEAST_MEMORY_KIB - 1, 1, 1)).isEmpty();
        assertThat(KdfParameters.of(KdfParameters.MOST_MEMORY_KIB + 1, 1, 1)).isEmpty();
        assertThat(KdfParameters.of(KdfParameters.MOST_MEMORY_KIB, KdfParameters.MOST_PASSES, 16))
                .isPresent();
    }

    @Test
    void anotherKindAndANewerVersion_areTold() throws Exception {
        assertThat(SealedBox.open(SealedBox.Kind.PROFILE, box, password("right")))
                .isInstanceOf(Unsealed.Damaged.class);
        byte[] newer = box.clone();
        newer[9] = 2;
        assertThat(SealedBox.open(SealedBox.Kind.VAULT, withChecksum(newer), password("right")))
                .isEqualTo(new Unsealed.UpdateNeeded(2));
    }

    @Test
    void calibration_choosesPassesForHalfASecond() {
        long[] now = {0};
        // A clock on which every look costs 50 ms: one pass then seems to take 50 ms.
        assertThat(KdfParameters.calibrate(() -> now[0] += 50_000_000).passes()).isEqualTo(10);
        assertThat(KdfParameters.calibrate(() -> now[0] += 900_000_000).passes())
                .isEqualTo(2);
    }
}
