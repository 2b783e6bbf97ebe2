package org.lifeboat.rollups.opstack;

import java.math.BigInteger;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;

/// Where contracts keep what is proven slot by slot. What the bridge on L1 keeps is read by running its own
/// code on proven state instead, because its slots differ between generations.
final class Layout {
    /// The `L2ToL1MessagePasser`. Source: specification, predeploys.
    static final Address MESSAGE_PASSER = Address.fromHex("0x4200000000000000000000000000000000000016");

    /// `sentMessages`, a mapping from a withdrawal's hash to whether it was sent. Source: optimism,
    /// `packages/contracts-bedrock/snapshots/storageLayout/L2ToL1MessagePasser.json`; specification, withdrawals.
    static final int SENT_MESSAGES = 0;

    /// `msgNonce`, uint240. Source: as above.
    static final Hash32 MESSAGE_NONCE = Hash32.ofNumber(1);

    /// Where a proxy keeps its implementation and its owner: EIP-1967.
    static final Hash32 IMPLEMENTATION =
            Hash32.fromHex("0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc");

    static final Hash32 ADMIN = Hash32.fromHex("0xb53127684a568b3173ae13b9f8a6016e243e63b6e8ee1178d6a717850b5d6103");

    private Layout() {}

    /// The slot that says that a withdrawal was sent: 1 if it was.
    static Hash32 sentMessage(Hash32 withdrawal) {
        return mapped(withdrawal, SENT_MESSAGES);
    }

    /// Source: docs.soliditylang.org, "Layout of State Variables in Storage", mappings.
    private static Hash32 mapped(Hash32 key, int slot) {
        return Keccak256.hash(Bytes.of(key.toArray())
                .plus(Bytes.of(Hash32.ofNumber(BigInteger.valueOf(slot)).toArray()))
                .toArray());
    }
}
