package org.lifeboat.conformance.evm;

import java.math.BigInteger;
import org.lifeboat.evm.rules.Fork;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.rlp.RlpWriter;

/// The difficulty a block of the time of proof of work must have.
final class Difficulty {
    /// Source: Yellow Paper, section 4.4.4, `D_0`.
    private static final BigInteger LEAST = BigInteger.valueOf(131_072);

    private static final BigInteger QUOTIENT = BigInteger.valueOf(2048);

    /// The bomb's period. Source: Yellow Paper, section 4.4.4, `epsilon`.
    private static final long PERIOD = 100_000;

    private Difficulty() {}

    static BigInteger next(Fork fork, BlockHeader header, BlockHeader parent) {
        BigInteger step = parent.difficulty().divide(QUOTIENT);
        BigInteger moved = parent.difficulty().add(step.multiply(BigInteger.valueOf(factor(fork, header, parent))));
        long bombAt = Math.max(0, header.number() - delay(fork)) / PERIOD;
        BigInteger bomb = bombAt > 1 ? BigInteger.ONE.shiftLeft((int) bombAt - 2) : BigInteger.ZERO;
        return moved.max(LEAST).add(bomb);
    }

    private static long factor(Fork fork, BlockHeader header, BlockHeader parent) {
        long seconds = header.unixSeconds() - parent.unixSeconds();
        if (fork == Fork.FRONTIER) {
            return seconds < 13 ? 1 : -1; // Yellow Paper of Frontier: the duration limit is 13 seconds
        }
        if (fork.compareTo(Fork.BYZANTIUM) < 0) {
            return Math.max(1 - seconds / 10, -99); // EIP-2
        }
        boolean uncles = !parent.ommersHash()
                .equals(Keccak256.hash(new RlpWriter().list(_ -> {}).toBytes()));
        return Math.max((uncles ? 2 : 1) - seconds / 9, -99); // EIP-100
    }

    /// How many blocks the bomb is held back: EIP-649, EIP-1234, EIP-2384 and EIP-3554, of which the later two
    /// are counted to the fork that followed. All count from the block after the parent, hence less one.
    private static long delay(Fork fork) {
        if (fork.compareTo(Fork.BYZANTIUM) < 0) {
            return 0;
        }
        return switch (fork) {
            case BYZANTIUM -> 3_000_000 - 1;
            case CONSTANTINOPLE, PETERSBURG, ISTANBUL -> 5_000_000 - 1;
            case BERLIN -> 9_000_000 - 1;
            default -> 9_700_000 - 1;
        };
    }
}
