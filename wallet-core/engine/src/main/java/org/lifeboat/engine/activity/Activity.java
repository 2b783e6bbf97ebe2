package org.lifeboat.engine.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;

/// What a user does with the list of own transactions, and how it learns what became of them.
public final class Activity {
    private static final int PAGE = 1_000;

    /// An L1 block without finality can be undone; normally it has it after two epochs, 13 minutes. Unit: an
    /// hour, for slow days.
    private static final Duration L1_UNDOABLE = Duration.ofHours(1);

    /// What a sequencer accepted can be undone until it is on L1. Source: OP Stack specification, derivation:
    /// the sequencing window, 3,600 L1 blocks of 12 seconds. The longer of the two.
    private static final Duration L2_UNDOABLE = Duration.ofHours(12);

    private final Storage storage;

    public Activity(Storage storage) {
        this.storage = storage;
    }

    public ActivityPage page(ActivityFilter filter, Optional<ActivityPage.Cursor> after, int limit) {
        return storage.activity().page(filter, after, limit);
    }

    /// Notes what was seen of a transaction.
    /// @param feePaid from the receipt, where there is one; a transaction that is in no block has paid nothing
    /// @return the transaction as it is now; empty if it is not one of ours
    public Optional<OwnTransaction> seen(
            ChainId chain, Hash32 hash, Status.Sighting sighting, Optional<FeeParts> feePaid, Instant now) {
        return storage.atomically(() -> {
            Optional<OwnTransaction> known = storage.activity().find(chain, hash);
            Optional<OwnTransaction> changed = known.map(transaction -> after(transaction, sighting, feePaid, now));
            if (!changed.equals(known)) {
                changed.ifPresent(storage.activity()::put);
            }
            return changed;
        });
    }

    /// What should be asked about now: all that is not settled, and what was settled so lately that a
    /// reorganisation may have undone it.
    public List<OwnTransaction> open(Instant now) {
        List<OwnTransaction> open = new ArrayList<>(storage.activity().unsettled());
        storage.activity().settledSince(now.minus(L2_UNDOABLE), PAGE).stream()
                .filter(own -> mayBeUndone(own, now))
                .forEach(open::add);
        return open;
    }

    private static boolean mayBeUndone(OwnTransaction own, Instant now) {
        return switch (own.status()) {
            case Status.Accepted(BlockRef block) -> isWithin(L2_UNDOABLE, block.unixSeconds(), now);
            case Status.Mined(BlockRef block) -> isWithin(L1_UNDOABLE, block.unixSeconds(), now);
            // Whose block it is, is not kept.
            case Status.Reverted(BlockRef block) -> isWithin(L2_UNDOABLE, block.unixSeconds(), now);
            case Status.Replaced _ -> isWithin(L1_UNDOABLE, own.changedAt().getEpochSecond(), now);
            case Status.Saved _, Status.Sent _, Status.Dropped _ -> false;
        };
    }

    private static boolean isWithin(Duration span, long unixSeconds, Instant now) {
        return now.getEpochSecond() - unixSeconds < span.toSeconds();
    }

    /// The first of the account's transactions that comes before this one, is signed, and that no source is known to
    /// have. Until its nonce is used up, this one gets into no block.
    /// @return empty where there is none, or this one does not wait
    public Optional<OwnTransaction> heldUpBy(OwnTransaction own) {
        if (own.status().settled()) {
            return Optional.empty();
        }
        return storage.activity().unsettled(own.chain(), own.account()).stream()
                .filter(each -> each.nonce().compareTo(own.nonce()) < 0)
                .filter(each -> storage.activity().withNonce(own.chain(), own.account(), each.nonce()).stream()
                        .allMatch(Activity::isWithoutTaker))
                .min(Comparator.comparing(OwnTransaction::nonce));
    }

    private static boolean isWithoutTaker(OwnTransaction own) {
        return own.status() instanceof Status.Saved || own.status() instanceof Status.Dropped;
    }

    /// Everything that the filter leaves, newest first.
    public List<OwnTransaction> everything(ActivityFilter filter) {
        List<OwnTransaction> all = new ArrayList<>();
        Optional<ActivityPage.Cursor> next = Optional.empty();
        do {
            ActivityPage page = storage.activity().page(filter, next, PAGE);
            all.addAll(page.transactions());
            next = page.next();
        } while (next.isPresent());
        return all;
    }

    /// The same as a file.
    public String exportCsv(ActivityFilter filter) {
        return ActivityCsv.write(everything(filter));
    }

    private static OwnTransaction after(
            OwnTransaction transaction, Status.Sighting sighting, Optional<FeeParts> feePaid, Instant now) {
        Status status = transaction.status().after(sighting);
        OwnTransaction changed = status.equals(transaction.status()) ? transaction : transaction.with(status, now);
        return switch (status) {
            case Status.Accepted _, Status.Mined _, Status.Reverted _ ->
                changed.withFeePaid(feePaid.isPresent() ? feePaid : transaction.feePaid());
            case Status.Saved _, Status.Sent _, Status.Replaced _, Status.Dropped _ ->
                changed.withFeePaid(Optional.empty());
        };
    }
}
