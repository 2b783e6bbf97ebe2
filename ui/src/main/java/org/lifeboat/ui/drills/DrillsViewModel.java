package org.lifeboat.ui.drills;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lifeboat.engine.drill.Drill;
import org.lifeboat.engine.drill.DrillSight;
import org.lifeboat.engine.drill.RealMoney;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.primitives.Wei;
import org.lifeboat.ui.drills.DrillsScreen.PriceFlaw;
import org.lifeboat.ui.drills.DrillsScreen.Remark;
import org.lifeboat.ui.session.DrillHall;
import org.lifeboat.ui.tasks.Tasks;

/// Leads from the list into a drill, and from a drill to its closing page.
public final class DrillsViewModel {
    /// What Ethereum costs in quiet weeks and in bad ones lies on both sides of it: 20 gwei a gas.
    static final DrillEnd.Prices FIRST = new DrillEnd.Prices(Wei.of(20_000_000_000L), Optional.empty());

    private static final int GWEI_DIGITS = 9;

    private final DrillsDesk desk;
    private final Tasks tasks;
    private final Consumer<DrillHall.Played> enter;
    private final ReadOnlyObjectWrapper<DrillsScreen> screen = new ReadOnlyObjectWrapper<>(new DrillsScreen.Loading());

    /// Whoever sets it first decides: the drill is entered or the lesson shown, or the user gave
    /// up and its world is thrown away.
    private AtomicBoolean decided = new AtomicBoolean();

    private Optional<RealMoney> copied = Optional.empty();

    /// @param enter puts the pages of a drill in place of all others
    public DrillsViewModel(DrillsDesk desk, Tasks tasks, Consumer<DrillHall.Played> enter) {
        this.desk = desk;
        this.tasks = tasks;
        this.enter = enter;
    }

    public ReadOnlyObjectProperty<DrillsScreen> screen() {
        return screen.getReadOnlyProperty();
    }

    /// Reads the records anew; a closing page and a lesson stay until the user has done with it.
    public void load() {
        switch (screen.get()) {
            case DrillsScreen.Ended _, DrillsScreen.Opening _, DrillsScreen.Lecturing _, DrillsScreen.Taught _ -> {}
            case DrillsScreen.Loading _, DrillsScreen.Unreadable _, DrillsScreen.Shown _ -> list(Remark.NONE);
        }
    }

    /// Back to the list.
    public void list() {
        list(Remark.NONE);
    }

    private void list(Remark remark) {
        tasks.run(
                () -> new DrillsScreen.Shown(
                        desk.offers(), desk.positions(), desk.keys(), desk.lessons(), desk.world(), remark),
                screen::set,
                _ -> screen.set(new DrillsScreen.Unreadable()));
    }

    /// Plays a lesson, and shows what happened.
    public void play(String lesson) {
        if (screen.get() instanceof DrillsScreen.Lecturing) {
            return;
        }
        AtomicBoolean mine = new AtomicBoolean();
        decided = mine;
        screen.set(new DrillsScreen.Lecturing(lesson));
        tasks.run(
                () -> desk.play(lesson),
                steps -> {
                    if (mine.compareAndSet(false, true)) {
                        screen.set(new DrillsScreen.Taught(lesson, steps));
                    }
                },
                _ -> {
                    if (mine.compareAndSet(false, true)) {
                        list(Remark.NOT_TAUGHT);
                    }
                });
    }

    /// Keeps the world of play money around the page for the next time, or no longer.
    public void keepWorld(boolean wanted) {
        tasks.run(
                () -> {
                    desk.keepWorld(wanted);
                    return true;
                },
                _ -> list(Remark.NONE),
                _ -> list(Remark.NOT_KEPT));
    }

    /// Makes a world for it and goes there.
    public void start(Drill drill) {
        start(drill, () -> Optional.of(desk.open(drill)));
    }

    /// The same with copies of what is really there.
    public void rehearse(DrillsScreen.Position position) {
        start(Drill.SEQUENCER_GONE, () -> desk.rehearse(position));
    }

    private void start(Drill drill, Callable<Optional<DrillHall.Played>> making) {
        if (screen.get() instanceof DrillsScreen.Opening) {
            return;
        }
        AtomicBoolean mine = new AtomicBoolean();
        decided = mine;
        screen.set(new DrillsScreen.Opening(drill));
        tasks.run(
                making,
                made -> {
                    if (mine.compareAndSet(false, true)) {
                        made.ifPresentOrElse(this::entered, () -> list(Remark.NOT_READ));
                    } else {
                        made.ifPresent(this::throwAway);
                    }
                },
                _ -> {
                    if (mine.compareAndSet(false, true)) {
                        list(Remark.NOT_OPENED);
                    }
                });
    }

    private void entered(DrillHall.Played played) {
        copied = played.copied();
        enter.accept(played);
    }

    /// Waits no longer for a world or a lesson that is being made; it is thrown away once it is there.
    public void giveUp() {
        boolean waits = screen.get() instanceof DrillsScreen.Opening || screen.get() instanceof DrillsScreen.Lecturing;
        if (waits && decided.compareAndSet(false, true)) {
            list(Remark.NONE);
        }
    }

    private void throwAway(DrillHall.Played played) {
        tasks.run(
                () -> {
                    played.close();
                    return true;
                },
                _ -> {},
                _ -> {});
    }

    /// The user has left the drill, at its end or before.
    /// @param last how it stood
    public void left(DrillSight last) {
        if (!last.over()) {
            list(Remark.LEFT);
            return;
        }
        DrillEnd end = DrillEnd.of(last, desk.today(), copied);
        screen.set(DrillsScreen.Ended.first(end));
        tasks.run(
                () -> {
                    desk.passed(end.drill(), end.day());
                    return true;
                },
                _ -> {},
                _ -> {});
    }

    /// Makes the bill by other prices.
    /// @param gasPrice in gwei
    /// @param worth of one ETH; empty: unknown
    public void price(String gasPrice, String worth) {
        if (!(screen.get() instanceof DrillsScreen.Ended ended)) {
            return;
        }
        Optional<Wei> gas = gwei(gasPrice.strip());
        Optional<BigDecimal> coin = worth(worth.strip());
        PriceFlaw flaw = gas.isEmpty()
                ? PriceFlaw.GAS_PRICE
                : coin.isEmpty() && !worth.isBlank() ? PriceFlaw.WORTH : PriceFlaw.NONE;
        DrillEnd.Prices prices = flaw == PriceFlaw.NONE ? new DrillEnd.Prices(gas.orElseThrow(), coin) : ended.prices();
        screen.set(new DrillsScreen.Ended(ended.end(), prices, flaw, gasPrice, worth));
    }

    private static Optional<Wei> gwei(String typed) {
        return typed.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")
                ? Optional.of(new Wei(TokenAmount.parse(typed, GWEI_DIGITS).units()))
                : Optional.empty();
    }

    private static Optional<BigDecimal> worth(String typed) {
        return typed.matches("[0-9]{1,12}(\\.[0-9]{1,6})?") ? Optional.of(new BigDecimal(typed)) : Optional.empty();
    }
}
