package org.lifeboat.rollups.opstack.execution;

import java.math.BigInteger;
import org.lifeboat.evm.state.WorldState;
import org.lifeboat.evm.transaction.Surcharge;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.SignedTransaction;

/// The fees for L1 data and for the operator, and where these and the base fee go. Source: specification,
/// exec-engine, "Fees"; isthmus/exec-engine, "Operator Fee".
final class OpSurcharge implements Surcharge {
    /// Source: specification, predeploys.
    private static final Address BASE_FEE_VAULT = Address.fromHex("0x4200000000000000000000000000000000000019");

    private static final Address L1_FEE_VAULT = Address.fromHex("0x420000000000000000000000000000000000001a");
    private static final Address OPERATOR_FEE_VAULT = Address.fromHex("0x420000000000000000000000000000000000001b");

    private final OpFork fork;
    private final L1Attributes l1;
    private final BigInteger baseFee;
    private final BigInteger l1Fee;
    private final BigInteger operatorFee;

    /// @param encoded `signed`, as it stands in the block
    OpSurcharge(OpFork fork, L1Attributes l1, Wei baseFee, SignedTransaction signed, Bytes encoded) {
        this.fork = fork;
        this.l1 = l1;
        this.baseFee = baseFee.value();
        this.l1Fee = L1Fee.of(fork, l1, encoded).value();
        this.operatorFee = OperatorFee.of(
                        fork, l1, signed.transaction().gasLimit().amount())
                .value();
    }

    @Override
    public BigInteger reserve() {
        return l1Fee.add(operatorFee);
    }

    @Override
    public BigInteger settle(WorldState state, long gasUsed) {
        Surcharge.pay(state, state.account(BASE_FEE_VAULT), baseFee.multiply(BigInteger.valueOf(gasUsed)));
        Surcharge.pay(state, state.account(L1_FEE_VAULT), l1Fee);
        if (!fork.isAtLeast(OpFork.ISTHMUS)) {
            return BigInteger.ZERO;
        }
        BigInteger kept = OperatorFee.of(fork, l1, gasUsed).value();
        Surcharge.pay(state, state.account(OPERATOR_FEE_VAULT), kept);
        return operatorFee.subtract(kept);
    }
}
