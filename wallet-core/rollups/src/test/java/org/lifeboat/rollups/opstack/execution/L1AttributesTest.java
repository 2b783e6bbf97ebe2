package org.lifeboat.rollups.opstack.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;

class L1AttributesTest {
    private static final DepositTransaction REAL =
            ((Answer.Proven<DepositTransaction>) DepositTransaction.decode(DepositTransactionTest.REAL)).value();

    @Test
    void readsEcotonesFormFromARealBlock() {
        L1Attributes l1 = proven(L1Attributes.of(REAL));

        assertThat(l1.l1Number()).isEqualTo(0x7b5f41);
        assertThat(l1.l1UnixSeconds()).isEqualTo(0x67f6a910L);
        assertThat(l1.l1BaseFee()).isEqualTo(Wei.of(0x1d276cd));
        assertThat(l1.l1Hash())
                .isEqualTo(Hash32.fromHex("0x9244875342f5e0c1624d00f249b1a7996137b1eb44bdf16396f98f76a1bec6fa"));
        assertThat(l1.sequenceNumber()).isZero();
        assertThat(l1.scalars()).isEqualTo(new L1Attributes.Scalars.Ecotone(7600, 862000, Wei.of(1)));
        assertThat(l1.operatorFeeConstant()).isZero();
    }

    @Test
    void readsWhatIsthmusAndJovianAppended() {
        Bytes isthmus = Bytes.fromHex("0x098999be").plus(body()).plus(Bytes.fromHex("0x000003e8000000000000000a"));
        L1Attributes withOperator = proven(L1Attributes.of(calling(isthmus)));
        assertThat(withOperator.operatorFeeScalar()).isEqualTo(1000);
        assertThat(withOperator.operatorFeeConstant()).isEqualTo(BigInteger.TEN);
        assertThat(withOperator.footprintScalar()).isZero();

        Bytes jovian = Bytes.fromHex("0x3db6be2b").plus(body()).plus(Bytes.fromHex("0x000003e8000000000000000a"));
        assertThat(proven(L1Attributes.of(calling(jovian.plus(Bytes.fromHex("0x0190")))))
                        .footprintScalar())
                .isEqualTo(400);
        assertThat(proven(L1Attributes.of(calling(jovian.plus(Bytes.fromHex("0x0000")))))
                        .footprintScalar())
                .isEqualTo(400);
        assertThat(proven(L1Attributes.of(calling(jovian.plus(Bytes.fromHex("0x0007")))))
                        .footprintScalar())
                .isEqualTo(7);
    }

    @Test
    void anUnknownSelectorAsksForAnUpdateAndAWrongSizeIsRefused() {
        assertThat(L1Attributes.of(calling(Bytes.fromHex("0xffffffff").plus(body()))))
                .isInstanceOf(Answer.Unknown.class);
        assertThat(L1Attributes.of(calling(Bytes.copyOf(REAL.data().toArray(), 0, 163))))
                .isInstanceOf(Answer.Refuted.class);
        assertThat(L1Attributes.of(calling(Bytes.EMPTY))).isInstanceOf(Answer.Refuted.class);
    }

    @Test
    void onlyTheDepositorsCallCounts() {
        DepositTransaction strange = new DepositTransaction(
                REAL.sourceHash(), Address.ZERO, REAL.to(), Wei.ZERO, Wei.ZERO, REAL.gas(), false, REAL.data());
        assertThat(L1Attributes.of(strange)).isInstanceOf(Answer.Refuted.class);
    }

    private static Bytes body() {
        return Bytes.copyOf(REAL.data().toArray(), 4, REAL.data().size());
    }

    private static DepositTransaction calling(Bytes data) {
        return new DepositTransaction(
                Hash32.ZERO,
                L1Attributes.DEPOSITOR,
                Optional.of(L1Attributes.CONTRACT),
                Wei.ZERO,
                Wei.ZERO,
                new Gas(1_000_000),
                false,
                data);
    }

    private static L1Attributes proven(Answer<L1Attributes> answer) {
        assertThat(answer).isInstanceOf(Answer.Proven.class);
        return ((Answer.Proven<L1Attributes>) answer).value();
    }
}
