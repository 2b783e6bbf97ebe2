package org.lifeboat.ui.exits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.exit.BridgeReport;
import org.lifeboat.ui.balances.Sheets;
import org.lifeboat.ui.states.Condition;

/// What the page of exits says is not well.
class ExitConditionsTest {
    private static final Instant TOMORROW = ExitCases.NOW.plus(Duration.ofDays(1));
    private static final ExitsScreen.Reading.Read READ = new ExitsScreen.Reading.Read(
            Sheets.ETHEREUM,
            ExitCases.leaving(ExitCases.bridge(false, BridgeReport.Roots.OPEN), Map.of()),
            ExitCases.NOW);

    @Test
    void oldReadings_areSaidToBeOld_onceNobodyIsAskedAnyMore() {
        assertThat(ExitsView.conditions(asking(0, READ), TOMORROW)).containsExactly(new Condition.Stale(ExitCases.NOW));
        assertThat(ExitsView.conditions(asking(1, READ), TOMORROW)).isEmpty();
        assertThat(ExitsView.conditions(asking(0, READ), ExitCases.NOW)).isEmpty();
    }

    @Test
    void silence_isOnlySaidOnceNobodyIsAskedAnyMore() {
        ExitsScreen.Reading silent = new ExitsScreen.Reading.Silent("timeout", Optional.of(READ));

        assertThat(ExitsView.conditions(asking(0, silent), TOMORROW))
                .containsExactly(new Condition.Offline(), new Condition.Stale(ExitCases.NOW));
        assertThat(ExitsView.conditions(asking(1, silent), TOMORROW)).isEmpty();
    }

    private static ExitsScreen.Shown asking(int asking, ExitsScreen.Reading reading) {
        return new ExitsScreen.Shown(
                List.of(ExitCases.layer(Sheets.OPTIMISM, reading)),
                List.of(),
                asking,
                List.of(),
                new ExitsScreen.Remark.None());
    }
}
