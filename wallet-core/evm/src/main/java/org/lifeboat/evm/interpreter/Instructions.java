package org.lifeboat.evm.interpreter;

import org.lifeboat.evm.word.WordMath;
import org.lifeboat.evm.word.Words;

/// Every instruction that the loop does not do itself. Fixed gas is taken and the stack is checked; the
/// frame's `gas`, `sp` and `pc` are current.
final class Instructions {
    private Instructions() {}

    /// @return a [Signal]
    static int execute(Machine m, Frame f, int op) {
        return switch (op) {
            case Op.STOP -> Signal.DONE;
            case Op.EXP -> power(m, f);
            case Op.CLZ -> leadingZeros(m, f);
            case Op.KECCAK256 -> MemoryInstructions.keccak(m, f);
            case Op.CALLDATALOAD -> EnvironmentInstructions.callDataLoad(m, f);
            case Op.CALLDATACOPY -> MemoryInstructions.copyCallData(m, f);
            case Op.CODECOPY -> MemoryInstructions.copyCode(m, f);
            case Op.RETURNDATACOPY -> MemoryInstructions.copyReturnData(m, f);
            case Op.EXTCODECOPY -> MemoryInstructions.copyOtherCode(m, f);
            case Op.MSTORE8 -> MemoryInstructions.storeByte(m, f);
            case Op.MCOPY -> MemoryInstructions.copyMemory(m, f);
            case Op.SLOAD -> StorageInstructions.load(m, f);
            case Op.SSTORE -> StorageInstructions.store(m, f);
            case Op.TLOAD -> StorageInstructions.loadTransient(m, f);
            case Op.TSTORE -> StorageInstructions.storeTransient(m, f);
            case Op.LOG0, Op.LOG1, Op.LOG2, Op.LOG3, Op.LOG4 -> MemoryInstructions.log(m, f, op - Op.LOG0);
            case Op.BALANCE, Op.EXTCODESIZE, Op.EXTCODEHASH -> AccountInstructions.inspect(m, f, op);
            case Op.SELFDESTRUCT -> AccountInstructions.selfDestruct(m, f);
            case Op.CALL, Op.CALLCODE, Op.DELEGATECALL, Op.STATICCALL -> CallInstructions.call(m, f, op);
            case Op.CREATE, Op.CREATE2 -> CreateInstructions.create(m, f, op);
            case Op.RETURN -> giveOutput(m, f, Signal.DONE);
            case Op.REVERT -> giveOutput(m, f, Signal.REVERTED);
            default -> EnvironmentInstructions.push(m, f, op);
        };
    }

    private static int power(Machine m, Frame f) {
        int base = f.sp - 4;
        int exponent = f.sp - 8;
        int bytes = (WordMath.bitLength(m.stack, exponent) + 7) >> 3;
        if (!f.charge(m.rules.expByteGas * bytes)) {
            return Signal.HALTED;
        }
        f.sp -= 4;
        WordMath.power(m.stack, base, exponent, exponent, m.words, 0);
        return Signal.NEXT;
    }

    private static int leadingZeros(Machine m, Frame f) {
        Words.set(m.stack, f.sp - 4, 256 - WordMath.bitLength(m.stack, f.sp - 4));
        return Signal.NEXT;
    }

    private static int giveOutput(Machine m, Frame f, int signal) {
        long offset = Words.toSize(m.stack, f.sp - 4);
        long size = Words.toSize(m.stack, f.sp - 8);
        if (!f.expand(offset, size)) {
            return Signal.HALTED;
        }
        f.outputOffset = size == 0 ? 0 : (int) offset;
        f.outputSize = (int) size;
        return signal;
    }
}
