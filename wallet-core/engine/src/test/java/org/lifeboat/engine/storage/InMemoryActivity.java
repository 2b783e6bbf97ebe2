package org.lifeboat.engine.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.activity.ActivityPage;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;

/// Transactions without a disk, for the tests of this module.
final class InMemoryActivity implements ActivityStore {
    private final List<OwnTransaction> transactions = new ArrayList<>();

    @Override
    public void put(OwnTransaction transaction) {
        Optional<OwnTransaction> known = find(transaction.chain(), transaction.hash());
        known.ifPresentOrElse(
                before -> transactions.set(transactions.indexOf(before), transaction),
                () -> transactions.add(transaction));
    }

    @Override
    public Optional<OwnTransaction> find(ChainId chain, Hash32 hash) {
        return transactions.stream()
                .filter(one -> one.chain().equals(chain) && one.hash().equals(hash))
                .findFirst();
    }

    @Override
    public ActivityPage page(ActivityFilter filter, Optional<ActivityPage.Cursor> after, int limit) {
        if (limit < 1 || limit > 1_000) {
            throw new IllegalArgumentException("a page has 1 to 1000 transactions");
        }
        // Of one moment, the one that was put last comes first.
        List<OwnTransaction> wanted = filtered(filter).toList().reversed().stream()
                .sorted(Comparator.comparing(OwnTransaction::signedAt).reversed())
                .toList();
        int from = after.map(cursor -> (int) cursor.row()).orElse(0);
        int to = Math.min(from + limit, wanted.size());
        Optional<ActivityPage.Cursor> next =
                to < wanted.size() ? Optional.of(new ActivityPage.Cursor(0, to)) : Optional.empty();
        return new ActivityPage(wanted.subList(from, to), next);
    }

    @Override
    public List<OwnTransaction> unsettled(ChainId chain, Address account) {
        return unsettled().stream()
                .filter(one -> one.chain().equals(chain) && one.account().equals(account))
                .toList();
    }

    @Override
    public List<OwnTransaction> unsettled() {
        return transactions.stream()
                .filter(one -> !one.status().settled())
                .sorted(Comparator.comparing(OwnTransaction::chain)
                        .thenComparing(OwnTransaction::account)
                        .thenComparing(OwnTransaction::nonce))
                .toList();
    }

    @Override
    public List<OwnTransaction> settledSince(Instant since, int newest) {
        return page(ActivityFilter.ALL, Optional.empty(), newest).transactions().stream()
                .filter(one -> switch (one.status()) {
                    case Status.Accepted(BlockRef block) -> block.unixSeconds() >= since.getEpochSecond();
                    case Status.Mined(BlockRef block) -> block.unixSeconds() >= since.getEpochSecond();
                    case Status.Reverted(BlockRef block) -> block.unixSeconds() >= since.getEpochSecond();
                    case Status.Replaced _ -> !one.changedAt().isBefore(since);
                    case Status.Saved _, Status.Sent _, Status.Dropped _ -> false;
                })
                .toList();
    }

    @Override
    public List<OwnTransaction> withNonce(ChainId chain, Address account, Nonce nonce) {
        return transactions.stream()
                .filter(one -> one.chain().equals(chain)
                        && one.account().equals(account)
                        && one.nonce().equals(nonce))
                .sorted(Comparator.comparing(OwnTransaction::signedAt))
                .toList();
    }

    @Override
    public List<OwnTransaction> inBlocksFrom(ChainId chain, long blockNumber) {
        return transactions.stream()
                .filter(one -> one.chain().equals(chain) && blockOf(one.status()) >= blockNumber)
                .sorted(Comparator.comparingLong(one -> blockOf(one.status())))
                .toList();
    }

    @Override
    public boolean everSentTo(Address counterpart) {
        return transactions.stream()
                .anyMatch(one ->
                        one.counterpart().equals(Optional.of(counterpart)) && !(one.status() instanceof Status.Saved));
    }

    @Override
    public long count(ActivityFilter filter) {
        return filtered(filter).count();
    }

    private Stream<OwnTransaction> filtered(ActivityFilter filter) {
        return transactions.stream()
                .filter(one -> filter.chain()
                        .filter(chain -> !chain.equals(one.chain()))
                        .isEmpty())
                .filter(one -> filter.account()
                        .filter(account -> !account.equals(one.account()))
                        .isEmpty())
                .filter(one -> filter.kind().filter(kind -> kind != one.kind()).isEmpty())
                .filter(one ->
                        filter.counterpart().isEmpty() || filter.counterpart().equals(one.counterpart()))
                .filter(one -> filter.from()
                        .filter(from -> one.signedAt().isBefore(from))
                        .isEmpty())
                .filter(one -> filter.until()
                        .filter(until -> !one.signedAt().isBefore(until))
                        .isEmpty());
    }

    private static long blockOf(Status status) {
        return switch (status) {
            case Status.Accepted(BlockRef block) -> block.number();
            case Status.Mined(BlockRef block) -> block.number();
            case Status.Reverted(BlockRef block) -> block.number();
            case Status.Saved _, Status.Sent _, Status.Replaced _, Status.Dropped _ -> -1;
        };
    }
}
