package org.lifeboat.conformance.fuzz;

import java.math.BigInteger;
import java.util.List;
import org.lifeboat.evm.rules.ForkRules;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;

/// Writes bytecode that mostly means something: the height of the stack is kept in mind, jumps go to places that
/// exist, calls to accounts that do something, opcodes are ones the fork defines. Now and then it does none
/// of this. Source of the numbers: Yellow Paper, appendix H.2, and the EIPs named in `evm.rules`.
final class Program extends CodeWriter {
    private static final int STOP = 0x00;
    private static final int ISZERO = 0x15;
    private static final int KECCAK = 0x20;
    private static final int RETURNDATASIZE = 0x3d;
    private static final int POP = 0x50;
    private static final int MSTORE = 0x52;
    private static final int JUMP = 0x56;
    private static final int JUMPI = 0x57;
    private static final int JUMPDEST = 0x5b;
    private static final int PUSH1 = 0x60;
    private static final int DUP1 = 0x80;
    private static final int SWAP1 = 0x90;
    private static final int LOG0 = 0xa0;
    private static final int CREATE = 0xf0;
    private static final int CALL = 0xf1;
    private static final int CALLCODE = 0xf2;
    private static final int RETURN = 0xf3;
    private static final int CREATE2 = 0xf5;
    private static final int REVERT = 0xfd;
    private static final int SELFDESTRUCT = 0xff;

    /// Opcodes by what they take and give; the ones with an own meaning have an own method below.
    private static final int[] NO_OPERAND = {
        0x30, 0x32, 0x33, 0x34, 0x36, 0x38, 0x3a, 0x3d, 0x41, 0x42, 0x43, 0x44, 0x45, 0x46, 0x47, 0x48, 0x4a, 0x58,
        0x59, 0x5a
    };

    private static final int[] ONE_OPERAND = {ISZERO, 0x19, 0x1e, 0x35, 0x40, 0x49};
    private static final int[] TWO_OPERANDS = {
        0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x0a, 0x0b, 0x10, 0x11, 0x12, 0x13, 0x14, 0x16, 0x17, 0x18, 0x1a,
        0x1b, 0x1c, 0x1d
    };
    private static final int[] THREE_OPERANDS = {0x08, 0x09};
    private static final int[] OF_AN_ACCOUNT = {0x31, 0x3b, 0x3f};
    private static final int[] CALLS = {CALL, CALL, CALL, CALLCODE, 0xf4, 0xf4, 0xfa, 0xfa};

    private Program(Dice dice, ForkRules rules, List<Address> known) {
        super(dice, rules, known);
    }

    /// @param known accounts to call, look at, and send to
    /// @param pieces about so many statements
    /// @param depth how many levels of creation may be nested in the bytes
    static Bytes of(Dice dice, ForkRules rules, List<Address> known, int pieces, int depth) {
        Program program = new Program(dice, rules, known);
        program.body(pieces, depth);
        program.end();
        return Bytes.of(program.code.toByteArray());
    }

    private void body(int pieces, int depth) {
        for (int piece = 0; piece < pieces; piece++) {
            piece(depth);
        }
    }

    private void piece(int depth) {
        switch (dice.below(26)) {
            case 0, 1, 2, 3, 4 -> arithmetic();
            case 5, 6 -> push(dice.word());
            case 7 -> environment();
            case 8, 9 -> shuffle();
            case 10, 11 -> memory();
            case 12 -> copy();
            case 13, 14, 15 -> storage();
            case 16 -> log();
            case 17, 18, 19 -> call();
            case 20 -> precompile();
            case 21 -> create(depth);
            case 22 -> skip(depth);
            case 23 -> loop(depth);
            case 24 -> hash();
            default -> odd();
        }
    }

    private void arithmetic() {
        switch (dice.below(8)) {
            case 0 -> operation(pick(THREE_OPERANDS), 3);
            case 1, 2 -> operation(pick(ONE_OPERAND), 1);
            default -> operation(pick(TWO_OPERANDS), 2);
        }
    }

