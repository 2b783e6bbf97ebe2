package org.lifeboat.evm.interpreter;

import java.util.Arrays;
import org.lifeboat.evm.code.Code;
import org.lifeboat.evm.rules.ForkRules;
import org.lifeboat.evm.state.Account;
import org.lifeboat.evm.trace.Listener;
import org.lifeboat.evm.word.Words;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Keccak256;

/// CREATE and CREATE2 up to the point where the new contract's code begins.
final class CreateInstructions {
    private CreateInstructions() {}

    static int create(Machine m, Frame f, int op) {
        if (f.isStatic) {
            return f.halt(HaltReason.WRITE_PROTECTION);
        }
        long[] s = m.stack;
        int sp = f.sp;
        long offset = Words.toSize(s, sp - 8);
        long size = Words.toSize(s, sp - 12);
        if (!f.expand(offset, size) || !payForInitCode(m.rules, f, op, size)) {
            return Signal.HALTED;
        }
        long gas = m.rules.oneSixtyFourthKept ? f.gas - f.gas / 64 : f.gas;
        f.gas -= gas;
        f.sp = sp - (op == Op.CREATE ? 12 : 16);
        f.returnedSize = 0;
        boolean poor = Words.less(f.self.balance(), 0, s, sp - 4);
        boolean nonceSpent = f.self.nonce() == -1;
        if (poor || nonceSpent || f.depth >= Machine.DEEPEST) {
            f.gas += gas;
            Words.zero(s, f.sp);
            f.sp += Words.LIMBS;
            return Signal.NEXT;
        }
        byte[] initCode =
                size == 0 ? Frame.NO_BYTES : Arrays.copyOfRange(f.memory, (int) offset, (int) (offset + size));
        fill(m, f, op, sp, initCode, gas);
        f.pc++;
        return Signal.CREATE;
    }

    private static boolean payForInitCode(ForkRules rules, Frame f, int op, long size) {
        if (size > rules.initCodeLimit) {
            f.halt(HaltReason.INITCODE_TOO_LARGE);
            return false;
        }
        long wordGas = rules.initCodeWordGas + (op == Op.CREATE2 ? MemoryInstructions.KECCAK_WORD_GAS : 0);
        return f.charge(wordGas * MemoryInstructions.words(size));
    }

    private static void fill(Machine m, Frame f, int op, int sp, byte[] initCode, long gas) {
        Account creator = f.self;
        Address address = op == Op.CREATE
                ? ContractAddress.of(creator.address(), creator.nonce())
                : ContractAddress.of2(creator.address(), Words.toBytes(m.stack, sp - 16), Keccak256.digest(initCode));
        m.state.setNonce(creator, creator.nonce() + 1);
        Pending call = m.call;
        call.self = m.state.account(address);
        if (m.rules.coldTracked) {
            m.state.warm(call.self);
        }
        call.kind = op == Op.CREATE ? Listener.Kind.CREATE : Listener.Kind.CREATE2;
        call.codeAccount = call.self;
        call.code = Code.of(initCode, Code.EMPTY_HASH);
        call.gas = gas;
        call.transfers = true;
        call.isStatic = false;
        creator.put(call.words, Frame.CALLER);
        Words.copy(m.stack, sp - 4, call.words, Frame.VALUE);
    }
}
