package org.lifeboat.ui.disputes;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.chaincheck.CheckProgress;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.disputes.DisputesScreen.Check;
import org.lifeboat.ui.disputes.DisputesScreen.One;
import org.lifeboat.ui.tasks.Tasks;

/// Leads from the posted roots over a check of one of them to a kept plan. A check goes on while its page is not in
/// sight.
public final class DisputesViewModel {
    private final DisputesDesk desk;
    private final Tasks tasks;
    private final ChainId l2;
    private final Optional<Address> game;
    private final ReadOnlyObjectWrapper<DisputesScreen> screen =
            new ReadOnlyObjectWrapper<>(new DisputesScreen.Loading());
    private AtomicBoolean goOn = new AtomicBoolean();
    private Tasks.Running asking = () -> {};

    /// What was shown before L1 was asked again. A verdict takes too long to be lost with an answer that does not
    /// come.
    private Optional<One> last = Optional.empty();

    /// @param game which one; empty: all of the chain
    public DisputesViewModel(DisputesDesk desk, Tasks tasks, ChainId l2, Optional<Address> game) {
        this.desk = desk;
        this.tasks = tasks;
        this.l2 = l2;
        this.game = game;
    }

    public ReadOnlyObjectProperty<DisputesScreen> screen() {
        return screen.getReadOnlyProperty();
    }

    /// Asks L1 again. A check that runs, or its verdict, stays.
    public void load() {
        Check before = one().or(() -> last).map(One::check).orElseGet(Check.None::new);
        if (!(before instanceof Check.Running)) {
            show(() -> game.map(each -> desk.one(l2, each)).orElseGet(() -> desk.roots(l2)), before);
        }
    }

    private void show(Callable<DisputesScreen> asked, Check before) {
        asking.cancel();
        last = one().or(() -> last);
        screen.set(new DisputesScreen.Loading());
        asking = tasks.run(
                asked,
                found -> screen.set(found instanceof One one ? one.with(before) : found),
                problem -> screen.set(DisputesScreen.NoWay.because(
                        "disputes.failed", problem.getClass().getSimpleName())));
    }

    /// Stops asking; what was shown before comes back. A plan that is kept by then stays, and nothing was sent.
    public void giveUp() {
        if (screen.get() instanceof DisputesScreen.Loading) {
            asking.cancel();
            screen.set(last.<DisputesScreen>map(one -> one)
                    .orElseGet(() -> DisputesScreen.NoWay.because("exits.givenUp")));
        }
    }

    /// Computes here what the game should claim.
    public void check() {
        if (one().isEmpty() || game.isEmpty() || one().get().check() instanceof Check.Running) {
            return;
        }
        AtomicBoolean mine = new AtomicBoolean(true);
        AtomicInteger shown = new AtomicInteger(-1);
        goOn = mine;
        now(new Check.Running(Optional.empty(), false));
        tasks.run(
                () -> desk.check(l2, game.get(), progress -> {
                    if (shown.getAndSet(progress.percent()) != progress.percent()) {
                        tasks.onScreen(() -> come(mine, progress));
                    }
                    return mine.get();
                }),
                this::now,
                problem -> now(new Check.Lacking(
                        "truth.failed", List.of(problem.getClass().getSimpleName()))));
    }

    private void come(AtomicBoolean check, CheckProgress progress) {
        if (check.equals(goOn)
                && one().map(One::check).orElseGet(Check.None::new) instanceof Check.Running(var _, boolean ending)) {
            now(new Check.Running(Optional.of(progress), ending));
        }
    }

    /// Ends the check at the next block.
    public void end() {
        goOn.set(false);
        if (one().map(One::check).orElseGet(Check.None::new) instanceof Check.Running(var progress, boolean _)) {
            now(new Check.Running(progress, true));
        }
    }

    /// Keeps the verdict and the wish to act on it; then shows what comes next.
    public void begin(Account account) {
        if (one().map(One::check).orElseGet(Check.None::new) instanceof Check.Done done && game.isPresent()) {
            show(
                    () -> {
                        desk.begin(l2, account, done.report());
                        return desk.one(l2, game.get());
                    },
                    done);
        }
    }

    /// Follows what the account has in the game, without a check.
    public void follow(Account account) {
        game.ifPresent(each -> show(
                () -> {
                    desk.follow(l2, account, each);
                    return desk.one(l2, each);
                },
                one().map(One::check).orElseGet(Check.None::new)));
    }

    private void now(Check check) {
        one().ifPresent(one -> screen.set(one.with(check)));
    }

    private Optional<One> one() {
        return screen.get() instanceof One one ? Optional.of(one) : Optional.empty();
    }
}
