package org.lifeboat.evm.interpreter;

import org.lifeboat.evm.code.Code;
import org.lifeboat.evm.word.WordDivision;
import org.lifeboat.evm.word.WordMath;
import org.lifeboat.evm.word.Words;

/// The loop: one frame, until it ends or waits for another. What is small is done here, on local variables;
/// the rest in [Instructions], for which the locals are written into the frame and read back after.
///
/// Each turn begins with one comparison for three questions, by a number of
/// [org.lifeboat.evm.rules.ForkRules#instructions]: is there gas, is the stack high enough, is it low enough.
/// Any "no" makes one of the three differences negative, and with it their union; only then [Machine#refuses]
/// finds out which. A table in which all fail sends every instruction there: so steps are listened to.
///
/// The cases without a name, from 0x62 on: PUSH3 to PUSH8 read eight bytes at once and shift out those that
/// are not theirs; PUSH9 to PUSH32 ([#push]); DUP1 to DUP16; SWAP1 to SWAP16. The numbers taken off (0x5e,
/// 0x5f, 0x7f, 0x8e) turn the instruction's byte into how many bytes or words it means.
///
/// The switch must stay below 8000 bytes of bytecode (HotSpot's HugeMethodLimit), or it would only be
/// interpreted.
final class Loop {
    private Loop() {}

    /// @return a [Signal] other than NEXT
    @SuppressWarnings("StatementSwitchToExpressionSwitch") // reason: measured as written; every case falls out alike
    static int run(Machine m, Frame f) {
        final long[] s = m.stack;
        final long[] table = m.table;
        final WordDivision division = m.division;
        final byte[] code = f.code.padded();
        final int base = f.base;
        int sp = f.sp;
        int pc = f.pc;
        long gas = f.gas;
        while (true) {
            int op = code[pc] & 0xff;
            long info = table[op];
            int height = sp - base;
            long left = gas - (info & 0xffffffffL);
            if ((left | (height - (info >>> 32 & 0xffff)) | ((info >>> 48) - height)) < 0) {
                save(f, pc, sp, gas);
                if (m.refuses(f, op)) {
                    return Signal.HALTED;
                }
                left = f.gas;
            }
            gas = left;
            switch (op) {
                case Op.ADD:
                    sp -= 4;
                    WordMath.add(s, sp, sp - 4, sp - 4);
                    break;
                case Op.MUL:
                    sp -= 4;
                    WordMath.multiply(s, sp, sp - 4, sp - 4);
                    break;
                case Op.SUB:
                    sp -= 4;
                    WordMath.subtract(s, sp, sp - 4, sp - 4);
                    break;
                case Op.DIV:
                    sp -= 4;
                    division.divide(s, sp, sp - 4, sp - 4);
                    break;
                case Op.SDIV:
                    sp -= 4;
                    division.divideSigned(s, sp, sp - 4, sp - 4);
                    break;
                case Op.MOD:
                    sp -= 4;
                    division.remainder(s, sp, sp - 4, sp - 4);
                    break;
                case Op.SMOD:
                    sp -= 4;
                    division.remainderSigned(s, sp, sp - 4, sp - 4);
                    break;
                case Op.ADDMOD:
                    sp -= 8;
                    division.addModulo(s, sp + 4, sp, sp - 4, sp - 4);
                    break;
                case Op.MULMOD:
                    sp -= 8;
                    division.multiplyModulo(s, sp + 4, sp, sp - 4, sp - 4);
                    break;
                case Op.SIGNEXTEND:
                    sp -= 4;
                    WordMath.signExtend(s, sp, sp - 4);
                    break;
                case Op.LT:
                    sp -= 4;
                    Words.set(s, sp - 4, Words.less(s, sp, s, sp - 4) ? 1 : 0);
                    break;
                case Op.GT:
                    sp -= 4;
                    Words.set(s, sp - 4, Words.less(s, sp - 4, s, sp) ? 1 : 0);
                    break;
                case Op.SLT:
                    sp -= 4;
                    Words.set(s, sp - 4, Words.lessSigned(s, sp, s, sp - 4) ? 1 : 0);
                    break;
                case Op.SGT:
                    sp -= 4;
                    Words.set(s, sp - 4, Words.lessSigned(s, sp - 4, s, sp) ? 1 : 0);
                    break;
                case Op.EQ:
                    sp -= 4;
                    Words.set(s, sp - 4, Words.equal(s, sp, s, sp - 4) ? 1 : 0);
                    break;
                case Op.ISZERO:
                    Words.set(s, sp - 4, Words.isZero(s, sp - 4) ? 1 : 0);
                    break;
                case Op.AND:
                    sp -= 4;
                    s[sp - 4] &= s[sp];
                    s[sp - 3] &= s[sp + 1];
                    s[sp - 2] &= s[sp + 2];
                    s[sp - 1] &= s[sp + 3];
                    break;
                case Op.OR:
                    sp -= 4;
                    s[sp - 4] |= s[sp];
                    s[sp - 3] |= s[sp + 1];
                    s[sp - 2] |= s[sp + 2];
                    s[sp - 1] |= s[sp + 3];
                    break;
                case Op.XOR:
                    sp -= 4;
                    s[sp - 4] ^= s[sp];
                    s[sp - 3] ^= s[sp + 1];
                    s[sp - 2] ^= s[sp + 2];
                    s[sp - 1] ^= s[sp + 3];
                    break;
                case Op.NOT:
                    s[sp - 4] = ~s[sp - 4];
                    s[sp - 3] = ~s[sp - 3];
                    s[sp - 2] = ~s[sp - 2];
                    s[sp - 1] = ~s[sp - 1];
                    break;
                case Op.BYTE:
                    sp -= 4;
                    WordMath.byteAt(s, sp, sp - 4);
                    break;
                case Op.SHL:
                    sp -= 4;
                    WordMath.shiftLeft(s, sp, sp - 4);
                    break;
                case Op.SHR:
                    sp -= 4;
                    WordMath.shiftRight(s, sp, sp - 4);
                    break;
                case Op.SAR:
                    sp -= 4;
                    WordMath.shiftRightSigned(s, sp, sp - 4);
                    break;
                case Op.POP:
                    sp -= 4;
                    break;
                case Op.MLOAD:
                    if (outside(f, s, sp - 4)) {
                        f.gas = gas;
                        if (!f.expand(Words.toSize(s, sp - 4), 32)) {
                            return Signal.HALTED;
                        }
                        gas = f.gas;
                    }
                    Words.load(f.memory, (int) s[sp - 4], s, sp - 4);
                    break;
                case Op.MSTORE:
                    if (outside(f, s, sp - 4)) {
                        f.gas = gas;
                        if (!f.expand(Words.toSize(s, sp - 4), 32)) {
                            return Signal.HALTED;
                        }
                        gas = f.gas;
                    }
                    sp -= 8;
                    Words.store(s, sp, f.memory, (int) s[sp + 4]);
                    break;
                case Op.JUMP: {
                    sp -= 4;
                    int target = target(f.code, s, sp);
                    if (target < 0) {
                        return f.halt(HaltReason.INVALID_JUMP);
                    }
                    pc = target;
                    continue;
                }
                case Op.JUMPI: {
                    sp -= 8;
                    if (!Words.isZero(s, sp)) {
                        int target = target(f.code, s, sp + 4);
                        if (target < 0) {
                            return f.halt(HaltReason.INVALID_JUMP);
                        }
                        pc = target;
                        continue;
                    }
                    break;
                }
                case Op.PC:
                    Words.set(s, sp, pc);
                    sp += 4;
                    break;
                case Op.MSIZE:
                    Words.set(s, sp, f.memorySize);
                    sp += 4;
                    break;
                case Op.GAS:
                    Words.set(s, sp, gas);
                    sp += 4;
                    break;
                case Op.JUMPDEST:
                    break;
                case Op.PUSH0:
                    Words.zero(s, sp);
                    sp += 4;
                    break;
                case Op.PUSH1:
                    Words.set(s, sp, code[pc + 1] & 0xff);
                    sp += 4;
                    pc += 2;
                    continue;
                case Op.PUSH2:
                    Words.set(s, sp, (code[pc + 1] & 0xff) << 8 | (code[pc + 2] & 0xff));
                    sp += 4;
                    pc += 3;
                    continue;
                case 0x62, 0x63, 0x64, 0x65, 0x66, 0x67:
                    Words.set(s, sp, Words.readLong(code, pc + 1) >>> (8 * (0x67 - op)));
                    sp += 4;
                    pc += op - 0x5e;
                    continue;
                case 0x68,
                        0x69,
                        0x6a,
                        0x6b,
                        0x6c,
                        0x6d,
                        0x6e,
                        0x6f,
                        0x70,
                        0x71,
                        0x72,
                        0x73,
                        0x74,
                        0x75,
                        0x76,
                        0x77,
                        0x78,
                        0x79,
                        0x7a,
                        0x7b,
                        0x7c,
                        0x7d,
                        0x7e,
                        0x7f:
                    push(code, pc + 1, op - 0x5f, s, sp);
                    sp += 4;
                    pc += op - 0x5e;
                    continue;
                case 0x80, 0x81, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8d, 0x8e, 0x8f:
                    Words.copy(s, sp - 4 * (op - 0x7f), s, sp);
                    sp += 4;
                    break;
                case 0x90, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9d, 0x9e, 0x9f:
                    swap(s, sp - 4, sp - 4 * (op - 0x8e));
                    break;
                default: {
                    save(f, pc, sp, gas);
                    int signal = Instructions.execute(m, f, op);
                    if (signal != Signal.NEXT) {
                        return signal;
                    }
                    sp = f.sp;
                    gas = f.gas;
                    break;
                }
            }
            pc++;
        }
    }

