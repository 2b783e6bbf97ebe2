package org.lifeboat.ui.truth;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lifeboat.engine.chaincheck.CheckProgress;
import org.lifeboat.engine.chaincheck.CheckReport;
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
                                new TruthScreen.Ready(
                                        facts,
                                        new TruthForm(
                                                facts.served() ? TruthForm.Kind.NEWEST : TruthForm.Kind.REMADE,
                                                "",
                                                facts.genesis()),
                                        Optional.empty());
                            case TruthDesk.Start.Not(TruthScreen why) -> why;
                        }),
                this::failed);
    }

    /// Another claim, or another block.
    public void fill(TruthForm form) {
        facts().ifPresent(facts -> screen.set(new TruthScreen.Ready(facts, form, Optional.empty())));
    }

    public void begin(TruthForm form) {
        Optional<Facts> facts = facts();
        if (facts.isEmpty()) {
            return;
        }
        Optional<TruthScreen.Flaw> flaw = flaw(facts.get(), form);
        if (flaw.isPresent()) {
            screen.set(new TruthScreen.Ready(facts.get(), form, flaw));
            return;
        }
        CheckWish wish = form.wish().orElseThrow();
        AtomicBoolean mine = new AtomicBoolean(true);
        AtomicInteger shown = new AtomicInteger(-1);
        goOn = mine;
        screen.set(new TruthScreen.Running(facts.get(), form, Optional.empty(), false));
        tasks.run(
                () -> desk.check(l2, wish, form.genesis().strip(), progress -> {
                    if (shown.getAndSet(progress.percent()) != progress.percent()) {
                        tasks.onScreen(() -> come(mine, progress));
                    }
                    return mine.get();
                }),
                came -> screen.set(
                        switch (came) {
                            case TruthDesk.Came.Checked(CheckReport report, var taken) ->
                                new TruthScreen.Done(facts.get(), form, report, taken);
                            case TruthDesk.Came.WrongFile(String key, String argument) ->
                                new TruthScreen.Ready(
                                        facts.get(),
                                        form,
                                        Optional.of(new TruthScreen.Flaw(true, key, List.of(argument))));
                        }),
                this::failed);
    }

    private static Optional<TruthScreen.Flaw> flaw(Facts facts, TruthForm form) {
        if (form.wish().isEmpty()) {
            return Optional.of(new TruthScreen.Flaw(false, "truth.block.wrong", List.of()));
        }
        boolean needed = form.kind() == TruthForm.Kind.REMADE || !facts.served();
        return needed && form.genesis().isBlank()
                ? Optional.of(new TruthScreen.Flaw(true, "truth.genesis.needed", List.of()))
                : Optional.empty();
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
