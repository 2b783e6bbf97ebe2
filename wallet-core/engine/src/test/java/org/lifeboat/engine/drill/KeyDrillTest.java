package org.lifeboat.engine.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.storage.InMemoryStorage;
import org.lifeboat.engine.storage.SettingStore;

class KeyDrillTest {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private final SettingStore settings = new InMemoryStorage().settings();

    private boolean due(Instant now) {
        return KeyDrill.of(settings, now).isDue(now);
    }

    @Test
    void aNewProfile_isRemindedAfterNinetyDays_andNotBefore() {
        assertThat(due(FIRST)).isFalse();
        assertThat(due(FIRST.plus(KeyDrill.EVERY).minusSeconds(1))).isFalse();
        assertThat(due(FIRST.plus(KeyDrill.EVERY))).isTrue();
    }

    @Test
    void whoeverHasProvenTheWords_isLeftAloneForNinetyDays() {
        Instant proven = FIRST.plus(KeyDrill.EVERY).plus(KeyDrill.EVERY);
        assertThat(due(FIRST)).isFalse();
        KeyDrill.keepProven(settings, proven);

        assertThat(due(proven.plus(KeyDrill.EVERY).minusSeconds(1))).isFalse();
        assertThat(due(proven.plus(KeyDrill.EVERY))).isTrue();
        assertThat(KeyDrill.of(settings, proven).proven()).contains(proven);
    }

    @Test
    void puttingItOff_isQuietForAWeek_andNeverHastensIt() {
        assertThat(due(FIRST)).isFalse();
        Instant day = FIRST.plus(KeyDrill.EVERY);
        KeyDrill.putOff(settings, day);

        assertThat(due(day.plus(KeyDrill.PUT_OFF).minusSeconds(1))).isFalse();
        assertThat(due(day.plus(KeyDrill.PUT_OFF))).isTrue();

        KeyDrill.keepProven(settings, day);

        assertThat(due(day.plus(KeyDrill.PUT_OFF))).isFalse();
    }

    @Test
    void datesThatCannotBeRead_orLieAhead_areAsIfTheyWereNotThere() {
        assertThat(due(FIRST)).isFalse();
        settings.put("keydrill.proven", "yesterday");
        settings.put(
                "keydrill.later", FIRST.plus(KeyDrill.EVERY.multipliedBy(40)).toString());

        assertThat(due(FIRST.plus(KeyDrill.EVERY))).isTrue();
    }
}
