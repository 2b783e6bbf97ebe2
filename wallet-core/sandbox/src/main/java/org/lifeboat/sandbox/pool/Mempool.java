package org.lifeboat.sandbox.pool;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.lifeboat.evm.transaction.TransactionParts;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.sandbox.chain.SenderTransaction;

/// What waits for a block.
public final class Mempool {
    /// Source: geth, core/txpool/legacypool: `txMaxSize`. Unit: bytes.
    private static final int LARGEST_TRANSACTION = 4 * 32 * 1024;

    /// Source: geth, core/txpool/legacypool, `PriceBump`: a replacement pays so much more. Unit: percent.
    private static final int PRICE_BUMP = 10;

    /// Source: geth, core/txpool/blobpool, `PriceBump`: of every price of one with blobs. Unit: percent.
    private static final int BLOB_PRICE_BUMP = 100;

    /// Source: geth, core/txpool/legacypool, `GlobalSlots` (executable transactions).
    private static final int MOST_TRANSACTIONS = 5_120;

    /// A transaction with its place in the order of arrival.
    record Waiting(SenderTransaction sent, long arrival) {}

    private final Map<Address, NavigableMap<Long, Waiting>> accounts = new HashMap<>();
    private final Map<Hash32, SenderTransaction> byHash = new HashMap<>();
    private long arrivals;

    /// @return empty if it waits now, in place of the one with its nonce
    public Optional<PoolRefusal> add(SenderTransaction sent) {
        if (byHash.containsKey(sent.hash())) {
            return Optional.of(PoolRefusal.ALREADY_KNOWN);
        }
        if (sent.encoded().size() > LARGEST_TRANSACTION) {
            return Optional.of(PoolRefusal.TOO_LARGE);
        }
        @Nullable Waiting old = queue(sent.from()).get(sent.nonce());
        if (old == null && byHash.size() >= MOST_TRANSACTIONS) {
            return Optional.of(PoolRefusal.FULL);
        }
        if (old != null && !paysEnoughMore(sent.transaction(), old.sent().transaction())) {
            return Optional.of(PoolRefusal.REPLACEMENT_UNDERPRICED);
        }
        if (old != null) {
            byHash.remove(old.sent().hash());
        }
        accounts.computeIfAbsent(sent.from(), _ -> new TreeMap<>()).put(sent.nonce(), new Waiting(sent, arrivals++));
        byHash.put(sent.hash(), sent);
        return Optional.empty();
    }

    public Optional<SenderTransaction> find(Hash32 hash) {
        return Optional.ofNullable(byHash.get(hash));
    }

    /// Everything that waits, in the order in which it came.
    public List<SenderTransaction> all() {
        return accounts.values().stream()
                .flatMap(queue -> queue.values().stream())
                .sorted(Comparator.comparingLong(Waiting::arrival))
                .map(Waiting::sent)
                .toList();
    }

    public int size() {
        return byHash.size();
    }

    /// The nonce that the account's next transaction would need, were all that wait in a block.
    /// @param nonce the account's in the state
    public long nonceAfterAll(Address account, long nonce) {
        long next = nonce;
        NavigableMap<Long, Waiting> queue = queue(account);
        while (queue.containsKey(next)) {
            next++;
        }
        return next;
    }

    /// The transactions in the order a block takes them.
    /// @param nonces each account's nonce in the state
    public Selection select(ToLongFunction<Address> nonces, Wei baseFee) {
        List<List<Waiting>> runs = new ArrayList<>();
        accounts.forEach((account, queue) -> {
            List<Waiting> run = new ArrayList<>();
            for (long nonce = nonces.applyAsLong(account); queue.containsKey(nonce); nonce++) {
                run.add(queue.get(nonce));
            }
            if (!run.isEmpty()) {
                runs.add(run);
            }
        });
        return new Selection(runs, baseFee);
    }

    /// Forgets what can stand in no block any more.
    /// @param nonces each account's nonce in the state
    public void forgetBelow(ToLongFunction<Address> nonces) {
        accounts.forEach((account, queue) -> {
            NavigableMap<Long, Waiting> past = queue.headMap(nonces.applyAsLong(account), false);
            past.values().forEach(waiting -> byHash.remove(waiting.sent().hash()));
            past.clear();
        });
        accounts.values().removeIf(Map::isEmpty);
    }

    /// Forgets one, because no block takes it.
    public void forget(SenderTransaction sent) {
        if (byHash.remove(sent.hash()) != null) {
            queue(sent.from()).remove(sent.nonce());
        }
    }

    private NavigableMap<Long, Waiting> queue(Address account) {
        return accounts.getOrDefault(account, new TreeMap<>());
    }

    private static boolean paysEnoughMore(Transaction replacement, Transaction old) {
        int bump = old instanceof Transaction.Blob ? BLOB_PRICE_BUMP : PRICE_BUMP;
        return isBumped(replacement.maxGasPrice(), old.maxGasPrice(), bump)
                && isBumped(TransactionParts.maxPriorityFee(replacement), TransactionParts.maxPriorityFee(old), bump)
                && isBumped(blobFee(replacement), blobFee(old), bump);
    }

    /// Nothing where there are no blobs.
    private static Wei blobFee(Transaction transaction) {
        return transaction instanceof Transaction.Blob blob ? blob.maxFeePerBlobGas() : Wei.ZERO;
    }

    private static boolean isBumped(Wei offered, Wei old, int percent) {
        BigInteger hundred = BigInteger.valueOf(100);
        return offered.value().multiply(hundred).compareTo(old.value().multiply(BigInteger.valueOf(100L + percent)))
                >= 0;
    }
}
