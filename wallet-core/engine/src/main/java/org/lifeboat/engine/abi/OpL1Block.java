package org.lifeboat.engine.abi;

import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;

/// The contract that knows how far an OP Stack chain has read its L1.
/// Source: OP Stack specification, "Predeploys", `L1Block`.
public final class OpL1Block {
    public static final Address ADDRESS = Address.fromHex("0x4200000000000000000000000000000000000015");

    private static final AbiFunction NUMBER = new AbiFunction("number()", "(uint64)");

    private OpL1Block() {}

    /// The newest L1 block whose deposits the chain has taken in.
    public static Bytes number() {
        return NUMBER.call();
    }
}
