package org.lifeboat.evm.interpreter;

import org.lifeboat.evm.code.Code;
import org.lifeboat.evm.rules.ForkRules;
import org.lifeboat.evm.state.Account;
import org.lifeboat.evm.trace.Listener;
import org.lifeboat.evm.word.Words;

/// CALL, CALLCODE, DELEGATECALL and STATICCALL up to the point where the callee begins.
final class CallInstructions {
    /// Source: Yellow Paper, appendix G, `G_callvalue`.
    private static final long VALUE_GAS = 9000;

    /// Source: Yellow Paper, appendix G, `G_callstipend`.
    private static final long STIPEND = 2300;

    /// Source: Yellow Paper, appendix G, `G_newaccount`.
    private static final long NEW_ACCOUNT_GAS = 25_000;

    /// Source: EIP-2929, `WARM_STORAGE_READ_COST`.
    private static final long WARM_GAS = 100;

    private CallInstructions() {}

    static int call(Machine m, Frame f, int op) {
        long[] s = m.stack;
        int sp = f.sp;
        boolean hasValue = op == Op.CALL || op == Op.CALLCODE;
        boolean sendsValue = hasValue && !Words.isZero(s, sp - 12);
        if (op == Op.CALL && sendsValue && f.isStatic) {
            return f.halt(HaltReason.WRITE_PROTECTION);
        }
        int arguments = hasValue ? sp - 16 : sp - 12;
        if (!takeMemory(m, f, arguments)) {
            return Signal.HALTED;
        }
        Account to = m.state.account(s, sp - 8);
        if (!AccountInstructions.chargeCold(m, f, to) || !f.charge(valuePrice(m.rules, op, sendsValue, to))) {
            return Signal.HALTED;
        }
        Pending call = m.call;
        call.code = m.state.code(to);
        boolean pointer = m.rules.delegation && call.code.isDelegation();
        if (pointer && !payToFollow(m, f)) {
            return Signal.HALTED;
        }
        long gas = calleeGas(m, f, sp - 4);
        if (gas < 0) {
            return f.halt(HaltReason.OUT_OF_GAS);
        }
        f.gas -= gas;
        f.sp = arguments - 12;
        f.returnedSize = 0;
        call.gas = sendsValue ? gas + STIPEND : gas;
        boolean poor = sendsValue && Words.less(f.self.balance(), 0, s, sp - 12);
        if (poor || f.depth >= Machine.DEEPEST) {
            f.gas += call.gas;
            Words.zero(s, f.sp);
            f.sp += Words.LIMBS;
            return Signal.NEXT;
        }
        if (pointer) {
            follow(m);
        }
        fill(m, f, op, to, sp - 12);
        f.pc++;
        return Signal.CALL;
    }

    /// Makes the memory for input and output active and notes where they are.
    private static boolean takeMemory(Machine m, Frame f, int w) {
        long inputOffset = Words.toSize(m.stack, w);
        long inputSize = Words.toSize(m.stack, w - 4);
        long outputOffset = Words.toSize(m.stack, w - 8);
        long outputSize = Words.toSize(m.stack, w - 12);
        if (!f.expand(inputOffset, inputSize) || !f.expand(outputOffset, outputSize)) {
            return false;
        }
        Pending call = m.call;
        call.inputOffset = inputSize == 0 ? 0 : (int) inputOffset;
        call.inputSize = (int) inputSize;
        call.input = f.memory;
        f.resultOffset = outputSize == 0 ? 0 : (int) outputOffset;
        f.resultSize = (int) outputSize;
        return true;
    }

    private static long valuePrice(ForkRules rules, int op, boolean sendsValue, Account to) {
        boolean makesAccount = op == Op.CALL && (rules.emptyAccountsCleared ? sendsValue && to.isDead() : !to.exists());
        return (sendsValue ? VALUE_GAS : 0) + (makesAccount ? NEW_ACCOUNT_GAS : 0);
    }

    /// EIP-7702: the code is a pointer; takes the gas for following it.
    private static boolean payToFollow(Machine m, Frame f) {
        Account delegate = m.state.account(m.call.code.delegate());
        long cold = AccountInstructions.isCold(m, delegate) ? m.rules.coldAccountGas : 0;
        return f.charge(WARM_GAS + cold);
    }

    /// Once: a pointer that is found there is not followed.
    private static void follow(Machine m) {
        Account delegate = m.state.account(m.call.code.delegate());
        boolean precompiled = m.precompiles.find(delegate).isPresent();
        m.call.code = precompiled ? Code.EMPTY : m.state.code(delegate);
    }

    /// The gas that goes to the callee, without stipend; negative where it asks for more than there is.
    private static long calleeGas(Machine m, Frame f, int w) {
        long asked = Words.toSize(m.stack, w);
        if (m.rules.oneSixtyFourthKept) {
            return Math.min(asked, f.gas - f.gas / 64);
        }
        return asked <= f.gas ? asked : -1;
    }

    private static void fill(Machine m, Frame f, int op, Account to, int valueAt) {
        Pending call = m.call;
        call.codeAccount = to;
        call.isStatic = f.isStatic || op == Op.STATICCALL;
        call.transfers = op == Op.CALL || op == Op.STATICCALL;
        call.self = call.transfers ? to : f.self;
        if (op == Op.DELEGATECALL) {
            System.arraycopy(f.words, 0, call.words, 0, 8);
        } else {
            f.self.put(call.words, Frame.CALLER);
            if (op == Op.STATICCALL) {
                Words.zero(call.words, Frame.VALUE);
            } else {
                Words.copy(m.stack, valueAt, call.words, Frame.VALUE);
            }
        }
        call.kind = kind(op);
    }

    private static Listener.Kind kind(int op) {
        return switch (op) {
            case Op.CALL -> Listener.Kind.CALL;
            case Op.CALLCODE -> Listener.Kind.CALLCODE;
            case Op.DELEGATECALL -> Listener.Kind.DELEGATECALL;
            default -> Listener.Kind.STATICCALL;
        };
    }
}
