package org.lifeboat.ui.chain;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.tasks.Tasks;

/// Asks about one L2, and again when the user wants it.
public final class ChainViewModel {
    private final ChainDesk desk;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<ChainScreen> screen = new ReadOnlyObjectWrapper<>(new ChainScreen.Loading());

    private Tasks.Running running = () -> {};

    public ChainViewModel(ChainDesk desk, Tasks tasks) {
        this.desk = desk;
        this.tasks = tasks;
    }

    public ReadOnlyObjectProperty<ChainScreen> screen() {
        return screen.getReadOnlyProperty();
    }

    public void load(ChainId l2) {
        screen.set(new ChainScreen.Loading());
        running.cancel();
        running = tasks.run(
                () -> desk.look(l2),
                screen::set,
                problem -> screen.set(new ChainScreen.NoWay(
                        "exits.silent", List.of(problem.getClass().getSimpleName()))));
    }

    /// Stops asking.
    public void giveUp() {
        running.cancel();
        if (screen.get() instanceof ChainScreen.Loading) {
            screen.set(new ChainScreen.NoWay("exits.givenUp", List.of()));
        }
    }
}