    private static void save(Frame f, int pc, int sp, long gas) {
        f.pc = pc;
        f.sp = sp;
        f.gas = gas;
    }

    /// Whether the 32 bytes at the offset in the word at `w` are not all in active memory.
    private static boolean outside(Frame f, long[] s, int w) {
        return (s[w + 1] | s[w + 2] | s[w + 3]) != 0 || s[w] < 0 || s[w] > f.memorySize - 32;
    }

    private static int target(Code code, long[] s, int w) {
        boolean fits = (s[w + 1] | s[w + 2] | s[w + 3]) == 0;
        return fits && code.isDestination(s[w]) ? (int) s[w] : -1;
    }

    /// The constant of `count` bytes, nine or more: the part of a limb that comes first, then whole limbs.
    private static void push(byte[] code, int at, int count, long[] s, int w) {
        int full = count >> 3;
        int rest = count & 7;
        int position = at;
        for (int i = 3; i >= 0; i--) {
            if (i >= full) {
                s[w + i] = i == full && rest != 0 ? Words.readLong(code, position) >>> (64 - 8 * rest) : 0;
                position += i == full ? rest : 0;
            } else {
                s[w + i] = Words.readLong(code, position);
                position += 8;
            }
        }
    }

    private static void swap(long[] s, int a, int b) {
        for (int i = 0; i < 4; i++) {
            long kept = s[a + i];
            s[a + i] = s[b + i];
            s[b + i] = kept;
        }
    }
}
