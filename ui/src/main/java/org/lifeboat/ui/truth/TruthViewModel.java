package org.lifeboat.ui.truth;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lifeboat.engine.chaincheck.CheckProgress;
import org.lifeboat.engine.chaincheck.CheckWish;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.truth.TruthScreen.Facts;

/// Leads from the form through the check to its verdict. A check goes on while its page is not in sight.
public final class TruthViewModel {
    private final TruthDesk desk;
    private final Tasks tasks;
    private final ChainId l2;
    private final ReadOnlyObjectWrapper<TruthScreen> screen = new ReadOnlyObjectWrapper<>(new TruthScreen.Loading());
    private AtomicBoolean goOn = new AtomicBoolean();

    public TruthViewModel(TruthDesk desk, Tasks tasks, ChainId l2) {
        this.desk = desk;
        this.tasks = tasks;
        this.l2 = l2;
    }

    public ReadOnlyObjectProperty<TruthScreen> screen() {
        return screen.getReadOnlyProperty();
    }

    /// What there is for a check. One that runs, or its verdict, stays.
    public void load() {
        if (screen.get() instanceof TruthScreen.Running || screen.get() instanceof TruthScreen.Done) {
            return;
        }
        tasks.run(
                () -> desk.start(l2),
                start -> screen.set(
                        switch (start) {
                            case TruthDesk.Start.Facts(Facts facts) ->
                                new TruthScreen.Ready(facts, new TruthForm(TruthForm.Kind.NEWEST, ""), false);
                            case TruthDesk.Start.Not(TruthScreen why) -> why;
                        }),
                this::failed);
    }

    /// Another claim, or another block.
    public void fill(TruthForm form) {
        facts().ifPresent(facts -> screen.set(new TruthScreen.Ready(facts, form, false)));
    }

    public void begin(TruthForm form) {
        Optional<Facts> facts = facts();
        Optional<CheckWish> wish = form.wish();
        if (facts.isEmpty()) {
            return;
        }
        if (wish.isEmpty()) {
            screen.set(new TruthScreen.Ready(facts.get(), form, true));
            return;
        }
        AtomicBoolean mine = new AtomicBoolean(true);
        AtomicInteger shown = new AtomicInteger(-1);
        goOn = mine;
        screen.set(new TruthScreen.Running(facts.get(), form, Optional.empty(), false));
        tasks.run(
                () -> desk.check(l2, wish.get(), progress -> {
                    if (shown.getAndSet(progress.percent()) != progress.percent()) {
                        tasks.onScreen(() -> come(mine, progress));
                    }
                    return mine.get();
                }),
                report -> screen.set(new TruthScreen.Done(facts.get(), form, report)),
                this::failed);
    }

    private void come(AtomicBoolean check, CheckProgress progress) {
        if (check.equals(goOn) && screen.get() instanceof TruthScreen.Running running) {
            screen.set(
                    new TruthScreen.Running(running.facts(), running.form(), Optional.of(progress), running.ending()));
        }
    }

    /// Ends the check at the next block.
    public void end() {
        goOn.set(false);
        if (screen.get() instanceof TruthScreen.Running running) {
            screen.set(new TruthScreen.Running(running.facts(), running.form(), running.progress(), true));
        }
    }

    private void failed(Exception problem) {
        screen.set(
                new TruthScreen.NoWay("truth.failed", List.of(problem.getClass().getSimpleName())));
    }

    private Optional<Facts> facts() {
        return switch (screen.get()) {
            case TruthScreen.Ready ready -> Optional.of(ready.facts());
            case TruthScreen.Done done -> Optional.of(done.facts());
            case TruthScreen.Loading _, TruthScreen.NoWay _, TruthScreen.Running _ -> Optional.empty();
        };
    }
}
