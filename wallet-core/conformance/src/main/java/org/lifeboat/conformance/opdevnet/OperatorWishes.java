package org.lifeboat.conformance.opdevnet;

import java.math.BigInteger;
import org.lifeboat.engine.abi.AbiFunction;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Wei;
import org.lifeboat.testkit.opdevnet.DevnetFacts;

/// What the chain's operator sets on L1, in `SystemConfig`: prices and limits of the L2.
final class OperatorWishes {
    private static final long GAS = 300_000;

    private final Actor admin;
    private final Address systemConfig;

    OperatorWishes(Stage stage) {
        this.admin = stage.onL1(DevnetFacts.Role.ADMIN);
        this.systemConfig = Address.fromHex(stage.facts().contract("SystemConfig"));
    }

    /// @param scalar and `constant` as in the specification, isthmus and jovian, "Operator Fee"
    void operatorFee(long scalar, long constant) {
        set("setOperatorFeeScalars(uint32,uint64)", scalar, BigInteger.valueOf(constant));
    }

    /// Jovian: wei.
    void minBaseFee(long wei) {
        set("setMinBaseFee(uint64)", BigInteger.valueOf(wei));
    }

    /// Jovian: gas a byte of data counts as.
    void footprintScalar(int scalar) {
        set("setDAFootprintGasScalar(uint16)", scalar);
    }

    /// Holocene: how the base fee moves.
    void feeParameters(long denominator, long elasticity) {
        set("setEIP1559Params(uint32,uint32)", denominator, elasticity);
    }

    /// Ecotone: prices of L1 data.
    void dataPrices(long baseFeeScalar, long blobBaseFeeScalar) {
        set("setGasConfigEcotone(uint32,uint32)", baseFeeScalar, blobBaseFeeScalar);
    }

    void gasLimit(long limit) {
        set("setGasLimit(uint64)", BigInteger.valueOf(limit));
    }

    private void set(String signature, Object... values) {
        admin.run(systemConfig, Wei.ZERO, new AbiFunction(signature, "()").call(values), GAS);
    }
}
