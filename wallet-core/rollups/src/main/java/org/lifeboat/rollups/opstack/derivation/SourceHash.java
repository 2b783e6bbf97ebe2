package org.lifeboat.rollups.opstack.derivation;

import java.nio.charset.StandardCharsets;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;

/// What tells one deposit from another of the same content. Source: deposits, "Source hash computation".
public final class SourceHash {
    private static final long USER = 0;
    private static final long L1_INFO = 1;
    private static final long UPGRADE = 2;

    private SourceHash() {}

    /// @param logIndex of the event among all of the L1 block's
    public static Hash32 ofUser(Hash32 l1Block, long logIndex) {
        return of(USER, hash(l1Block, Hash32.ofNumber(logIndex)));
    }

    /// @param sequenceNumber blocks since the origin changed
    public static Hash32 ofL1Info(Hash32 l1Block, long sequenceNumber) {
        return of(L1_INFO, hash(l1Block, Hash32.ofNumber(sequenceNumber)));
    }

    /// @param intent what the transaction is for, as the specification words it
    public static Hash32 ofUpgrade(String intent) {
        return of(UPGRADE, Keccak256.hash(Bytes.of(intent.getBytes(StandardCharsets.UTF_8))));
    }

    private static Hash32 of(long domain, Hash32 identity) {
        return hash(Hash32.ofNumber(domain), identity);
    }

    /// Into one array, without copies between: over those the optimising compiler of JDK 25.0.3 trips now
    /// and then, and the second word is lost.
    private static Hash32 hash(Hash32 first, Hash32 second) {
        byte[] both = new byte[2 * Hash32.SIZE];
        first.copyTo(both, 0);
        second.copyTo(both, Hash32.SIZE);
        return Keccak256.hash(both);
    }
}
