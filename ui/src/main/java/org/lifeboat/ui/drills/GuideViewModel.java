package org.lifeboat.ui.drills;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lifeboat.engine.drill.Drill;
import org.lifeboat.engine.drill.DrillSight;
import org.lifeboat.engine.drill.DrillStage;
import org.lifeboat.ui.tasks.Tasks;

/// Follows a drill: looks again and again how it stands, and lets the user move time.
public final class GuideViewModel {
    /// Between two looks. The world knows whether anything has happened, so that most cost nothing.
    static final Duration STEP = Duration.ofMillis(200);

    private final Drill drill;
    private final GuideDesk desk;
    private final Tasks tasks;
    private final Consumer<DrillSight> leave;
    private final ReadOnlyObjectWrapper<GuideScreen> screen;
    private Tasks.Running next = () -> {};
    private Tasks.Running asking = () -> {};
    private boolean busy;
    private int latest;
    private boolean stopped;

    /// @param leave back to where the drill was begun, with how it stood last
    public GuideViewModel(Drill drill, GuideDesk desk, Tasks tasks, Consumer<DrillSight> leave) {
        this.drill = drill;
        this.desk = desk;
        this.tasks = tasks;
        this.leave = leave;
        this.screen = new ReadOnlyObjectWrapper<>(new GuideScreen(drill, Optional.empty(), false));
    }

    public ReadOnlyObjectProperty<GuideScreen> screen() {
        return screen.getReadOnlyProperty();
    }

    /// Looks now and from now on, until [#stop].
    public void follow() {
        if (!stopped) {
            ask(desk::look, false);
        }
    }

    public void stop() {
        stopped = true;
        next.cancel();
        asking.cancel();
    }

    /// Things go wrong.
    public void begin() {
        ask(
                () -> {
                    desk.begin();
                    return desk.look();
                },
                true);
    }

    public void tellTheTruth() {
        ask(
                () -> {
                    desk.tellTheTruth();
                    return desk.look();
                },
                true);
    }

    /// Lets the time pass that is offered.
    public void pass() {
        screen.get().sight().flatMap(DrillSight::delay).ifPresent(shown -> ask(() -> desk.pass(shown), true));
    }

    public void leave() {
        stop();
        leave.accept(screen.get()
                .sight()
                .orElseGet(
                        () -> new DrillSight(drill, DrillStage.READY, Optional.empty(), Optional.empty(), List.of())));
    }

    /// What is asked later counts; an older look that comes in late does not.
    private void ask(Callable<DrillSight> work, boolean wanted) {
        if (stopped || (busy && !wanted)) {
            return;
        }
        next.cancel();
        busy = true;
        latest++;
        int mine = latest;
        if (wanted) {
            screen.set(new GuideScreen(drill, screen.get().sight(), true));
        }
        asking = tasks.run(
                work,
                sight -> seen(mine, Optional.of(sight)),
                _ -> seen(mine, screen.get().sight()));
    }

    private void seen(int request, Optional<DrillSight> sight) {
        if (stopped || request != latest) {
            return;
        }
        busy = false;
        GuideScreen now = new GuideScreen(drill, sight, false);
        if (!now.equals(screen.get())) {
            screen.set(now);
        }
        next = tasks.after(STEP, this::follow);
    }
}
