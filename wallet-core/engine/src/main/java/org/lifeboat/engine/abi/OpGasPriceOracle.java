package org.lifeboat.engine.abi;

import java.math.BigInteger;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;

/// The contract that tells what an OP Stack chain charges beside its own gas.
/// Source: OP Stack specification, "Predeploys", `GasPriceOracle`; "L1 data fee" (Ecotone, Fjord), "Operator fee"
/// (Isthmus, Jovian).
public final class OpGasPriceOracle {
    public static final Address ADDRESS = Address.fromHex("0x420000000000000000000000000000000000000F");

    private static final AbiFunction L1_FEE = new AbiFunction("getL1Fee(bytes)", "(uint256)");
    private static final AbiFunction L1_FEE_UPPER_BOUND = new AbiFunction("getL1FeeUpperBound(uint256)", "(uint256)");
    private static final AbiFunction OPERATOR_FEE = new AbiFunction("getOperatorFee(uint256)", "(uint256)");

    private OpGasPriceOracle() {}

    /// The L1 data fee of a transaction. The contract adds the room of a signature by itself.
    /// @param unsigned the unsigned, serialised transaction
    public static Bytes l1Fee(Bytes unsigned) {
        return L1_FEE.call(unsigned);
    }

    /// The most that a transaction of this size can cost, whatever its bytes. Since: Fjord.
    /// @param unsignedSize of the serialised transaction without its signature, in bytes
    public static Bytes l1FeeUpperBound(int unsignedSize) {
        return L1_FEE_UPPER_BOUND.call(BigInteger.valueOf(unsignedSize));
    }

    /// The operator fee for an amount of gas; charged on the gas limit, settled on the gas used. Since: Isthmus.
    public static Bytes operatorFee(long gas) {
        return OPERATOR_FEE.call(BigInteger.valueOf(gas));
    }
}
