package org.lifeboat.vault.kdf;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.lifeboat.vault.Secret;

/// How much work it costs to try one password: Argon2id (RFC 9106) with memory in KiB, passes and lanes. The
/// bounds hold for files from elsewhere too: less would be too weak to accept, more would be a trap.
public final class KdfParameters {
    /// 64 MiB, RFC 9106 section 4, second recommended option. Unit: KiB.
    public static final int LEAST_MEMORY_KIB = 65_536;

    /// 256 MiB, so that a crafted file cannot exhaust a heap of 512 MiB. Unit: KiB.
    public static final int MOST_MEMORY_KIB = 262_144;

    /// Passes; at 64 MiB about half a minute on a slow computer.
    public static final int MOST_PASSES = 64;

    /// Lanes; Bouncy Castle computes them one after the other.
    public static final int MOST_LANES = 16;

    /// Every salt in our files has 16 bytes (RFC 9106 section 3.1 recommends it).
    public static final int SALT_SIZE = 16;

    /// The derived keys are for AES-256.
    public static final int KEY_SIZE = 32;

    private static final Duration WANTED = Duration.ofMillis(500);

    private final int memoryKib;
    private final int passes;
    private final int lanes;

    private KdfParameters(int memoryKib, int passes, int lanes) {
        this.memoryKib = memoryKib;
        this.passes = passes;
        this.lanes = lanes;
    }

    /// @return empty if a figure is out of bounds
    public static Optional<KdfParameters> of(int memoryKib, int passes, int lanes) {
        boolean inBounds = memoryKib >= LEAST_MEMORY_KIB
                && memoryKib <= MOST_MEMORY_KIB
                && passes >= 1
                && passes <= MOST_PASSES
                && lanes >= 1
                && lanes <= MOST_LANES;
        return inBounds ? Optional.of(new KdfParameters(memoryKib, passes, lanes)) : Optional.empty();
    }

    /// The least that is accepted: 64 MiB, one pass. For tests and drills; new vaults are calibrated.
    public static KdfParameters least() {
        return new KdfParameters(LEAST_MEMORY_KIB, 1, 1);
    }

    /// 64 MiB and as many passes as take about half a second on this computer, two at least.
    /// @param nanos a clock such as `System::nanoTime`
    public static KdfParameters calibrate(LongSupplier nanos) {
        // The first run warms the compiler up; the second is measured.
        least().derive(Secret.empty(), new byte[SALT_SIZE]).close();
        long start = nanos.getAsLong();
        least().derive(Secret.empty(), new byte[SALT_SIZE]).close();
        long onePass = Math.max(1, nanos.getAsLong() - start);
        long passes = Math.clamp(WANTED.toNanos() / onePass, 2, MOST_PASSES);
        return new KdfParameters(LEAST_MEMORY_KIB, (int) passes, 1);
    }

    public int memoryKib() {
        return memoryKib;
    }

    public int passes() {
        return passes;
    }

    public int lanes() {
        return lanes;
    }

    /// @param password any length; brought to form NFKD first
    /// @return 32 bytes that the caller closes
    public Secret derive(Secret password, byte[] salt) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        try (Secret normal = password.normalized()) {
            byte[] key = new byte[KEY_SIZE];
            normal.with(bytes -> generator.generateBytes(bytes, key));
            return Secret.take(key);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KdfParameters that
                && memoryKib == that.memoryKib
                && passes == that.passes
                && lanes == that.lanes;
    }

    @Override
    public int hashCode() {
        return (memoryKib * 31 + passes) * 31 + lanes;
    }

    @Override
    public String toString() {
        return "Argon2id, " + memoryKib + " KiB, " + passes + " passes, " + lanes + " lanes";
    }
}
