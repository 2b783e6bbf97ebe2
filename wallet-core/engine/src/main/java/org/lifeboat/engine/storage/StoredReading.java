package org.lifeboat.engine.storage;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.ChainId;

/// One figure as it was read: how much, at which block, how far checked, by whom. A zero here was read as zero.
///
/// @param token empty for the native coin
/// @param units in the smallest unit; below 2^256
/// @param block the block of `chain` whose state was read
/// @param readAt by the computer's clock; for showing an age, not for proving anything
/// @param source who answered
public record StoredReading(
        ChainId chain,
        Address account,
        Optional<Address> token,
        Assurance assurance,
        BlockRef block,
        BigInteger units,
        Instant readAt,
        SourceId source) {
    public StoredReading {
        if (units.signum() < 0 || units.bitLength() > 256) {
            throw new IllegalArgumentException("units out of range");
        }
        if (!source.chain().equals(chain)) {
            throw new IllegalArgumentException("the source is of another chain");
        }
    }
}
