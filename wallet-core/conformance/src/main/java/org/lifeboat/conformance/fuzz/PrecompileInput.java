package org.lifeboat.conformance.fuzz;

import java.math.BigInteger;
import java.util.List;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.tx.EcdsaSignature;

/// What a precompiled contract is called with: mostly something it can work on, with a byte changed now and then.
/// @param number its address
record PrecompileInput(int number, Bytes data) {
    private static final Secp256k1 CURVE = Secp256k1.preferred();

    /// The generator of BN254's first group (EIP-196).
    private static final Bytes BN_ONE = word(1).plus(word(2));

    static PrecompileInput of(Dice dice) {
        PrecompileInput input = any(dice);
        while (dice.avoids(input.number())) {
            input = any(dice);
        }
        return input;
    }

    private static PrecompileInput any(Dice dice) {
        int number = dice.chance(5) ? dice.below(0x14) : 1 + dice.below(0x12);
        if (number == 0x12) {
            number = 0x100; // P256VERIFY, EIP-7951
        }
        Bytes data = data(dice, number);
        return new PrecompileInput(number, dice.chance(10) ? damaged(dice, data) : data);
    }

    private static Bytes data(Dice dice, int number) {
        return switch (number) {
            case 1 -> signature(dice);
            case 5 -> power(dice);
            case 6 -> point(dice).plus(point(dice));
            case 7 -> point(dice).plus(word(dice.word()));
            case 8 -> dice.chance(50) ? Bytes.EMPTY : BN_ONE.plus(Bytes.of(new byte[128]));
            case 9 -> compression(dice);
            case 0x0a -> dice.bytes(192);
            case 0x0b -> Bytes.of(new byte[256]);
            case 0x0c -> Bytes.of(new byte[128]).plus(word(dice.word()));
            case 0x0d -> Bytes.of(new byte[512]);
            case 0x0e -> Bytes.of(new byte[256]).plus(word(dice.word()));
            case 0x0f -> Bytes.of(new byte[384 * dice.below(3)]);
            case 0x10 -> Bytes.of(new byte[16]).plus(small(dice, 48));
            case 0x11 ->
                Bytes.of(new byte[16])
                        .plus(small(dice, 48))
                        .plus(Bytes.of(new byte[16]))
                        .plus(small(dice, 48));
            default -> dice.bytes(dice.below(130));
        };
    }

    /// Below the field's modulus, whose first byte is 0x1a.
    private static Bytes small(Dice dice, int size) {
        byte[] bytes = dice.bytes(size).toArray();
        bytes[0] = (byte) dice.below(0x1a);
        return Bytes.of(bytes);
    }

    private static Bytes point(Dice dice) {
        return dice.chance(70) ? BN_ONE : Bytes.of(new byte[64]);
    }

    private static Bytes signature(Dice dice) {
        Hash32 digest = dice.hash();
        byte[] key = dice.bytes(32).toArray();
        key[0] &= 0x7f; // below the curve's order
        EcdsaSignature signature = CURVE.sign(digest.toArray(), key);
        return Bytes.of(digest.toArray())
                .plus(word(27 + signature.yParity()))
                .plus(word(signature.r()))
                .plus(word(signature.s()));
    }

    /// MODEXP's three lengths and numbers (EIP-198).
    private static Bytes power(Dice dice) {
        List<Integer> sizes = List.of(0, 1, 2, 8, 31, 32, 33, 40, 64);
        int base = dice.one(sizes);
        int exponent = dice.one(sizes);
        int modulus = dice.one(sizes);
        Bytes lengths = word(base).plus(word(exponent)).plus(word(modulus));
        if (dice.chance(5)) {
            lengths = word(dice.word()).plus(word(dice.word())).plus(word(modulus));
        }
        return lengths.plus(dice.bytes(base + exponent + modulus));
    }

    /// BLAKE2F (EIP-152): rounds, 64 + 128 + 16 bytes, the final flag.
    private static Bytes compression(Dice dice) {
        byte[] rounds = {0, 0, 0, (byte) dice.below(30)};
        return Bytes.of(rounds).plus(dice.bytes(208)).plus(Bytes.of((byte) dice.below(3)));
    }

    private static Bytes damaged(Dice dice, Bytes data) {
        if (data.isEmpty()) {
            return dice.bytes(1);
        }
        byte[] bytes = data.toArray();
        bytes[dice.below(bytes.length)] ^= (byte) (1 + dice.below(255));
        return Bytes.of(bytes);
    }

    private static Bytes word(long number) {
        return word(BigInteger.valueOf(number));
    }

    private static Bytes word(BigInteger number) {
        return Bytes.of(Hash32.ofNumber(number).toArray());
    }
}
