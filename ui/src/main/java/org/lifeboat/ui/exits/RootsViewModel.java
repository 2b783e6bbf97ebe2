package org.lifeboat.ui.exits;

import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lifeboat.engine.exit.RootOffer;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.ui.tasks.Tasks;

/// Leads from the roots that an exit can be proven against to a kept choice.
public final class RootsViewModel {
    private final RootsDesk desk;
    private final Tasks tasks;
    private final PlanStore.Id exit;
    private final ReadOnlyObjectWrapper<RootsScreen> screen = new ReadOnlyObjectWrapper<>(new RootsScreen.Loading());

    private Tasks.Running running = () -> {};

    public RootsViewModel(RootsDesk desk, Tasks tasks, PlanStore.Id exit) {
        this.desk = desk;
        this.tasks = tasks;
        this.exit = exit;
    }

    public ReadOnlyObjectProperty<RootsScreen> screen() {
        return screen.getReadOnlyProperty();
    }

    public void load() {
        show(() -> desk.roots(exit));
    }

    /// Keeps one of those that are shown and fit.
    public void choose(RootOffer root) {
        if (screen.get() instanceof RootsScreen.Shown shown
                && shown.roots().contains(root)
                && root.refusal().isEmpty()) {
            show(() -> desk.choose(exit, root));
        }
    }

    /// Stops asking.
    public void giveUp() {
        running.cancel();
        if (screen.get() instanceof RootsScreen.Loading) {
            screen.set(RootsScreen.NoWay.because("exits.givenUp"));
        }
    }

    private void show(Callable<RootsScreen> asked) {
        running.cancel();
        screen.set(new RootsScreen.Loading());
        running = tasks.run(
                asked,
                screen::set,
                problem -> screen.set(RootsScreen.NoWay.because(
                        "exits.silent", problem.getClass().getSimpleName())));
    }
}
