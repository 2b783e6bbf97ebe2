package org.lifeboat.evm.precompile;

import java.util.Optional;

/// One precompiled contract under one fork's prices.
public interface Precompile {
    /// What running it on `input` costs; asked before [#run], and cheap. `Long.MAX_VALUE`: more than anybody has.
    long gas(byte[] input);

    /// @param input paid for; not written to
    /// @return the output; empty where the contract fails, which costs the caller all the gas it gave
    Optional<byte[]> run(byte[] input);
}
