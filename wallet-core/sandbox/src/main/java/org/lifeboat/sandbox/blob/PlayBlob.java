package org.lifeboat.sandbox.blob;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.crypto.kzg.KzgSetup;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

/// A blob with what it commits to.
/// @param versionedHash as its transaction names it
/// @param commitment a compressed point
/// @param content 131,072 bytes
public record PlayBlob(Hash32 versionedHash, Bytes commitment, Bytes content) {
    private static final String POINTS = "/org/lifeboat/resources/ceremony/g1-lagrange-4096.txt";

    private static @Nullable KzgSetup setup;

    /// The points of the ceremony are read when the first blob is made: that takes longer than a world's start.
    /// @throws IllegalArgumentException if the bytes are no blob
    public static PlayBlob of(Bytes content) {
        Bytes commitment =
                commitment(content).orElseThrow(() -> new IllegalArgumentException("these bytes are no blob"));
        return new PlayBlob(versionedHash(commitment.toArray()), commitment, content);
    }

    /// @return a compressed point; empty if the bytes are no blob
    static Optional<Bytes> commitment(Bytes content) {
        return setup().commitment(content.toArray()).map(Bytes::of);
    }

    /// Whether a blob was made already, so that the points are there.
    public static synchronized boolean pointsAreRead() {
        return setup != null;
    }

    private static synchronized KzgSetup setup() {
        KzgSetup known = setup;
        if (known == null) {
            known = read();
            setup = known;
        }
        return known;
    }

    private static KzgSetup read() {
        try (InputStream points = PlayBlob.class.getResourceAsStream(POINTS)) {
            if (points == null) {
                throw new IllegalStateException("not packed with this program: " + POINTS);
            }
            return KzgSetup.read(new String(points.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Source: EIP-4844, `kzg_to_versioned_hash`.
    private static Hash32 versionedHash(byte[] commitment) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(commitment);
            hash[0] = KzgSetup.VERSIONED_HASH_VERSION;
            return Hash32.of(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
