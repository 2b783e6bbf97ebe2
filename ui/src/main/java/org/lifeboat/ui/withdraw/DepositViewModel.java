package org.lifeboat.ui.withdraw;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.exit.Crossing;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.withdraw.DepositScreen.Brought;
import org.lifeboat.ui.withdraw.DepositScreen.Facts;
import org.lifeboat.ui.withdraw.WithdrawScreen.Flaw;

/// Leads from the form to the review of what comes next. Signs nothing.
public final class DepositViewModel {
    private final DepositDesk desk;
    private final Tasks tasks;
    private final ChainId l2;
    private final ReadOnlyObjectWrapper<DepositScreen> screen =
            new ReadOnlyObjectWrapper<>(new DepositScreen.Loading());
    private Tasks.Running running = () -> {};

    public DepositViewModel(DepositDesk desk, Tasks tasks, ChainId l2) {
        this.desk = desk;
        this.tasks = tasks;
        this.l2 = l2;
    }

    public ReadOnlyObjectProperty<DepositScreen> screen() {
        return screen.getReadOnlyProperty();
    }

    /// @param last what the form is filled with, where something was begun before
    public void load(Optional<Place.DepositStep> last) {
        screen.set(new DepositScreen.Loading());
        running.cancel();
        running = tasks.run(
                () -> desk.start(l2),
                start -> {
                    switch (start) {
                        case DepositDesk.Start.Not(DepositScreen why) -> screen.set(why);
                        case DepositDesk.Start.Facts(Facts facts) -> {
                            screen.set(new DepositScreen.Filling(
                                    facts, filled(facts, last), Flaw.NONE, new Brought.Looking()));
                            look();
                        }
                    }
                },
                problem -> screen.set(new DepositScreen.NoWay(
                        "exits.silent", List.of(problem.getClass().getSimpleName()))));
    }

    private static DepositForm filled(Facts facts, Optional<Place.DepositStep> last) {
        Account first = facts.accounts().getFirst();
        if (last.isEmpty()) {
            return new DepositForm(first, "", "", Optional.empty());
        }
        Place.DepositStep step = last.get();
        Account from = facts.accounts().stream()
                .filter(account -> account.address().equals(step.from()))
                .findFirst()
                .orElse(first);
        Optional<DepositForm.Choice> token = step.token()
                .flatMap(contract -> facts.tokens().stream()
                        .filter(choice -> choice.token().contract().equals(contract))
                        .findFirst());
        boolean whole = step.token().isPresent() && token.isPresent();
        String to = step.to().equals(step.from()) ? "" : step.to().toChecksum();
        // A deposit of coin is one transaction: what is typed again would be a second one.
        return new DepositForm(from, whole ? amount(step.units(), token.get().token()) : "", to, token);
    }

    private static String amount(BigInteger units, Token token) {
        return new TokenAmount(units, token.decimals()).toExactString();
    }

    /// Asks both layers whether what was brought is there.
    public void look() {
        show(new Brought.Looking());
        running.cancel();
        running = tasks.run(() -> desk.brought(l2), this::seen, _ -> show(new Brought.NotLooked()));
    }

    private void seen(List<Crossing> crossings) {
        show(new Brought.Seen(crossings));
    }

    private void show(Brought brought) {
        filling(now -> new DepositScreen.Filling(now.facts(), now.form(), now.flaw(), brought));
    }

    private void filling(UnaryOperator<DepositScreen.Filling> change) {
        if (screen.get() instanceof DepositScreen.Filling now) {
            screen.set(change.apply(now));
        }
    }

    /// Stops asking; nothing was begun.
    public void giveUp() {
        running.cancel();
        if (screen.get() instanceof DepositScreen.Loading) {
            screen.set(new DepositScreen.NoWay("exits.givenUp", List.of()));
        }
        show(new Brought.NotLooked());
    }

    /// The same form about another account or token.
    public void choose(DepositForm form) {
        filling(now -> new DepositScreen.Filling(now.facts(), form, Flaw.NONE, now.brought()));
    }

    /// Looks the form over and hands it on to its review.
    public void go(DepositForm form) {
        if (!(screen.get() instanceof DepositScreen.Filling now)) {
            return;
        }
        Flaw flaw = flaw(form);
        if (flaw != Flaw.NONE) {
            screen.set(new DepositScreen.Filling(now.facts(), form, flaw, now.brought()));
            return;
        }
        running.cancel();
        Address from = form.from().address();
        screen.set(new DepositScreen.Ready(new Place.DepositStep(
                l2,
                from,
                form.to().isBlank() ? from : Address.fromUser(form.to().strip()),
                form.token().map(choice -> choice.token().contract()),
                Typed.units(form.amount(), form.decimals()).orElseThrow())));
    }

    static Flaw flaw(DepositForm form) {
        return Typed.units(form.amount(), form.decimals()).isEmpty()
                ? Flaw.NOT_AN_AMOUNT
                : Typed.recipient(form.to(), false);
    }
}
