package org.lifeboat.engine.fake;

import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;

/// Headers of the OP Stack since Isthmus, which hold the root of the message passer's storage.
public final class RollupHeader {
    private RollupHeader() {}

    public static BlockHeader of(Hash32 parent, long number, Hash32 stateRoot, Hash32 messagePasserRoot) {
        return new BlockHeader(
                parent,
                Hash32.ZERO,
                Address.ZERO,
                stateRoot,
                Hash32.ZERO,
                Hash32.ZERO,
                Bytes.of(new byte[BlockHeader.BLOOM_SIZE]),
                BigInteger.ZERO,
                number,
                new Gas(30_000_000),
                new Gas(1),
                1_800_000_000L + 2 * number,
                Bytes.EMPTY,
                Hash32.ZERO,
                Bytes.of(new byte[BlockHeader.NONCE_SIZE]),
                Optional.of(Wei.of(7)),
                Optional.of(messagePasserRoot),
                Optional.of(new Gas(0)),
                Optional.of(new Gas(0)),
                Optional.of(Hash32.ZERO),
                Optional.of(Hash32.ofNumber(17)));
    }
}
