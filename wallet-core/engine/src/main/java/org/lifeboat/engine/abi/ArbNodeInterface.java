package org.lifeboat.engine.abi;

import com.esaulpaugh.headlong.abi.Tuple;
import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Wei;

/// The virtual contract of an Arbitrum node that splits a gas estimate into its L1 and its L2 part.
/// Source: OffchainLabs/nitro-contracts, `src/node-interface/NodeInterface.sol`, `gasEstimateL1Component`.
public final class ArbNodeInterface {
    public static final Address ADDRESS = Address.fromHex("0x00000000000000000000000000000000000000C8");

    private static final AbiFunction L1_COMPONENT =
            new AbiFunction("gasEstimateL1Component(address,bool,bytes)", "(uint64,uint256,uint256)");

    private ArbNodeInterface() {}

    /// @param gasForL1 in units of L2 gas; `eth_estimateGas` already contains it
    /// @param baseFee of L2, a unit of gas
    public record L1Component(Gas gasForL1, Wei baseFee) {
        public Wei fee() {
            return baseFee.times(gasForL1.amount());
        }
    }

    public static Bytes l1Component(Address to, Bytes data) {
        return L1_COMPONENT.call(to, false, data);
    }

    /// @return empty if the answer is not of that form
    public static Optional<L1Component> result(Bytes returned) {
        return L1_COMPONENT.results(returned).flatMap(ArbNodeInterface::toComponent);
    }

    private static Optional<L1Component> toComponent(Tuple tuple) {
        BigInteger gas = tuple.get(0);
        BigInteger baseFee = tuple.get(1);
        return gas.bitLength() > 62
                ? Optional.empty()
                : Optional.of(new L1Component(new Gas(gas.longValueExact()), new Wei(baseFee)));
    }
}
