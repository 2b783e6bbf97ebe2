package org.lifeboat.evm.interpreter;

import java.util.Arrays;
import java.util.Optional;
import org.lifeboat.evm.precompile.Precompile;
import org.lifeboat.evm.state.Account;
import org.lifeboat.evm.state.WorldState;
import org.lifeboat.evm.word.Words;

/// How a call begins: its value moves, then a precompiled contract answers at once or a frame is made.
final class Calls {
    private Calls() {}

    /// Begins the machine's pending call.
    /// @return whether a frame was made; where not, the machine's result says how the call ended
    static boolean begin(Machine m, int depth) {
        Pending call = m.call;
        if (m.listener.isPresent()) {
            Tracing.enter(m, depth);
        }
        int snapshot = m.state.snapshot();
        moveValue(m, call);
        Optional<Precompile> precompile = m.precompiles.find(call.codeAccount);
        if (precompile.isPresent()) {
            runPrecompile(m, precompile.get(), snapshot);
        } else if (call.code.size() == 0) {
            m.result.set(Signal.DONE, call.gas, Frame.NO_BYTES, 0, 0);
        } else {
            Frame frame = frame(m, depth, snapshot);
            frame.creates = false;
            frame.input = call.input;
            frame.inputOffset = call.inputOffset;
            frame.inputSize = call.inputSize;
            return true;
        }
        if (m.listener.isPresent()) {
            Tracing.exit(m, depth);
        }
        return false;
    }

    private static void moveValue(Machine m, Pending call) {
        if (call.transfers) {
            WorldState state = m.state;
            state.touch(call.self, m.rules.emptyAccountsCleared);
            if (!Words.isZero(call.words, Frame.VALUE)) {
                Account from = state.account(call.words, Frame.CALLER);
                state.debit(from, call.words, Frame.VALUE);
                state.credit(call.self, call.words, Frame.VALUE);
            }
        }
    }

    /// The frame for the pending call or creation, with all that both need.
    static Frame frame(Machine m, int depth, int snapshot) {
        Pending call = m.call;
        Frame frame = m.fresh(depth);
        frame.code = call.code;
        frame.gas = call.gas;
        frame.self = call.self;
        System.arraycopy(call.words, 0, frame.words, 0, 8);
        frame.isStatic = call.isStatic;
        frame.snapshot = snapshot;
        frame.logCount = m.state.logCount();
        frame.refund = m.state.refund();
        return frame;
    }

    private static void runPrecompile(Machine m, Precompile precompile, int snapshot) {
        Pending call = m.call;
        long price = precompile.gas(call.input, call.inputOffset, call.inputSize);
        if (price > call.gas) {
            m.result.setHalt(HaltReason.OUT_OF_GAS);
        } else {
            byte[] input = Arrays.copyOfRange(call.input, call.inputOffset, call.inputOffset + call.inputSize);
            precompile
                    .run(input)
                    .ifPresentOrElse(
                            output -> m.result.set(Signal.DONE, call.gas - price, output, 0, output.length),
                            () -> m.result.setHalt(HaltReason.PRECOMPILE_FAILED));
        }
        if (m.result.signal != Signal.DONE) {
            m.state.revertTo(snapshot);
        }
    }
}
