package org.lifeboat.engine.verified;

import java.util.function.Function;
import java.util.function.Supplier;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.verifier.call.CallResult;
import org.lifeboat.verifier.call.ContractCall;

/// Runs calls on the state of one block, as [VerifiedCall] does. Lent to whoever asked for it.
public final class BlockCalls {
    private final BlockRef block;
    private final Function<ContractCall, Looped<CallResult>> run;
    private final Supplier<Ground> ground;

    BlockCalls(BlockRef block, Function<ContractCall, Looped<CallResult>> run, Supplier<Ground> ground) {
        this.block = block;
        this.run = run;
        this.ground = ground;
    }

    /// Its header hashes to the hash that is named here.
    public BlockRef block() {
        return block;
    }

    /// @return never a [CallResult.Needs] or a [CallResult.NotHere]
    public Looped<CallResult> call(ContractCall call) {
        return run.apply(call);
    }

    /// What all calls so far stood on, as far as it was proven.
    public Ground ground() {
        return ground.get();
    }
}
