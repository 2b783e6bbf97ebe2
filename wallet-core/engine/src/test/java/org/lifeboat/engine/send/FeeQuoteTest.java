package org.lifeboat.engine.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.activity.FeeParts;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Wei;

class FeeQuoteTest {
    private static final GasPrice PRICE = new GasPrice.Dynamic(Wei.of(90), Wei.of(10), Wei.of(190));

    @Test
    void afterATrial_theExpectedFeeIsForWhatWasUsed_andTheMostStays() {
        FeeQuote quote = new RollupFees(Wei.of(7), Wei.of(9), Wei.of(5), Wei.ZERO, Optional.empty())
                .quote(PRICE, new Gas(290_000), new Gas(348_000));
        FeeQuote tried = quote.tried(95_000);

        assertThat(tried.expected()).isEqualTo(new FeeParts(Wei.of(9_500_000), Wei.of(7), Wei.of(5)));
        assertThat(tried.most()).isEqualTo(quote.most());
        assertThat(tried.gasLimit()).isEqualTo(quote.gasLimit());
    }

    @Test
    void whereTheChainAsksForL1InsideItsGas_theEstimateStays() {
        FeeQuote quote = new RollupFees(Wei.ZERO, Wei.ZERO, Wei.ZERO, Wei.of(3), Optional.empty())
                .quote(PRICE, new Gas(290_000), new Gas(348_000));

        assertThat(quote.tried(95_000)).isEqualTo(quote);
    }
}
