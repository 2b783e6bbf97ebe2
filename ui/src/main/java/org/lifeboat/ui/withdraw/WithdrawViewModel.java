package org.lifeboat.ui.withdraw;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Wei;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.withdraw.WithdrawForm.Purpose;
import org.lifeboat.ui.withdraw.WithdrawScreen.Facts;
import org.lifeboat.ui.withdraw.WithdrawScreen.Flaw;

/// Leads from the form to a kept exit, or to a payment that is ready for its review. Signs nothing.
public final class WithdrawViewModel {
    private final WithdrawDesk desk;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<WithdrawScreen> screen =
            new ReadOnlyObjectWrapper<>(new WithdrawScreen.Loading());
    private Tasks.Running running = () -> {};

    /// Whoever sets it first decides: the wish is kept, or the user gave up and nothing is.
    private AtomicBoolean decided = new AtomicBoolean();

    public WithdrawViewModel(WithdrawDesk desk, Tasks tasks) {
        this.desk = desk;
        this.tasks = tasks;
    }

    public ReadOnlyObjectProperty<WithdrawScreen> screen() {
        return screen.getReadOnlyProperty();
    }

    /// @param forced whether it is about what goes through L1
    public void load(ChainId l2, boolean forced) {
        load(l2, forced ? Optional.empty() : Optional.of(Purpose.WITHDRAWAL));
    }

    /// Asks once more. What was chosen stays chosen.
    public void again(ChainId l2, boolean forced) {
        if (screen.get() instanceof WithdrawScreen.Filling filling) {
            load(l2, Optional.of(filling.form().purpose()));
        } else {
            load(l2, forced);
        }
    }

    /// @param chosen empty: one of the two that can be forced is still to be chosen
    private void load(ChainId l2, Optional<Purpose> chosen) {
        screen.set(new WithdrawScreen.Loading());
        running.cancel();
        running = tasks.run(
                () -> desk.start(l2),
                start -> screen.set(
                        switch (start) {
                            case WithdrawDesk.Start.Not(WithdrawScreen why) -> why;
                            case WithdrawDesk.Start.Facts(Facts facts, boolean wished) ->
                                chosen.map(purpose -> filling(facts, purpose))
                                        .orElseGet(() -> new WithdrawScreen.Choosing(facts, wished));
                        }),
                problem -> screen.set(new WithdrawScreen.NoWay(
                        "exits.silent", List.of(problem.getClass().getSimpleName()))));
    }

    /// Stops asking, before the form is there or after it was filled in: nothing is begun. A wish that is being
    /// written already is written whole.
    public void giveUp() {
        switch (screen.get()) {
            case WithdrawScreen.Loading() -> {
                running.cancel();
                screen.set(new WithdrawScreen.NoWay("exits.givenUp", List.of()));
            }
            case WithdrawScreen.Keeping(WithdrawScreen.Filling before)
            when decided.compareAndSet(false, true) -> {
                running.cancel();
                screen.set(before);
            }
            default -> {}
        }
    }

    private static WithdrawScreen filling(Facts facts, Purpose purpose) {
        Account first = facts.accounts().getFirst();
        return new WithdrawScreen.Filling(facts, new WithdrawForm(purpose, first, "", "", ""), Flaw.NONE);
    }

    /// One of the two that can be forced.
    public void choose(Purpose purpose) {
        if (screen.get() instanceof WithdrawScreen.Choosing choosing) {
            screen.set(filling(choosing.facts(), purpose));
        }
    }

    /// To be told when the chain makes blocks again, instead of forcing anything.
    public void waitAndTell() {
        wish(true);
    }

    /// Not to be told any more.
    public void stopWaiting() {
        wish(false);
    }

    private void wish(boolean wanted) {
        if (screen.get() instanceof WithdrawScreen.Choosing choosing) {
            Facts facts = choosing.facts();
            tasks.run(
                    () -> {
                        desk.wish(facts.l2().chain(), wanted);
                        return wanted;
                    },
                    wished -> screen.set(new WithdrawScreen.Choosing(facts, wished)),
                    _ -> {});
        }
    }

    /// The same form for another account, whose exits under way are others.
    public void choose(WithdrawForm form) {
        if (screen.get() instanceof WithdrawScreen.Filling filling) {
            screen.set(new WithdrawScreen.Filling(filling.facts(), form, Flaw.NONE));
        }
    }

    /// Looks the form over; a withdrawal is kept, a payment is handed on to its review.
    public void go(WithdrawForm form) {
        if (!(screen.get() instanceof WithdrawScreen.Filling filling)) {
            return;
        }
        Facts facts = filling.facts();
        Flaw flaw = flaw(facts, form);
        if (flaw != Flaw.NONE) {
            screen.set(new WithdrawScreen.Filling(facts, form, flaw));
            return;
        }
        AtomicBoolean mine = new AtomicBoolean();
        decided = mine;
        screen.set(new WithdrawScreen.Keeping(new WithdrawScreen.Filling(facts, form, Flaw.NONE)));
        running = tasks.run(
                () -> kept(facts, form, mine),
                screen::set,
                problem -> screen.set(new WithdrawScreen.NoWay(
                        "exits.notKept", List.of(problem.getClass().getSimpleName()))));
    }

    /// @param mine whether it was decided what comes of it
    private WithdrawScreen kept(Facts facts, WithdrawForm form, AtomicBoolean mine) {
        ChainId l2 = facts.l2().chain();
        Address account = form.from().address();
        if (!mine.compareAndSet(false, true)) {
            return new WithdrawScreen.Filling(facts, form, Flaw.NONE);
        }
        BigInteger units = Typed.units(form.amount(), form.decimals()).orElseThrow();
        Address target =
                form.to().isBlank() ? account : Address.fromUser(form.to().strip());
        if (form.purpose() != Purpose.FORCED_PAYMENT) {
            return new WithdrawScreen.Kept(desk.begin(l2, form.from(), wanted(form, target, units)));
        }
        return form.token()
                .<WithdrawScreen>map(choice -> new WithdrawScreen.ReadyTokens(
                        facts.l2(), account, target, choice.token().contract(), units))
                .orElseGet(() -> new WithdrawScreen.Ready(facts.l2(), account, target, new Wei(units)));
    }

    private static ExitState wanted(WithdrawForm form, Address target, BigInteger units) {
        ExitState.Way way = form.purpose().way();
        return form.token()
                .map(token ->
                        ExitState.wanted(way, target, token.home().wish(units).orElseThrow()))
                .orElseGet(() -> ExitState.wanted(way, target, new Wei(units)));
    }

    static Flaw flaw(Facts facts, WithdrawForm form) {
        Optional<BigInteger> units = Typed.units(form.amount(), form.decimals());
        if (units.isEmpty()) {
            return Flaw.NOT_AN_AMOUNT;
        }
        Flaw recipient = Typed.recipient(form.to(), form.purpose() == Purpose.FORCED_PAYMENT);
        if (recipient != Flaw.NONE) {
            return recipient;
        }
        if (form.purpose() != Purpose.FORCED_PAYMENT
                && form.token()
                        .filter(token -> token.home().wish(units.get()).isEmpty())
                        .isPresent()) {
            return form.token().filter(token -> token.home().comesHome()).isPresent()
                    ? Flaw.TOO_LITTLE_LOCKED
                    : Flaw.NO_WAY_HOME;
        }
        boolean another = form.purpose() != Purpose.FORCED_PAYMENT
                && !facts.unsentOf(form.from().address()).isEmpty();
        return another && !form.again().strip().equals(form.amount().strip()) ? Flaw.AGAIN : Flaw.NONE;
    }
}
