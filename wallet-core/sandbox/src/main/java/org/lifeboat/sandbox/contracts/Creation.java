package org.lifeboat.sandbox.contracts;

import org.lifeboat.primitives.Bytes;

/// What a transaction carries that puts a contract on a chain.
public final class Creation {
    /// RETURNDATASIZE stands for zero. DUP1, PUSH1 10, RETURNDATASIZE, CODECOPY, RETURNDATASIZE, RETURN.
    private static final String COPY = "80600a3d393df3";

    private Creation() {}

    /// Makes what stands behind these ten bytes the contract's code; no constructor runs.
    /// @param code as it shall stand on the chain, at most 65,535 bytes
    public static Bytes of(Bytes code) {
        return Bytes.fromHex("0x61" + String.format("%04x", code.size()) + COPY).plus(code);
    }
}
