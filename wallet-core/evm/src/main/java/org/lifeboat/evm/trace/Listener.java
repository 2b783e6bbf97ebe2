package org.lifeboat.evm.trace;

import java.util.List;
import org.lifeboat.evm.interpreter.Outcome;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;

/// Told of what a run does, as it does it.
public interface Listener {
    /// What begins.
    enum Kind {
        CALL,
        CALLCODE,
        DELEGATECALL,
        STATICCALL,
        CREATE,
        CREATE2
    }

    /// One call or creation.
    /// @param depth 1 for the transaction itself
    /// @param to whose code runs; for a creation the new address
    /// @param value zero where none is sent; for DELEGATECALL that of the caller's own call
    record Entry(Kind kind, int depth, Address from, Address to, Wei value, long gas, Bytes input) {}

    /// One instruction about to run.
    /// @param position in the code
    /// @param gas before it
    /// @param stack the frame's words, the top one last
    record Step(int depth, int position, int instruction, long gas, List<Hash32> stack) {
        public Step {
            stack = List.copyOf(stack);
        }
    }

    void enter(Entry entry);

    /// @param gasUsed by the call that was entered last and did not end yet
    void exit(int depth, Outcome outcome, long gasUsed);

    /// A contract destroys itself or, since Cancun, only sends its ether away.
    void selfDestruct(Address account, Address beneficiary, Wei balance);

    /// Whether [#step] is to be called; asked once, before the run.
    boolean wantsSteps();

    /// Which instructions it is to be told of, where it wants steps; asked once for each, before the run. The others
    /// run as fast as where nobody listens.
    default boolean wants(int instruction) {
        return true;
    }

    void step(Step step);

    /// How much of a call's input it wants to see. A call costs the same whatever its input's length, so who
    /// listens to code that nobody trusts asks for a little.
    default int inputBytes() {
        return Integer.MAX_VALUE;
    }
}
