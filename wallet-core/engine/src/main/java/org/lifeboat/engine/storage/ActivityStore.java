package org.lifeboat.engine.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.activity.ActivityPage;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;

/// The user's own transactions.
public interface ActivityStore {
    /// Adds, or replaces the one with the same chain and hash. On disk when it returns, so the bytes may be
    /// sent.
    void put(OwnTransaction transaction);

    Optional<OwnTransaction> find(ChainId chain, Hash32 hash);

    /// Newest first, times to the millisecond.
    /// @param after empty for the first piece
    /// @param limit how many at most, 1 to 1000
    ActivityPage page(ActivityFilter filter, Optional<ActivityPage.Cursor> after, int limit);

    /// Those of an account that are saved, sent or dropped, by nonce.
    List<OwnTransaction> unsettled(ChainId chain, Address account);

    /// All unsettled ones, by chain, account and nonce.
    List<OwnTransaction> unsettled();

    /// Of the `newest` that were signed last, those that came into a block at or after `since`, or were replaced at or
    /// after it; newest first.
    List<OwnTransaction> settledSince(Instant since, int newest);

    /// Those with one nonce, oldest first: a transaction and what was signed to replace it.
    List<OwnTransaction> withNonce(ChainId chain, Address account, Nonce nonce);

    /// Those in a block at or above `blockNumber`, the lowest block first: what a reorganisation may have undone.
    List<OwnTransaction> inBlocksFrom(ChainId chain, long blockNumber);

    /// Whether any transaction to `counterpart` that was not merely saved exists, on any chain.
    boolean everSentTo(Address counterpart);

    long count(ActivityFilter filter);
}
