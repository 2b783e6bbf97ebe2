package org.lifeboat.ui.unlock;

import java.time.Duration;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Tasks.Running;
import org.lifeboat.vault.Opened;
import org.lifeboat.vault.Secret;

/// Tries a password, and says what came of it.
public final class UnlockViewModel {
    private final Function<Secret, Opened> open;
    private final Function<Secret, Opened> openBackup;
    private final Runnable lock;
    private final Tasks tasks;
    private final Runnable unlocked;
    private final ReadOnlyObjectWrapper<UnlockScreen> screen = new ReadOnlyObjectWrapper<>(new UnlockScreen.Ask());
    private boolean backup;
    private Running running = () -> {};

    /// @param open closes the password; may take a second
    /// @param lock wipes what an attempt opened that nobody waits for any more; may wait for that attempt
    /// @param unlocked what happens once the wallet is open
    public UnlockViewModel(
            Function<Secret, Opened> open,
            Function<Secret, Opened> openBackup,
            Runnable lock,
            Tasks tasks,
            Runnable unlocked) {
        this.open = open;
        this.openBackup = openBackup;
        this.lock = lock;
        this.tasks = tasks;
        this.unlocked = unlocked;
    }

    public ReadOnlyObjectProperty<UnlockScreen> screen() {
        return screen.getReadOnlyProperty();
    }

    /// From now on passwords are tried on the backup.
    public void useBackup() {
        backup = true;
        screen.set(new UnlockScreen.Ask());
    }

    /// @param password closed in the end
    public void unlock(Secret password) {
        if (screen.get() instanceof UnlockScreen.Trying) {
            password.close();
            return;
        }
        screen.set(new UnlockScreen.Trying());
        Function<Secret, Opened> way = backup ? openBackup : open;
        running = tasks.run(() -> way.apply(password), this::show, problem -> {
            password.close();
            screen.set(new UnlockScreen.Unreadable(problem.getClass().getSimpleName()));
        });
    }

    /// Gives up waiting. A password that is being tried cannot be stopped half way, so what it opens is
    /// locked again.
    public void cancel() {
        if (screen.get() instanceof UnlockScreen.Trying) {
            running.cancel();
            screen.set(new UnlockScreen.Ask());
            tasks.run(
                    () -> {
                        lock.run();
                        return true;
                    },
                    _ -> {},
                    _ -> {});
        }
    }

    private void show(Opened opened) {
        switch (opened) {
            case Opened.Unlocked _ -> {
                screen.set(new UnlockScreen.Ask());
                unlocked.run();
            }
            case Opened.WrongPassword() -> screen.set(new UnlockScreen.WrongPassword());
            case Opened.TooSoon(Duration remaining) -> screen.set(new UnlockScreen.TooSoon(remaining));
            case Opened.Damaged(var _, boolean whole) -> screen.set(new UnlockScreen.Damaged(whole));
            case Opened.Missing(boolean whole) -> screen.set(new UnlockScreen.Damaged(whole));
            case Opened.UpdateNeeded _ -> screen.set(new UnlockScreen.UpdateNeeded());
            case Opened.Unreadable(String why) -> screen.set(new UnlockScreen.Unreadable(why));
        }
    }
}