    /// Takes its operands from the stack where they are, else pushes them; one result.
    private void operation(int opcode, int operands) {
        while (height < operands || (height < 900 && dice.chance(50) && operands > 0 && dice.chance(40))) {
            push(dice.word());
        }
        emit(opcode);
        height += 1 - operands;
    }

    private void environment() {
        if (dice.chance(30)) {
            account();
            emit(pick(OF_AN_ACCOUNT));
        } else {
            emit(pick(NO_OPERAND));
            height++;
        }
    }

    private void shuffle() {
        if (height == 0) {
            push(dice.word());
        }
        int reach = Math.min(16, height);
        if (dice.chance(50)) {
            emit(DUP1 + dice.below(reach));
            height++;
        } else if (height > 1) {
            emit(SWAP1 + dice.below(Math.min(16, height - 1)));
        } else {
            emit(POP);
            height--;
        }
    }

    private void memory() {
        switch (dice.below(4)) {
            case 0 -> {
                offset();
                emit(0x51);
            }
            case 1 -> {
                push(dice.word());
                offset();
                emit(0x53);
                height -= 2;
            }
            default -> {
                push(dice.word());
                offset();
                emit(MSTORE);
                height -= 2;
            }
        }
    }

    /// CALLDATACOPY, CODECOPY, RETURNDATACOPY, MCOPY, EXTCODECOPY.
    private void copy() {
        int[] copies = {0x37, 0x39, 0x3e, 0x5e, 0x3c};
        int opcode = pick(copies);
        if (opcode == 0x3e && dice.chance(80)) { // beyond what was returned, it would only halt
            emit(RETURNDATASIZE);
            height++;
            push(BigInteger.ZERO);
            offset();
        } else {
            push(BigInteger.valueOf(dice.below(80)));
            push(dice.chance(97) ? BigInteger.valueOf(dice.below(80)) : dice.word());
            offset();
        }
        boolean ofAnother = opcode == 0x3c;
        if (ofAnother) {
            account();
        }
        emit(opcode);
        height -= ofAnother ? 4 : 3;
    }

    private void storage() {
        boolean transientStorage = dice.chance(20) && usable(0x5c);
        if (dice.chance(35)) {
            push(slot());
            emit(transientStorage ? 0x5c : 0x54);
        } else {
            push(dice.chance(70) ? BigInteger.valueOf(dice.below(3)) : dice.word());
            push(slot());
            emit(transientStorage ? 0x5d : 0x55);
            height -= 2;
        }
    }

    private BigInteger slot() {
        return dice.chance(90) ? BigInteger.valueOf(dice.below(6)) : dice.word();
    }

    private void log() {
        int topics = dice.below(5);
        for (int topic = 0; topic < topics; topic++) {
            push(dice.word());
        }
        push(BigInteger.valueOf(dice.below(70)));
        offset();
        emit(LOG0 + topics);
        height -= topics + 2;
    }

    private void call() {
        int kind = pick(CALLS);
        range();
        range();
        boolean sends = kind == CALL || kind == CALLCODE;
        if (sends) {
            push(dice.chance(60) ? BigInteger.ZERO : BigInteger.valueOf(dice.below(100)));
        }
        account();
        gas();
        emit(kind);
        height -= sends ? 6 : 5;
    }

    private void precompile() {
        PrecompileInput input = PrecompileInput.of(dice);
        store(input.data());
        push(BigInteger.valueOf(dice.below(97)));
        push(BigInteger.ZERO);
        push(BigInteger.valueOf(input.data().size() - (dice.chance(8) ? 1 : 0)).max(BigInteger.ZERO));
        push(BigInteger.ZERO);
        push(BigInteger.valueOf(input.number()));
        boolean sends = !usable(0xfa);
        if (sends) {
            int address = height;
            push(BigInteger.ZERO);
            emit(SWAP1);
            height = address + 1;
        }
        gas();
        emit(sends ? CALL : 0xfa);
        height -= sends ? 6 : 5;
    }

