package org.lifeboat.evm.interpreter;

import java.util.Arrays;
import org.lifeboat.evm.word.Words;

/// What block, transaction and call are: instructions that mostly push one word.
final class EnvironmentInstructions {
    /// Source: Yellow Paper, appendix H.2, BLOCKHASH: the 256 most recent complete blocks.
    private static final long BLOCK_HASHES = 256;

    private EnvironmentInstructions() {}

    static int push(Machine m, Frame f, int op) {
        long[] s = m.stack;
        int sp = f.sp;
        Surroundings around = m.surroundings;
        switch (op) {
            case Op.ADDRESS -> f.self.put(s, sp);
            case Op.ORIGIN -> Words.copy(around.words, Surroundings.ORIGIN, s, sp);
            case Op.CALLER -> Words.copy(f.words, Frame.CALLER, s, sp);
            case Op.CALLVALUE -> Words.copy(f.words, Frame.VALUE, s, sp);
            case Op.CALLDATASIZE -> Words.set(s, sp, f.inputSize);
            case Op.CODESIZE -> Words.set(s, sp, f.code.size());
            case Op.GASPRICE -> Words.copy(around.words, Surroundings.GAS_PRICE, s, sp);
            case Op.RETURNDATASIZE -> Words.set(s, sp, f.returnedSize);
            case Op.COINBASE -> Words.copy(around.words, Surroundings.COINBASE, s, sp);
            case Op.TIMESTAMP -> Words.copy(around.words, Surroundings.TIMESTAMP, s, sp);
            case Op.NUMBER -> Words.copy(around.words, Surroundings.NUMBER, s, sp);
            case Op.PREVRANDAO -> Words.copy(around.words, Surroundings.RANDOMNESS, s, sp);
            case Op.GASLIMIT -> Words.copy(around.words, Surroundings.GAS_LIMIT, s, sp);
            case Op.CHAINID -> Words.copy(around.words, Surroundings.CHAIN_ID, s, sp);
            case Op.SELFBALANCE -> Words.copy(f.self.balance(), 0, s, sp);
            case Op.BASEFEE -> Words.copy(around.words, Surroundings.BASE_FEE, s, sp);
            case Op.BLOBBASEFEE -> Words.copy(around.words, Surroundings.BLOB_BASE_FEE, s, sp);
            case Op.BLOCKHASH -> {
                return blockHash(m, f);
            }
            case Op.BLOBHASH -> {
                return blobHash(m, f);
            }
            default -> {
                return f.halt(HaltReason.UNDEFINED_INSTRUCTION);
            }
        }
        f.sp += Words.LIMBS;
        return Signal.NEXT;
    }

    private static int blockHash(Machine m, Frame f) {
        int w = f.sp - 4;
        long asked = Words.toSize(m.stack, w);
        long current = m.surroundings.number;
        if (asked < current && asked >= current - BLOCK_HASHES) {
            Words.load(m.state.blockHash(asked).toArray(), 0, m.stack, w);
        } else {
            Words.zero(m.stack, w);
        }
        return Signal.NEXT;
    }

    private static int blobHash(Machine m, Frame f) {
        int w = f.sp - 4;
        long index = Words.toSize(m.stack, w);
        if (index < m.surroundings.blobCount) {
            Words.copy(m.surroundings.words, Surroundings.blobHash((int) index), m.stack, w);
        } else {
            Words.zero(m.stack, w);
        }
        return Signal.NEXT;
    }

    static int callDataLoad(Machine m, Frame f) {
        int w = f.sp - 4;
        long offset = Words.toSize(m.stack, w);
        long there = f.inputSize - offset;
        if (there >= 32) {
            Words.load(f.input, f.inputOffset + (int) offset, m.stack, w);
        } else if (there <= 0) {
            Words.zero(m.stack, w);
        } else {
            byte[] word = m.scratch;
            Arrays.fill(word, 0, 32, (byte) 0);
            System.arraycopy(f.input, f.inputOffset + (int) offset, word, 0, (int) there);
            Words.load(word, 0, m.stack, w);
        }
        return Signal.NEXT;
    }
}
