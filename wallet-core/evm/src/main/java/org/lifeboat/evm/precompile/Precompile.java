package org.lifeboat.evm.precompile;

import java.util.Optional;

/// One precompiled contract under one fork's prices.
public interface Precompile {
    /// What running it costs; asked before [#run], and cheap. `Long.MAX_VALUE`: more than anybody has.
    /// @param data holds the input at `offset`, `size` bytes of it: the caller's memory, which is not copied
    /// before it is paid for
    long gas(byte[] data, int offset, int size);

    /// @param input paid for; not written to
    /// @return the output; empty where the contract fails, which costs the caller all the gas it gave
    Optional<byte[]> run(byte[] input);
}
