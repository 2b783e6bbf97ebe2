package org.lifeboat.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lifeboat.ui.parts.Anew;
import org.lifeboat.ui.pictures.Stageless;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Toolkit;

class CalmTickTest {
    @BeforeAll
    static void start() {
        Stageless.start();
    }

    /// Nothing is delayed but what is asked for later, and that until the test has it done.
    private static final class Steps implements Tasks {
        private final Deque<Runnable> later = new ArrayDeque<>();
        private Duration delay = Duration.ZERO;

        @Override
        public <T> Running run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
            throw new IllegalStateException("nobody is asked");
        }

        @Override
        public Running after(Duration after, Runnable action) {
            delay = after;
            later.add(action);
            return () -> {};
        }

        @Override
        public void onScreen(Runnable action) {
            action.run();
        }
    }

    @Test
    void everyStep_agesCountUp_thePageLooks_andTheNextStepIsWaitedFor() {
        Toolkit.onScreen(() -> {
            Steps steps = new Steps();
            AtomicInteger age = new AtomicInteger();
            AtomicInteger looked = new AtomicInteger();
            Label label = Anew.wrapped(() -> age.get() + " min ago");
            CalmTick.begin(steps, new VBox(new VBox(label)), looked::incrementAndGet);
            assertThat(steps.delay).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));

            for (int i = 1; i <= 2; i++) {
                age.set(i);
                assertThat(steps.later).hasSize(1);
                steps.later.remove().run();
                assertThat(label.getText()).isEqualTo(i + "\u00a0min ago");
                assertThat(looked).hasValue(i);
            }
            return steps;
        });
    }
}
