package org.lifeboat.ui.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lifeboat.ui.LaterTasks;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.vault.Opened;
import org.lifeboat.vault.Secret;

class UnlockViewModelTest {
    static Stream<Arguments> outcomes() {
        return Stream.of(
                Arguments.of(new Opened.WrongPassword(), new UnlockScreen.WrongPassword()),
                Arguments.of(
                        new Opened.TooSoon(Duration.ofSeconds(4)), new UnlockScreen.TooSoon(Duration.ofSeconds(4))),
                Arguments.of(new Opened.Damaged("cut", true), new UnlockScreen.Damaged(true)),
                Arguments.of(new Opened.Missing(false), new UnlockScreen.Damaged(false)),
                Arguments.of(new Opened.UpdateNeeded(9), new UnlockScreen.UpdateNeeded()),
                Arguments.of(new Opened.Unreadable("no such disk"), new UnlockScreen.Unreadable("no such disk")));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void outcome_isShownAsWhatItIs(Opened outcome, UnlockScreen expected) {
        UnlockViewModel model = new UnlockViewModel(_ -> outcome, _ -> outcome, () -> {}, Tasks.immediate(), () -> {
            throw new AssertionError("not open");
        });
        model.unlock(Secret.empty());

        assertThat(model.screen().get()).isEqualTo(expected);
    }

    @Test
    void backup_isTriedOnlyAfterTheUserChoseIt() {
        UnlockViewModel model = new UnlockViewModel(
                _ -> new Opened.Damaged("cut", true),
                _ -> new Opened.WrongPassword(),
                () -> {},
                Tasks.immediate(),
                () -> {});
        model.unlock(Secret.empty());
        model.useBackup();
        assertThat(model.screen().get()).isEqualTo(new UnlockScreen.Ask());
        model.unlock(Secret.empty());

        assertThat(model.screen().get()).isEqualTo(new UnlockScreen.WrongPassword());
    }

    @Test
    void bug_isNotShownAsAWrongPassword() {
        UnlockViewModel model = new UnlockViewModel(
                _ -> {
                    throw new IllegalStateException("bug");
                },
                _ -> new Opened.WrongPassword(),
                () -> {},
                Tasks.immediate(),
                () -> {});
        model.unlock(Secret.empty());

        assertThat(model.screen().get()).isEqualTo(new UnlockScreen.Unreadable("IllegalStateException"));
    }

    @Test
    void cancel_locksWhatTheAttemptOpens_andNothingIsShownAsOpen() {
        LaterTasks tasks = new LaterTasks();
        List<String> happened = new ArrayList<>();
        UnlockViewModel model = new UnlockViewModel(
                _ -> {
                    happened.add("tried");
                    return new Opened.WrongPassword();
                },
                _ -> new Opened.WrongPassword(),
                () -> happened.add("locked"),
                tasks,
                () -> happened.add("opened"));
        model.unlock(Secret.empty());
        assertThat(model.screen().get()).isEqualTo(new UnlockScreen.Trying());
        model.cancel();
        assertThat(model.screen().get()).isEqualTo(new UnlockScreen.Ask());
        tasks.runAll();

        assertThat(happened).containsExactly("tried", "locked");
        assertThat(model.screen().get()).isEqualTo(new UnlockScreen.Ask());
    }
}
