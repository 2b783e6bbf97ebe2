package org.lifeboat.evm.interpreter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lifeboat.evm.code.Code;
import org.lifeboat.evm.state.Account;
import org.lifeboat.evm.state.Log;
import org.lifeboat.evm.word.Words;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;

/// Instructions that read and write memory in bulk.
final class MemoryInstructions {
    /// Gas a word copied. Source: Yellow Paper, appendix G, `G_copy`.
    private static final long COPY_WORD_GAS = 3;

    /// Gas a word hashed. Source: Yellow Paper, appendix G, `G_keccak256word`.
    static final long KECCAK_WORD_GAS = 6;

    /// Gas a byte logged. Source: Yellow Paper, appendix G, `G_logdata`.
    private static final long LOG_BYTE_GAS = 8;

    private MemoryInstructions() {}

    static int keccak(Machine m, Frame f) {
        long[] s = m.stack;
        long offset = Words.toSize(s, f.sp - 4);
        long size = Words.toSize(s, f.sp - 8);
        if (!f.expand(offset, size) || !f.charge(KECCAK_WORD_GAS * words(size))) {
            return Signal.HALTED;
        }
        Keccak256.digestInto(f.memory, size == 0 ? 0 : (int) offset, (int) size, m.scratch);
        f.sp -= 4;
        Words.load(m.scratch, 0, s, f.sp - 4);
        return Signal.NEXT;
    }

    static int storeByte(Machine m, Frame f) {
        long offset = Words.toSize(m.stack, f.sp - 4);
        if (!f.expand(offset, 1)) {
            return Signal.HALTED;
        }
        f.memory[(int) offset] = (byte) m.stack[f.sp - 8];
        f.sp -= 8;
        return Signal.NEXT;
    }

    static int copyCallData(Machine m, Frame f) {
        return copy(m, f, f.sp, f.input, f.inputOffset, f.inputSize);
    }

    static int copyCode(Machine m, Frame f) {
        return copy(m, f, f.sp, f.code.padded(), 0, f.code.size());
    }

    static int copyOtherCode(Machine m, Frame f) {
        Account account = m.state.account(m.stack, f.sp - 4);
        if (!AccountInstructions.chargeCold(m, f, account)) {
            return Signal.HALTED;
        }
        Code code = m.state.code(account);
        return copy(m, f, f.sp - 4, code.padded(), 0, code.size());
    }

    static int copyReturnData(Machine m, Frame f) {
        long from = Words.toSize(m.stack, f.sp - 8);
        long size = Words.toSize(m.stack, f.sp - 12);
        if (from > f.returnedSize || size > f.returnedSize - from) {
            return f.halt(HaltReason.RETURN_DATA_OUT_OF_BOUNDS);
        }
        return copy(m, f, f.sp, f.returned, 0, f.returnedSize);
    }

    /// The three words below `top` are: where in memory, from where in the source, how many bytes. Beyond the
    /// source's end lie zeros.
    private static int copy(Machine m, Frame f, int top, byte[] source, int start, int length) {
        long to = Words.toSize(m.stack, top - 4);
        long from = Words.toSize(m.stack, top - 8);
        long size = Words.toSize(m.stack, top - 12);
        if (!f.expand(to, size) || !f.charge(COPY_WORD_GAS * words(size))) {
            return Signal.HALTED;
        }
        f.sp = top - 12;
        if (size != 0) {
            int copied = (int) Math.min(size, Math.max(0, length - from));
            if (copied > 0) {
                System.arraycopy(source, start + (int) from, f.memory, (int) to, copied);
            }
            Arrays.fill(f.memory, (int) to + copied, (int) (to + size), (byte) 0);
        }
        return Signal.NEXT;
    }

    static int copyMemory(Machine m, Frame f) {
        long to = Words.toSize(m.stack, f.sp - 4);
        long from = Words.toSize(m.stack, f.sp - 8);
        long size = Words.toSize(m.stack, f.sp - 12);
        if (!f.expand(Math.max(to, from), size) || !f.charge(COPY_WORD_GAS * words(size))) {
            return Signal.HALTED;
        }
        if (size != 0) {
            System.arraycopy(f.memory, (int) from, f.memory, (int) to, (int) size);
        }
        f.sp -= 12;
        return Signal.NEXT;
    }

    static int log(Machine m, Frame f, int topics) {
        if (f.isStatic) {
            return f.halt(HaltReason.WRITE_PROTECTION);
        }
        long[] s = m.stack;
        long offset = Words.toSize(s, f.sp - 4);
        long size = Words.toSize(s, f.sp - 8);
        if (!f.expand(offset, size) || !f.charge(LOG_BYTE_GAS * size)) {
            return Signal.HALTED;
        }
        List<Hash32> named = new ArrayList<>(topics);
        for (int i = 0; i < topics; i++) {
            named.add(Hash32.of(Words.toBytes(s, f.sp - 12 - 4 * i)));
        }
        int start = size == 0 ? 0 : (int) offset;
        Bytes data = Bytes.of(Arrays.copyOfRange(f.memory, start, start + (int) size));
        m.state.log(new Log(f.self.address(), named, data));
        f.sp -= 8 + 4 * topics;
        return Signal.NEXT;
    }

    /// How many words `size` bytes take up. `size` is known to fit memory.
    static long words(long size) {
        return (size + 31) >> 5;
    }
}
