package org.lifeboat.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AutoLockTest {
    /// A clock that the test moves.
    static final class FakeClock implements LockClock {
        private long nanos;
        private Instant wall = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public Instant wall() {
            return wall;
        }

        void pass(Duration span) {
            nanos += span.toNanos();
            wall = wall.plus(span);
        }

        void sleep(Duration span) {
            wall = wall.plus(span);
        }
    }

    private final FakeClock clock = new FakeClock();
    private final AutoLock lock = new AutoLock(clock, Duration.ofMinutes(5));

    @Test
    void lock_comesWhenTheIdleTimeIsOverAndNotBefore() {
        clock.pass(Duration.ofMinutes(5).minusNanos(1));
        assertThat(lock.check()).isFalse();
        clock.pass(Duration.ofNanos(1));
        assertThat(lock.check()).isTrue();
    }

    @Test
    void lock_waitsWhileSomebodyIsThere() {
        for (int i = 0; i < 10; i++) {
            clock.pass(Duration.ofMinutes(4));
            lock.touched();
        }
        assertThat(lock.check()).isFalse();
    }

    @Test
    void lock_comesOnWakingUp() {
        clock.pass(Duration.ofSeconds(10));
        clock.sleep(Duration.ofMinutes(2));

        assertThat(lock.check()).isTrue();
    }

    @Test
    void lock_comesWhenTheClockWasSetBack() {
        clock.sleep(Duration.ofMinutes(-10));

        assertThat(lock.check()).isTrue();
    }

    @Test
    void lock_forgivesSmallDrift() {
        clock.sleep(Duration.ofSeconds(30));

        assertThat(lock.check()).isFalse();
    }

    @Test
    void lock_onceExpiredIsNotTouchedAwake() {
        clock.pass(Duration.ofMinutes(6));
        lock.touched();

        assertThat(lock.check()).isTrue();
    }

    @Test
    void retryDelay_letsThreeTriesPassAndThenDoubles() {
        RetryDelay delay = new RetryDelay(clock);
        for (int i = 0; i < 3; i++) {
            delay.failed();
            assertThat(delay.remaining()).isEmpty();
        }
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            delay.failed();
            assertThat(delay.remaining()).contains(Duration.ofSeconds(seconds));
            clock.pass(Duration.ofSeconds(seconds));
            assertThat(delay.remaining()).isEmpty();
        }
        delay.succeeded();
        delay.failed();
        assertThat(delay.remaining()).isEmpty();
    }
}
