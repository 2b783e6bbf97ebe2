package org.lifeboat.conformance.fuzz;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

/// Seeded choices: the same seed makes the same case, on every computer.
final class Dice {
    private static final List<BigInteger> EDGES = edges();

    private final SplittableRandom random;
    private final Set<Integer> avoided;

    Dice(long seed) {
        this(seed, Set.of());
    }

    /// @param avoided precompiled contracts, by number, that no program is to call on purpose
    Dice(long seed, Set<Integer> avoided) {
        this.random = new SplittableRandom(seed);
        this.avoided = Set.copyOf(avoided);
    }

    boolean avoids(int precompile) {
        return avoided.contains(precompile);
    }

    /// From 0 to `bound` less one.
    int below(int bound) {
        return random.nextInt(bound);
    }

    long longBelow(long bound) {
        return random.nextLong(bound);
    }

    /// True in `percent` of a hundred throws.
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /// True in `of` throws out of `all`.
    boolean chance(int of, int all) {
        return random.nextInt(all) < of;
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    Bytes bytes(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }

    Hash32 hash() {
        return Hash32.of(bytes(Hash32.SIZE).toArray());
    }

    /// A 256-bit number: small ones and those at edges far more often than chance would have them.
    BigInteger word() {
        return switch (below(6)) {
            case 0, 1 -> BigInteger.valueOf(below(40));
            case 2, 3 -> one(EDGES);
            case 4 -> new BigInteger(1, bytes(1 + below(32)).toArray());
            default -> new BigInteger(1, bytes(32).toArray());
        };
    }

    private static List<BigInteger> edges() {
        BigInteger two = BigInteger.TWO;
        return java.util.stream.IntStream.of(7, 8, 15, 16, 31, 32, 63, 64, 65, 127, 128, 160, 192, 255, 256)
                .mapToObj(two::pow)
                .flatMap(power -> java.util.stream.Stream.of(
                        power.subtract(BigInteger.ONE), power, power.add(BigInteger.ONE), power.negate()))
                .map(number -> number.mod(two.pow(256)))
                .distinct()
                .toList();
    }
}
