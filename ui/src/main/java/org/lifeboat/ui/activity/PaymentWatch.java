package org.lifeboat.ui.activity;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.ui.activity.ActivityDesk.Followed;
import org.lifeboat.ui.activity.ActivityDesk.Which;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.ui.tasks.Tasks;

/// Follows what is under way for as long as the window is open, whichever page is shown, and tells when the status
/// of a payment became another. Lives on the screen's thread.
public final class PaymentWatch {
    /// A payment that waits is looked at about once a block of L1 (12 s a slot).
    private static final Duration STEP = Duration.ofSeconds(12);

    /// Every so many steps those are looked at, too, that nobody knows of any more.
    private static final int STEPS_FOR_ALL = 10;

    private final ActivityDesk desk;
    private final Tasks tasks;
    private final Consumer<List<PaymentNews>> tell;
    private final Map<Hash32, Class<?>> told = new HashMap<>();
    private final ReadOnlyObjectWrapper<Optional<Followed>> latest = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Tasks.Running waiting = () -> {};
    private Tasks.Running asking = () -> {};
    private int steps;
    private boolean awaited;

    /// @param tell hears of the payments that became something else
    public PaymentWatch(Wallet wallet, Tasks tasks, Consumer<List<PaymentNews>> tell) {
        this.desk = new ActivityDesk(wallet);
        this.tasks = tasks;
        this.tell = tell;
    }

    /// What the last look brought.
    ReadOnlyObjectProperty<Optional<Followed>> latest() {
        return latest.getReadOnlyProperty();
    }

    /// Looks at everything under way now, for somebody who waits for it: no step comes in between.
    /// @param failed hears where the look broke off
    /// @return gives up
    Tasks.Running ask(Consumer<Followed> done, Runnable failed) {
        awaited = true;
        Tasks.Running look = look(
                Which.ALL,
                followed -> {
                    awaited = false;
                    done.accept(followed);
                },
                () -> {
                    awaited = false;
                    failed.run();
                });
        return () -> {
            awaited = false;
            look.cancel();
        };
    }

    /// Looks from now on, step by step, until [#stop].
    /// @param wanted is asked before each step: where it says no, nobody is asked anything
    public void begin(BooleanSupplier wanted) {
        waiting.cancel();
        waiting = tasks.after(STEP, () -> {
            if (wanted.getAsBoolean() && !awaited) {
                steps++;
                look(steps % STEPS_FOR_ALL == 0 ? Which.ALL : Which.ON_THEIR_WAY, _ -> {}, () -> {});
            }
            begin(wanted);
        });
    }

    public void stop() {
        waiting.cancel();
        asking.cancel();
        awaited = false;
    }

    private Tasks.Running look(Which which, Consumer<Followed> done, Runnable failed) {
        asking.cancel(); // a look that takes longer than a step is of no use any more
        asking = tasks.run(
                () -> desk.follow(which),
                followed -> {
                    done.accept(followed);
                    latest.set(Optional.of(followed));
                    news(followed);
                },
                _ -> failed.run());
        return asking;
    }

    private void news(Followed followed) {
        List<PaymentNews> news = followed.changed().stream()
                .filter(each -> PaymentNews.isNews(each, told))
                .map(each -> news(each, followed.names()))
                .toList();
        followed.changed().forEach(each -> told.put(each.hash(), each.status().getClass()));
        if (!news.isEmpty()) {
            tell.accept(news);
        }
    }

    private static PaymentNews news(OwnTransaction transaction, ActivityScreen.Around names) {
        return new PaymentNews(
                transaction,
                names.networkName(transaction),
                transaction.counterpart().flatMap(names::name));
    }
}
