package org.lifeboat.evm.precompile;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/// 0x05: `base ^ exponent mod modulus`, each number as long as the input says. Sources: EIP-198, 2565, 7823,
/// 7883.
record ModExp(ModExpPrice price) implements Precompile {
    private static final int HEAD = 96;
    private static final BigInteger WORD = BigInteger.valueOf(32);

    /// The greatest length of a number in bytes. Source: EIP-7823. Since: Osaka.
    private static final BigInteger LONGEST = BigInteger.valueOf(1024);

    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    /// Reads four words of the input at most.
    @Override
    public long gas(byte[] data, int offset, int size) {
        int end = offset + size;
        BigInteger baseLength = number(data, offset, end, 32);
        BigInteger exponentLength = number(data, offset + 32, end, 32);
        BigInteger longest = baseLength.max(number(data, offset + 64, end, 32));
        BigInteger headOffset = baseLength.add(BigInteger.valueOf(HEAD));
        int headLength = exponentLength.min(WORD).intValue();
        BigInteger head = headOffset.compareTo(BigInteger.valueOf(size)) < 0
                ? number(data, offset + headOffset.intValue(), end, headLength)
                : BigInteger.ZERO;
        BigInteger iterations = BigInteger.valueOf(Math.max(0, head.bitLength() - 1));
        if (exponentLength.compareTo(WORD) > 0) {
            BigInteger beyond = exponentLength.subtract(WORD);
            iterations = iterations.add(beyond.multiply(BigInteger.valueOf(price.longExponentFactor())));
        }
        return price.price(longest, iterations).min(MOST).longValue();
    }

    @Override
    public Optional<byte[]> run(byte[] input) {
        if (tooLong(input)) {
            return Optional.empty();
        }
        // Whoever paid for them has lengths that fit; only a modulus of no bytes lets the others be anything.
        if (length(input, 2).signum() == 0) {
            return Optional.of(new byte[0]);
        }
        int baseLength = length(input, 0).intValueExact();
        int exponentLength = length(input, 1).intValueExact();
        int modulusLength = length(input, 2).intValueExact();
        BigInteger modulus = number(input, HEAD + baseLength + exponentLength, modulusLength);
        if (modulus.signum() == 0) {
            return Optional.of(new byte[modulusLength]);
        }
        BigInteger base = number(input, HEAD, baseLength);
        BigInteger exponent = number(input, HEAD + baseLength, exponentLength);
        return Optional.of(padded(base.modPow(exponent, modulus), modulusLength));
    }

    /// EIP-7823.
    private boolean tooLong(byte[] input) {
        BigInteger longest = length(input, 0).max(length(input, 1)).max(length(input, 2));
        return price.bounded && longest.compareTo(LONGEST) > 0;
    }

    private static BigInteger length(byte[] input, int index) {
        return number(input, 32 * index, 32);
    }

    private static BigInteger number(byte[] input, int from, int length) {
        return number(input, from, input.length, length);
    }

    /// The bytes from the input's end on are zeros.
    private static BigInteger number(byte[] data, int from, int end, int length) {
        if (from >= end) {
            return BigInteger.ZERO;
        }
        byte[] there = Arrays.copyOfRange(data, from, Math.min(end, from + length));
        return new BigInteger(1, there).shiftLeft(8 * (length - there.length));
    }

    private static byte[] padded(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] output = new byte[length];
        int copied = Math.min(bytes.length, length);
        System.arraycopy(bytes, bytes.length - copied, output, length - copied, copied);
        return output;
    }
}
