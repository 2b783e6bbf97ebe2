package org.lifeboat.ui.activity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import org.lifeboat.engine.activity.Activity;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.activity.ActivityPage;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.ui.activity.TransactionScreen.Doing;
import org.lifeboat.ui.activity.TransactionScreen.Remark;
import org.lifeboat.ui.evidence.EvidenceChain;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.ui.states.Condition;
import org.lifeboat.ui.tasks.Tasks;

/// Reads the list piece by piece, so that a hundred thousand rows open as fast as ten, and follows what is
/// under way.
public final class ActivityViewModel {
    /// Rows read at once, so that the first ones stand there at once: as many as a very high window shows.
    static final int FIRST_PIECE = 60;

    /// Rows read when somebody comes near the end.
    static final int PIECE = 1_000;

    private final Storage storage;
    private final Activity activity;
    private final PaymentWatch watch;
    private final ActivityDesk desk;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<ActivityScreen> screen =
            new ReadOnlyObjectWrapper<>(new ActivityScreen.Loading());
    private final ReadOnlyObjectWrapper<Optional<TransactionScreen>> opened =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<Condition> bad = List.of();
    private Optional<Instant> heard = Optional.empty();
    private boolean reading;
    private boolean following;
    private boolean followsNext;
    private Tasks.Running running = () -> {};
    private Tasks.Running asking = () -> {};
    private Tasks.Running look = () -> {};

    /// Kept here: the watch, which lives longer, holds it weakly.
    private final ChangeListener<Optional<ActivityDesk.Followed>> hear = (_, _, now) -> now.ifPresent(this::followed);

    /// @param watch follows what is under way, on this page and on all others
    public ActivityViewModel(Wallet wallet, PaymentWatch watch, Tasks tasks) {
        this.storage = wallet.storage();
        this.activity = new Activity(storage);
        this.watch = watch;
        this.desk = new ActivityDesk(wallet);
        this.tasks = tasks;
        watch.latest().addListener(new WeakChangeListener<>(hear));
    }

    public ReadOnlyObjectProperty<ActivityScreen> screen() {
        return screen.getReadOnlyProperty();
    }

    /// The transaction whose page is open, if one is.
    public ReadOnlyObjectProperty<Optional<TransactionScreen>> opened() {
        return opened.getReadOnlyProperty();
    }

    /// Reads the newest piece, and follows what is under way once that is shown: who opens the page sees the rows
    /// first.
    public void begin() {
        followsNext = true;
        load(ActivityFilter.ALL);
    }

    /// Reads the newest piece.
    public void load(ActivityFilter filter) {
        running.cancel(); // a slow answer to an older filter must not cover this one
        reading = true;
        running = tasks.run(() -> first(filter), this::show, _ -> show(new ActivityScreen.Unreadable()));
    }

    /// Reads one piece more, if there is one and none is being read.
    public void more() {
        if (reading
                || !(screen.get() instanceof ActivityScreen.Shown shown)
                || shown.next().isEmpty()) {
            return;
        }
        reading = true;
        running = tasks.run(
                () -> activity.page(shown.filter(), shown.next(), PIECE),
                page -> append(shown, page),
                _ -> reading = false);
    }

    /// Asks what became of all transactions that are under way, and shows it.
    public void follow() {
        following(true);
        look = watch.ask(
                followed -> {
                    following(false);
                    followed(followed);
                },
                () -> following(false));
    }

    /// Gives up on [#follow]; what is known stays.
    public void stopFollowing() {
        look.cancel();
        following(false);
    }

    private void following(boolean now) {
        following = now;
        if (screen.get() instanceof ActivityScreen.Shown shown) {
            screen.set(shown.asking(now));
        }
    }

    private void followed(ActivityDesk.Followed followed) {
        bad = followed.conditions();
        heard = followed.asked() ? followed.heard().or(() -> heard) : Optional.empty();
        // Where the list comes later than the answers, it is read from the records, which have them already.
        if (screen.get() instanceof ActivityScreen.Shown shown) {
            Map<Hash32, OwnTransaction> now = followed.changed().stream()
                    .collect(Collectors.toMap(OwnTransaction::hash, Function.identity(), (_, newer) -> newer));
            screen.set(renewed(shown, now).heard(bad, heard));
        }
    }

