package org.lifeboat.conformance.fuzz;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.List;
import org.lifeboat.evm.rules.ForkRules;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;

/// Writes instructions one after the other and keeps the height of the stack in mind.
class CodeWriter {
    private static final int MSTORE = 0x52;
    private static final int GAS = 0x5a;
    private static final int JUMPDEST = 0x5b;
    private static final int PUSH1 = 0x60;

    final Dice dice;
    final ForkRules rules;
    final List<Address> known;
    final ByteArrayOutputStream code = new ByteArrayOutputStream();
    int height;

    CodeWriter(Dice dice, ForkRules rules, List<Address> known) {
        this.dice = dice;
        this.rules = rules;
        this.known = known;
    }

    /// One that the fork defines, with few exceptions.
    final int pick(int... opcodes) {
        int opcode = opcodes[dice.below(opcodes.length)];
        while (!rules.defines(opcode) && dice.chance(98)) {
            opcode = opcodes[dice.below(opcodes.length)];
        }
        return opcode;
    }

    final boolean usable(int opcode) {
        return rules.defines(opcode) || dice.chance(2);
    }

    /// Puts bytes into memory from 0.
    final void store(Bytes data) {
        for (int at = 0; at < data.size(); at += 32) {
            byte[] word = new byte[32];
            for (int i = 0; i < Math.min(32, data.size() - at); i++) {
                word[i] = data.at(at + i);
            }
            push(new BigInteger(1, word));
            push(BigInteger.valueOf(at));
            emit(MSTORE);
            height -= 2;
        }
    }

    final void account() {
        push(
                dice.chance(96)
                        ? new BigInteger(1, dice.one(known).toArray())
                        : new BigInteger(1, dice.bytes(32).toArray()));
    }

    final void gas() {
        if (dice.chance(70)) {
            emit(GAS);
            height++;
        } else {
            push(dice.chance(80) ? BigInteger.valueOf(dice.below(100_000)) : dice.word());
        }
    }

    /// Size, then offset.
    final void range() {
        push(BigInteger.valueOf(dice.below(100)));
        offset();
    }

    final void offset() {
        push(dice.chance(995, 1000) ? BigInteger.valueOf(dice.below(300)) : dice.word());
    }

    final void push(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
        int size = bytes.length - from;
        emit(PUSH1 + size - 1);
        code.write(bytes, from, size);
        height++;
    }

    /// A PUSH2 whose two bytes [#land] fills in.
    /// @return their place
    final int forward() {
        emit(PUSH1 + 1);
        int place = code.size();
        code.write(0);
        code.write(0);
        height++;
        return place;
    }

    final void land(int patch) {
        byte[] sofar = code.toByteArray();
        sofar[patch] = (byte) (sofar.length >> 8);
        sofar[patch + 1] = (byte) sofar.length;
        code.reset();
        code.writeBytes(sofar);
        emit(JUMPDEST);
    }

    final void emit(int opcode) {
        code.write(opcode);
    }
}
