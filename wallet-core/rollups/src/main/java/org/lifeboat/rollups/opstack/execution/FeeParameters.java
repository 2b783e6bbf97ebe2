package org.lifeboat.rollups.opstack.execution;

import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.evm.block.BaseFee;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Wei;

/// How an L2's base fee moves from block to block. Since Holocene a header's `extraData` says it for the
/// block after it. Source: specification, holocene/exec-engine, "Dynamic EIP-1559 Parameters";
/// jovian/exec-engine, "Minimum Base Fee".
/// @param denominator and `elasticity` as in EIP-1559
/// @param leastBaseFee Jovian; zero before
public record FeeParameters(long denominator, long elasticity, Wei leastBaseFee) {
    private static final int HOLOCENE_SIZE = 9;
    private static final int JOVIAN_SIZE = 17;

    /// What the chain's configuration says, used before Holocene.
    /// @param beforeCanyon EIP-1559's denominator before Canyon
    /// @param denominator and since
    public record Defaults(long beforeCanyon, long denominator, long elasticity) {
        /// Those of the superchain's standard configuration.
        public static final Defaults STANDARD = new Defaults(50, 250, 6);
    }

    /// What the parent's header says of the block after it.
    /// @param parentFork the fork active in the parent
    /// @param fork the fork active in the block
    /// @return empty where `extraData` is not of the fork's form; zeros are not
    public static Optional<FeeParameters> from(Bytes extraData, OpFork parentFork, OpFork fork, Defaults defaults) {
        if (!parentFork.isAtLeast(OpFork.HOLOCENE)) {
            long denominator = fork.isAtLeast(OpFork.CANYON) ? defaults.denominator() : defaults.beforeCanyon();
            return Optional.of(new FeeParameters(denominator, defaults.elasticity(), Wei.ZERO));
        }
        boolean jovian = parentFork.isAtLeast(OpFork.JOVIAN);
        if (extraData.size() != (jovian ? JOVIAN_SIZE : HOLOCENE_SIZE) || extraData.at(0) != (jovian ? 1 : 0)) {
            return Optional.empty();
        }
        long denominator = number(extraData, 1, 4);
        long elasticity = number(extraData, 5, 4);
        Wei least = jovian ? new Wei(new BigInteger(1, extraData.sharedArray(), 9, 8)) : Wei.ZERO;
        return denominator == 0 || elasticity == 0
                ? Optional.empty()
                : Optional.of(new FeeParameters(denominator, elasticity, least));
    }

    private static long number(Bytes data, int from, int size) {
        long number = 0;
        for (int i = from; i < from + size; i++) {
            number = (number << 8) | (data.at(i) & 0xff);
        }
        return number;
    }

    /// The next block's base fee.
    /// @param used gas, or since Jovian the footprint of its data where that is more
    public Wei next(long parentLimit, long used, Wei parentFee) {
        Wei next = BaseFee.next(parentLimit, used, parentFee, elasticity, denominator);
        return next.compareTo(leastBaseFee) < 0 ? leastBaseFee : next;
    }
}
