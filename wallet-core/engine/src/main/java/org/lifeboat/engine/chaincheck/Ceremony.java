package org.lifeboat.engine.chaincheck;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.crypto.kzg.KzgSetup;
import org.lifeboat.rollups.opstack.derivation.BlobHashing;

/// What blobs commit to, by the points of Ethereum's ceremony. They are read when the first blob is met: most
/// checks meet none, and reading them takes longer than all else that a start does.
final class Ceremony implements BlobHashing {
    private static final String POINTS = "/org/lifeboat/resources/ceremony/g1-lagrange-4096.txt";

    private @Nullable KzgSetup setup;

    @Override
    public Optional<byte[]> versionedHash(byte[] blob) {
        return setup().versionedHash(blob);
    }

    private synchronized KzgSetup setup() {
        KzgSetup known = setup;
        if (known == null) {
            known = read();
            setup = known;
        }
        return known;
    }

    private static KzgSetup read() {
        try (InputStream points = Ceremony.class.getResourceAsStream(POINTS)) {
            if (points == null) {
                throw new IllegalStateException("not packed with this program: " + POINTS);
            }
            return KzgSetup.read(new String(points.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