    private void create(int depth) {
        if (depth == 0) {
            return;
        }
        Bytes init =
                dice.chance(85) ? of(dice, rules, known, 1 + dice.below(6), depth - 1) : dice.bytes(1 + dice.below(40));
        store(init);
        boolean two = dice.chance(50) && usable(CREATE2);
        if (two) {
            push(BigInteger.valueOf(dice.below(3)));
        }
        push(BigInteger.valueOf(init.size()));
        push(BigInteger.ZERO);
        push(dice.chance(70) ? BigInteger.ZERO : BigInteger.valueOf(dice.below(50)));
        emit(two ? CREATE2 : CREATE);
        height -= two ? 3 : 2;
        if (dice.chance(50)) { // call what was made
            int made = height;
            for (int zero = 0; zero < 5; zero++) {
                push(BigInteger.ZERO);
            }
            emit(DUP1 + height - made);
            height++;
            gas();
            emit(CALL);
            height -= 6;
        }
    }

    /// A forward jump over a piece, taken or not.
    private void skip(int depth) {
        push(dice.chance(50) ? BigInteger.valueOf(dice.below(2)) : dice.word());
        int patch = forward();
        emit(JUMPI);
        height -= 2;
        int before = height;
        Program inner = new Program(dice, rules, known);
        inner.piece(depth == 0 ? 0 : depth - 1);
        level(inner);
        code.writeBytes(inner.code.toByteArray());
        height = before;
        land(patch);
    }

    /// Takes off what the inner program left, so that both ways meet at the same height.
    private static void level(Program inner) {
        while (inner.height > 0) {
            inner.emit(POP);
            inner.height--;
        }
    }

    private void loop(int depth) {
        push(BigInteger.valueOf(1 + dice.below(dice.chance(10) ? 200 : 6)));
        int start = code.size();
        if (start > 0xffff) {
            return;
        }
        emit(JUMPDEST);
        Program inner = new Program(dice, rules, known);
        inner.storage();
        inner.piece(depth == 0 ? 0 : depth - 1);
        if (inner.jumps()) { // its targets would lie elsewhere here
            return;
        }
        level(inner);
        code.writeBytes(inner.code.toByteArray());
        push(BigInteger.ONE);
        emit(SWAP1);
        emit(0x03);
        height--;
        emit(DUP1);
        emit(PUSH1 + 1);
        code.write(start >> 8);
        code.write(start);
        emit(JUMPI);
    }

    private boolean jumps() {
        for (byte each : code.toByteArray()) {
            if (each == JUMPI || each == JUMP) {
                return true;
            }
        }
        return false;
    }

    private void hash() {
        push(BigInteger.valueOf(dice.below(100)));
        offset();
        emit(KECCAK);
        height--;
    }

    private void odd() {
        switch (dice.below(7)) {
            case 0 -> {
                if (dice.chance(30)) {
                    emit(dice.below(256));
                }
            }
            case 1 -> {
                if (dice.chance(20)) {
                    push(dice.word());
                    emit(JUMP);
                    height--;
                }
            }
            case 2 -> emit(JUMPDEST);
            case 3 -> {
                if (dice.chance(20)) { // mostly far beyond any gas
                    push(dice.word());
                    push(dice.word());
                    emit(MSTORE);
                    height -= 2;
                }
            }
            case 4 -> {
                push(BigInteger.valueOf(dice.below(120)));
                push(BigInteger.ZERO);
                emit(pick(RETURN, REVERT));
                height -= 2;
            }
            case 5 -> {
                if (usable(0x5f)) {
                    emit(0x5f); // PUSH0
                    height++;
                }
            }
            default -> {
                if (dice.chance(20)) {
                    code.writeBytes(dice.bytes(dice.below(5)).toArray());
                }
            }
        }
    }

    private void end() {
        switch (dice.below(10)) {
            case 0, 1, 2, 3 -> {
                push(BigInteger.valueOf(dice.below(100)));
                push(BigInteger.valueOf(dice.below(64)));
                emit(RETURN);
            }
            case 4 -> {
                push(BigInteger.valueOf(dice.below(100)));
                push(BigInteger.valueOf(dice.below(64)));
                emit(pick(REVERT, RETURN));
            }
            case 6 -> {
                account();
                emit(SELFDESTRUCT);
            }
            case 7 -> emit(dice.chance(30) ? 0xfe : STOP);
            default -> emit(STOP);
        }
    }
}
