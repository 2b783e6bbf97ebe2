package org.lifeboat.ui.window;

import java.time.Duration;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import org.lifeboat.engine.balances.BalanceSheet;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.places.Page;
import org.lifeboat.ui.session.Keys;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Tasks.Running;
import org.lifeboat.ui.unlock.UnlockView;
import org.lifeboat.ui.unlock.UnlockViewModel;

/// The page in front of a locked wallet. What comes behind it is made ready while the password is typed.
final class LockedPage implements Page {
    /// The window is drawn first.
    private static final Duration DRAWN = Duration.ofMillis(50);

    private final Surroundings around;
    private final Tasks tasks;
    private final Callable<BalanceSheet> remembered;
    private final Page page;
    private Running warming = () -> {};

    /// @param idle after which the wallet locks itself again
    /// @param screens what comes behind
    /// @param enter what happens once the wallet is open
    LockedPage(Surroundings around, Keys keys, Tasks tasks, Duration idle, Screens screens, Runnable enter) {
        this.around = around;
        this.tasks = tasks;
        this.remembered = screens::remembered;
        UnlockViewModel model = new UnlockViewModel(
                password -> keys.unlock(password, idle),
                password -> keys.unlockBackup(password, idle),
                keys::lock,
                tasks,
                enter);
        page = new UnlockView(
                around, model.screen(), model::unlock, model::useBackup, model::cancel, screens.otherFolder());
    }

    @Override
    public Node node() {
        return page.node();
    }

    @Override
    public void attach() {
        page.attach();
        warming = tasks.after(DRAWN, this::warm);
    }

    private void warm() {
        if (page.node().getScene() != null) {
            warming = WarmUp.begin(tasks, page.node().getScene(), around.phrases(), remembered);
        }
    }

    @Override
    public void detach() {
        warming.cancel();
        page.detach();
    }
}
