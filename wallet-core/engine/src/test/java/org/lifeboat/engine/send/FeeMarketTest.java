package org.lifeboat.engine.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.source.FeeHistoryClaim;
import org.lifeboat.primitives.Wei;

class FeeMarketTest {
    private static final Wei BASE = Wei.of(500);

    @Test
    void tipNobodyGives_isOfferedAllTheSame_asNodesLeaveLyingWhatTipsNothing() {
        List<Wei> nothing = List.of(Wei.ZERO, Wei.ZERO, Wei.ZERO);
        FeeHistoryClaim quiet =
                new FeeHistoryClaim(7, List.of(BASE, BASE, BASE), List.of(0, 0), List.of(nothing, nothing));

        GasPrice offered = new GasPrice.Dynamic(BASE, FeeMarket.LEAST_TIP, Wei.of(1_001_000));

        assertThat(FeeMarket.fromHistory(quiet, Speed.NORMAL)).contains(offered);
        assertThat(FeeMarket.fromGasPrice(BASE, Optional.of(BASE))).isEqualTo(offered);
    }

    @Test
    void tipThatOthersGive_isOfferedAsItIs() {
        List<Wei> usual = List.of(Wei.of(2_000_000), Wei.of(2_000_000), Wei.of(2_000_000));
        FeeHistoryClaim busy = new FeeHistoryClaim(7, List.of(BASE, BASE), List.of(500), List.of(usual));

        assertThat(FeeMarket.fromHistory(busy, Speed.NORMAL))
                .contains(new GasPrice.Dynamic(BASE, Wei.of(2_000_000), Wei.of(2_001_000)));
    }
}