    /// Rows keep their place; only what changed is another.
    private static ActivityScreen.Shown renewed(ActivityScreen.Shown shown, Map<Hash32, OwnTransaction> now) {
        if (now.isEmpty()) {
            return shown;
        }
        List<OwnTransaction> all = shown.transactions().stream()
                .map(each -> {
                    OwnTransaction newer = now.getOrDefault(each.hash(), each);
                    return newer.chain().equals(each.chain()) ? newer : each;
                })
                .toList();
        return shown.with(all, shown.next());
    }

    /// The whole list that `filter` leaves, as CSV. Reads the disk: away from the screen's thread.
    public Supplier<String> csv(ActivityFilter filter) {
        return () -> activity.exportCsv(filter);
    }

    /// Opens the page of one transaction.
    public void open(OwnTransaction transaction) {
        asking.cancel();
        asking = tasks.run(
                () -> desk.open(transaction),
                found -> opened.set(Optional.of(found)),
                _ -> opened.set(Optional.empty()));
    }

    /// Back to the list.
    public void close() {
        asking.cancel();
        opened.set(Optional.empty());
    }

    /// Asks what became of the opened one.
    public void look() {
        ask(Doing.LOOKING, desk::look);
    }

    /// Checks the chain of evidence of a transaction, away from the screen's thread.
    public void chain(OwnTransaction own, EvidenceChain.Of of, Consumer<Optional<EvidenceChain>> found) {
        tasks.run(() -> desk.chain(own, of), found, _ -> found.accept(Optional.empty()));
    }

    /// Sends the bytes of the opened one again. Signs nothing.
    public void resend() {
        ask(Doing.RESENDING, desk::resend);
    }

    /// Gives up on what is being asked; what is known stays.
    public void giveUp() {
        asking.cancel();
        opened.set(opened.get().map(now -> now.after(now.transaction(), Optional.empty(), new Remark.None())));
    }

    private void ask(Doing doing, Function<TransactionScreen, TransactionScreen> work) {
        opened.get().filter(now -> now.doing() == Doing.NOTHING).ifPresent(now -> {
            opened.set(Optional.of(now.doing(doing)));
            asking = tasks.run(
                    () -> work.apply(now),
                    this::asked,
                    _ -> asked(now.after(now.transaction(), Optional.empty(), new Remark.Failed())));
        });
    }

    private void asked(TransactionScreen next) {
        opened.set(Optional.of(next));
        if (screen.get() instanceof ActivityScreen.Shown shown) {
            screen.set(renewed(shown, Map.of(next.transaction().hash(), next.transaction())));
        }
    }

    private ActivityScreen first(ActivityFilter filter) {
        ActivityPage page = activity.page(filter, Optional.empty(), FIRST_PIECE);
        if (page.transactions().isEmpty() && filter.equals(ActivityFilter.ALL)) {
            return new ActivityScreen.Empty();
        }
        return new ActivityScreen.Shown(
                page.transactions(),
                page.next(),
                storage.activity().count(filter),
                filter,
                desk.names(),
                bad,
                false,
                Optional.empty());
    }

    private void show(ActivityScreen next) {
        reading = false;
        screen.set(
                switch (next) {
                    case ActivityScreen.Shown shown -> shown.heard(bad, heard).asking(following);
                    case ActivityScreen.Loading _, ActivityScreen.Empty _, ActivityScreen.Unreadable _ -> next;
                });
        if (followsNext) {
            followsNext = false;
            follow();
        }
    }

    private void append(ActivityScreen.Shown before, ActivityPage page) {
        reading = false;
        if (screen.get() instanceof ActivityScreen.Shown now && now.filter().equals(before.filter())) {
            List<OwnTransaction> all = new ArrayList<>(now.transactions());
            all.addAll(page.transactions());
            screen.set(now.with(all, page.next()));
        }
    }
}
