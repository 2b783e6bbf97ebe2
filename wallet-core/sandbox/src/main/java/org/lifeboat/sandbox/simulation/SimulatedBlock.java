package org.lifeboat.sandbox.simulation;

import java.util.List;
import org.lifeboat.evm.interpreter.Outcome;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.block.Log;
import org.lifeboat.sandbox.chain.SealedBlock;

/// A block that nobody made, with what became of each of its calls.
public record SimulatedBlock(SealedBlock block, List<CallEnd> calls) {
    public SimulatedBlock {
        calls = List.copyOf(calls);
    }

    /// @param gasUsed what would be paid for
    /// @param mostGasUsed before anything was given back
    /// @param logs with those of ether that moved, where they were asked for; none where it failed
    /// @param firstLog how many such logs of the block came before
    public record CallEnd(Outcome outcome, Gas gasUsed, Gas mostGasUsed, List<Log> logs, int firstLog) {
        public CallEnd {
            logs = List.copyOf(logs);
        }
    }
}
