package org.lifeboat.rollups.opstack.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;

class DepositTransactionTest {
    /// The first transaction of OP Sepolia's block 26207960.
    static final Bytes REAL = Bytes.fromHex("0x7ef8f8a077efb5d9d697e7e37fffcb8b904e28df49667b73d9fc17515eb0e4a0c377d3db"
            + "94deaddeaddeaddeaddeaddeaddeaddeaddead00019442000000000000000000000000000000000000158080830f424080b8a4"
            + "440a5e2000001db0000d273000000000000000000000000067f6a91000000000007b5f41000000000000000000000000000000"
            + "0000000000000000000000000001d276cd00000000000000000000000000000000000000000000000000000000000000019244"
            + "875342f5e0c1624d00f249b1a7996137b1eb44bdf16396f98f76a1bec6fa0000000000000000000000008f23bb38f531600e5d"
            + "8fddaaec41f13fab46e98c");

    @Test
    void readsARealOneAndWritesTheSameBytes() {
        Answer<DepositTransaction> answer = DepositTransaction.decode(REAL);

        assertThat(answer).isInstanceOfSatisfying(Answer.Proven.class, proven -> {
            DepositTransaction deposit = (DepositTransaction) proven.value();
            assertThat(deposit.from()).isEqualTo(L1Attributes.DEPOSITOR);
            assertThat(deposit.to()).contains(L1Attributes.CONTRACT);
            assertThat(deposit.gas()).isEqualTo(new Gas(1_000_000));
            assertThat(deposit.mint()).isEqualTo(Wei.ZERO);
            assertThat(deposit.system()).isFalse();
            assertThat(deposit.encoded()).isEqualTo(REAL);
        });
    }

    @Test
    void refusesWhatIsCutOffLongerOrOfAnotherType() {
        for (int size = 0; size < REAL.size(); size += 7) {
            assertThat(DepositTransaction.decode(Bytes.copyOf(REAL.toArray(), 0, size)))
                    .isInstanceOf(Answer.Refuted.class);
        }
        assertThat(DepositTransaction.decode(REAL.plus(Bytes.of((byte) 0)))).isInstanceOf(Answer.Refuted.class);
        byte[] other = REAL.toArray();
        other[0] = 2;
        assertThat(DepositTransaction.decode(Bytes.of(other))).isInstanceOf(Answer.Refuted.class);
    }

    @Test
    void anotherFlagThanZeroAndOneIsRefused() {
        DepositTransaction system = new DepositTransaction(
                Hash32.ZERO, Address.ZERO, Optional.empty(), Wei.of(1), Wei.of(2), new Gas(3), true, Bytes.EMPTY);
        byte[] encoded = system.encoded().toArray();
        assertThat(DepositTransaction.decode(Bytes.of(encoded))).isEqualTo(new Answer.Proven<>(system));
        encoded[encoded.length - 2] = 2; // the flag; only the empty data comes after it
        assertThat(DepositTransaction.decode(Bytes.of(encoded))).isInstanceOf(Answer.Refuted.class);
    }
}
