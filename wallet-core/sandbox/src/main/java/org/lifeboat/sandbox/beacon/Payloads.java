package org.lifeboat.sandbox.beacon;

import java.math.BigInteger;
import org.lifeboat.lightclient.ExecutionHeader;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;

/// Makes the execution part of beacon blocks.
public final class Payloads {
    private Payloads() {}

    /// The part of an execution block's header that its beacon block commits to. The roots of transactions
    /// and withdrawals are Merkle-Patricia roots in the one and SSZ roots in the other; light clients use
    /// neither, and these stay zero.
    public static ExecutionHeader of(BlockHeader header) {
        return new ExecutionHeader(
                header.parentHash(),
                header.beneficiary(),
                header.stateRoot(),
                header.receiptsRoot(),
                header.logsBloom(),
                header.mixHash(),
                header.number(),
                header.gasLimit().amount(),
                header.gasUsed().amount(),
                header.unixSeconds(),
                header.extraData(),
                header.baseFeePerGas().map(Wei::value).orElse(BigInteger.ZERO),
                header.hash(),
                Hash32.ZERO,
                Hash32.ZERO,
                header.blobGasUsed().map(Gas::amount).orElse(0L),
                header.excessBlobGas().map(Gas::amount).orElse(0L));
    }

    /// A payload without any execution block behind it, for chains of which only the beacon part is looked
    /// at.
    /// @param salt tells payloads of one slot apart
    public static ExecutionHeader made(long slot, long unixSeconds, long salt) {
        return new ExecutionHeader(
                Hash32.ofNumber(Math.max(0, slot - 1)),
                Address.ZERO,
                Hash32.ofNumber(salt),
                Hash32.ZERO,
                Bytes.of(new byte[BlockHeader.BLOOM_SIZE]),
                Hash32.ZERO,
                slot,
                30_000_000,
                0,
                unixSeconds,
                Bytes.EMPTY,
                BigInteger.TEN,
                Hash32.ofNumber(slot),
                Hash32.ZERO,
                Hash32.ZERO,
                0,
                0);
    }
}
