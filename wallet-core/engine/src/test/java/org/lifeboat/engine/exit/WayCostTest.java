package org.lifeboat.engine.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Wei;

class WayCostTest {
    private static final Address ALICE = Address.fromHex("0x00000000000000000000000000000000000a11ce");
    private static final Address BOB = Address.fromHex("0x0b0b000000000000000000000000000000000b0b");
    private static final Wei PRICE = Wei.of(7);

    @Test
    void oneWeiLess_isTooLittle_nowAndShouldGasDouble() {
        Wei whole = StepCost.whole(true, PRICE);
        WayCost enough = forced(whole.times(2));
        assertThat(enough.missing()).isEmpty();
        assertThat(enough.missingDoubled()).isEmpty();

        WayCost tight = forced(whole.times(2).minus(Wei.of(1)).orElseThrow());
        assertThat(tight.missing()).isEmpty();
        assertThat(tight.missingDoubled()).contains(Wei.of(1));

        assertThat(forced(whole).missing()).isEmpty();
        WayCost poor = forced(whole.minus(Wei.of(1)).orElseThrow());
        assertThat(poor.missing()).contains(Wei.of(1));
        assertThat(poor.missingDoubled()).contains(whole.plus(Wei.of(1)));
    }

    @Test
    void theSum_isThatOfItsSteps_andNamesWhatReadinessKeeps() {
        for (boolean tokens : new boolean[] {false, true}) {
            WayCost forced = WayCost.of(read(Wei.ZERO), ALICE, ExitState.Way.THROUGH_L1, tokens)
                    .orElseThrow();
            assertThat(forced.steps().keySet())
                    .containsExactly(ExitStep.INITIATE, ExitStep.PROVE, ExitStep.RESOLVE, ExitStep.FINISH);
            assertThat(forced.steps().values().stream().reduce(Wei.ZERO, Wei::plus))
                    .isEqualTo(forced.now());
            assertThat(forced.doubled()).isEqualTo(tokens ? Readiness.neededForTokens(PRICE) : Readiness.needed(PRICE));
            WayCost asked = WayCost.of(read(Wei.ZERO), ALICE, ExitState.Way.SEQUENCER, tokens)
                    .orElseThrow();
            assertThat(asked.steps()).doesNotContainKey(ExitStep.INITIATE);
            assertThat(asked.now().plus(forced.steps().get(ExitStep.INITIATE))).isEqualTo(forced.now());
        }
    }

    @Test
    void aForcedPayment_isOneStep_andAnAccountThatNobodyReadHasNoFigure() {
        WayCost payment = WayCost.ofPayment(read(Wei.ZERO), ALICE, false).orElseThrow();
        assertThat(payment.steps()).containsOnlyKeys(ExitStep.INITIATE);
        assertThat(payment.missing()).contains(payment.now());

        assertThat(WayCost.ofPayment(read(Wei.ZERO), BOB, false)).isEmpty();
        assertThat(WayCost.of(read(Wei.ZERO), BOB, ExitState.Way.SEQUENCER, false))
                .isEmpty();
    }

    private static WayCost forced(Wei held) {
        return WayCost.of(read(held), ALICE, ExitState.Way.THROUGH_L1, false).orElseThrow();
    }

    private static Leaving.Read read(Wei held) {
        BridgeReport bridge = new BridgeReport(
                false,
                Duration.ZERO,
                Duration.ZERO,
                BridgeReport.Roots.OPEN,
                0,
                Wei.ZERO,
                Optional.empty(),
                Address.ZERO,
                Address.ZERO,
                Optional.empty(),
                Optional.empty(),
                Assurance.MATCHED);
        Readiness ready = new Readiness(held, Wei.ZERO, Optional.empty(), Optional.empty(), Optional.empty());
        return new Leaving.Read(Map.of(ALICE, ready), bridge, PRICE, Assurance.MATCHED);
    }
}
