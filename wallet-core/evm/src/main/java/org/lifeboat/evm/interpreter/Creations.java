package org.lifeboat.evm.interpreter;

import org.lifeboat.evm.code.Code;
import org.lifeboat.evm.rules.ForkRules;
import org.lifeboat.evm.state.Account;
import org.lifeboat.evm.state.WorldState;
import org.lifeboat.evm.word.Words;

/// How a creation begins and ends.
final class Creations {
    /// Gas a byte of deployed code. Source: Yellow Paper, appendix G, `G_codedeposit`.
    private static final long DEPOSIT_BYTE_GAS = 200;

    private Creations() {}

    /// Begins the machine's pending creation. The creator's nonce was raised before.
    /// @return whether a frame was made; where not, the machine's result says how the creation ended
    static boolean begin(Machine m, int depth) {
        Pending call = m.call;
        if (m.listener.isPresent()) {
            Tracing.enter(m, depth);
        }
        WorldState state = m.state;
        if (state.collides(call.self)) {
            m.result.setHalt(HaltReason.ADDRESS_TAKEN);
            if (m.listener.isPresent()) {
                Tracing.exit(m, depth);
            }
            return false;
        }
        int snapshot = state.snapshot();
        state.create(call.self, m.rules.firstContractNonce);
        if (!Words.isZero(call.words, Frame.VALUE)) {
            Account creator = state.account(call.words, Frame.CALLER);
            state.debit(creator, call.words, Frame.VALUE);
            state.credit(call.self, call.words, Frame.VALUE);
        }
        Frame frame = Calls.frame(m, depth, snapshot);
        frame.creates = true;
        frame.input = Frame.NO_BYTES;
        frame.inputOffset = 0;
        frame.inputSize = 0;
        return true;
    }

    /// The creation's code returned: what it gave becomes the account's code, or the result turns into a halt.
    static void deposit(Machine m, Frame frame) {
        ForkRules rules = m.rules;
        Result result = m.result;
        int size = frame.outputSize;
        if (size > rules.codeSizeLimit) {
            result.setHalt(HaltReason.CODE_TOO_LARGE);
            return;
        }
        if (rules.rejectsEf && size > 0 && (frame.memory[frame.outputOffset] & 0xff) == 0xef) {
            result.setHalt(HaltReason.CODE_STARTS_WITH_EF);
            return;
        }
        long price = DEPOSIT_BYTE_GAS * size;
        if (price <= result.gasLeft) {
            result.gasLeft -= price;
            byte[] code = new byte[size];
            System.arraycopy(frame.memory, frame.outputOffset, code, 0, size);
            m.state.setCode(frame.self, Code.of(code));
        } else if (rules.createDepositRequired) {
            result.setHalt(HaltReason.OUT_OF_GAS);
        } else {
            result.outputSize = 0;
        }
    }
}
