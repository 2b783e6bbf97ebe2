package org.lifeboat.engine.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Bridge;

class ReadinessTest {
    private static final Wei PRICE = Wei.of(10);
    private static final long GAS = Readiness.FORCE + Readiness.PROVE + Readiness.END_GAME + Readiness.FINISH;

    @Test
    void oneWeiLess_isTooLittle_andTheBondIsSaidApart() {
        Wei needed = Wei.of(2 * 10 * GAS);

        assertThat(Readiness.of(needed, PRICE, bridge(0)).missing()).isEmpty();
        assertThat(Readiness.of(Wei.of(2 * 10 * GAS - 1), PRICE, bridge(0)).missing())
                .contains(Wei.of(1));
        assertThat(Readiness.of(needed, PRICE, bridge(0)).bondMissing())
                .contains(Wei.of(80 + 2 * 10 * Readiness.OWN_ROOT));
        Wei both = Wei.of(2 * 10 * (GAS + Readiness.OWN_ROOT) + 80);
        assertThat(Readiness.of(both, PRICE, bridge(0)).bondMissing()).isEmpty();
    }

    @Test
    void whereOnlyTheOperatorPostsRoots_noBondHelps() {
        assertThat(Readiness.of(Wei.ZERO, PRICE, bridge(1)).bond()).isEmpty();
        assertThat(Readiness.of(Wei.ZERO, PRICE, bridge(621)).bondMissing()).isEmpty();
    }

    @Test
    void answer_isYesOnlyWhereTheBridgeIsOpen_andAloneOnlyWithTheBond() {
        Wei fees = Wei.of(2 * 10 * GAS);
        Wei both = Wei.of(2 * 10 * (GAS + Readiness.OWN_ROOT) + 80);

        assertThat(Readiness.of(Wei.ZERO, PRICE, bridge(0)).answer(false)).isEqualTo(Readiness.Answer.MISSING);
        assertThat(Readiness.of(both, PRICE, bridge(0)).answer(false)).isEqualTo(Readiness.Answer.NOT_OPEN);
        assertThat(Readiness.of(fees, PRICE, bridge(0)).answer(true)).isEqualTo(Readiness.Answer.WHILE_ROOTS);
        assertThat(Readiness.of(both, PRICE, bridge(1)).answer(true)).isEqualTo(Readiness.Answer.WHILE_ROOTS);
        assertThat(Readiness.of(both, PRICE, bridge(0)).answer(true)).isEqualTo(Readiness.Answer.ALONE);
        assertThat(Readiness.Answer.NOT_OPEN.yes()).isFalse();
        assertThat(Readiness.Answer.WHILE_ROOTS.yes()).isTrue();
    }

    @Test
    void tokens_takeTheirOwnSteps_andOneRootServesAll() {
        long all =
                GAS + 2 * (StepCost.FORCE_TOKENS + StepCost.PROVE_TOKENS + Readiness.END_GAME + StepCost.FINISH_TOKENS);
        Wei needed = Wei.of(2 * 10 * all);

        assertThat(Readiness.of(needed, PRICE, bridge(0)).withTokens(2, PRICE).missing())
                .isEmpty();
        Readiness less =
                Readiness.of(Wei.of(2 * 10 * all - 1), PRICE, bridge(0)).withTokens(2, PRICE);
        assertThat(less.missing()).contains(Wei.of(1));
        assertThat(less.bondMissing()).contains(Wei.of(1 + 80 + 2 * 10 * Readiness.OWN_ROOT));
        assertThat(Readiness.of(needed, PRICE, bridge(1)).withTokens(2, PRICE).bondMissing())
                .isEmpty();
    }

    private static Bridge bridge(long type) {
        return new Bridge(
                new Bridge.Contracts(Address.ZERO, Address.ZERO, Optional.empty(), Optional.empty(), Optional.empty()),
                type,
                Duration.ofDays(7),
                Duration.ofDays(3),
                false,
                0,
                Wei.of(80),
                Optional.empty());
    }
}
