package org.lifeboat.evm.precompile;

import java.math.BigInteger;

/// How a fork prices modular exponentiation, and how large its numbers may be.
enum ModExpPrice {
    /// Byzantium.
    EIP_198(false) {
        @Override
        BigInteger price(BigInteger longest, BigInteger iterations) {
            BigInteger square = longest.multiply(longest);
            BigInteger complexity;
            if (longest.compareTo(n(64)) <= 0) {
                complexity = square;
            } else if (longest.compareTo(n(1024)) <= 0) {
                complexity = square.divide(n(4)).add(longest.multiply(n(96))).subtract(n(3072));
            } else {
                complexity = square.divide(n(16)).add(longest.multiply(n(480))).subtract(n(199_680));
            }
            return complexity.multiply(iterations.max(BigInteger.ONE)).divide(n(20));
        }

        @Override
        long longExponentFactor() {
            return 8;
        }
    },
    /// Berlin.
    EIP_2565(false) {
        @Override
        BigInteger price(BigInteger longest, BigInteger iterations) {
            BigInteger words = words(longest);
            BigInteger complexity = words.multiply(words);
            return complexity
                    .multiply(iterations.max(BigInteger.ONE))
                    .divide(n(3))
                    .max(n(200));
        }

        @Override
        long longExponentFactor() {
            return 8;
        }
    },
    /// Osaka, with the bounds of EIP-7823.
    EIP_7883(true) {
        @Override
        BigInteger price(BigInteger longest, BigInteger iterations) {
            BigInteger words = words(longest);
            BigInteger complexity = longest.compareTo(n(32)) <= 0
                    ? n(16)
                    : words.multiply(words).shiftLeft(1);
            return complexity.multiply(iterations.max(BigInteger.ONE)).max(n(500));
        }

        @Override
        long longExponentFactor() {
            return 16;
        }
    };

    /// Whether EIP-7823 bounds the lengths.
    final boolean bounded;

    ModExpPrice(boolean bounded) {
        this.bounded = bounded;
    }

    /// @param rule the number of the EIP; forks without the contract have 0, and get the oldest price
    static ModExpPrice of(long rule) {
        if (rule == 7883) {
            return EIP_7883;
        }
        return rule == 2565 ? EIP_2565 : EIP_198;
    }

    /// @param longest the longer of base and modulus in bytes
    /// @param iterations `adjusted_exponent_length` or `iteration_count` of the EIPs, before it is made at
    /// least 1
    abstract BigInteger price(BigInteger longest, BigInteger iterations);

    /// Iterations for each byte of the exponent beyond 32.
    abstract long longExponentFactor();

    private static BigInteger n(long number) {
        return BigInteger.valueOf(number);
    }

    private static BigInteger words(BigInteger bytes) {
        return bytes.add(n(7)).divide(n(8));
    }
}
