package org.lifeboat.engine.send;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.storage.ActivityStore;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Nonce;

/// Reads the nonces that an account has used up on a chain from here.
final class OwnNonces {
    /// The newest that are looked at; more never wait at once.
    private static final int NEWEST = 1_000;

    private OwnNonces() {}

    static NonceChoice.Own of(ActivityStore activity, ChainId chain, Address account) {
        ActivityFilter filter = new ActivityFilter(
                Optional.of(chain),
                Optional.of(account),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        List<OwnTransaction> newest =
                activity.page(filter, Optional.empty(), NEWEST).transactions();
        List<OwnTransaction> waiting = activity.unsettled(chain, account);
        return new NonceChoice.Own(
                nonces(waiting, _ -> true),
                nonces(waiting, own -> own.status() instanceof Status.Saved || own.status() instanceof Status.Dropped),
                nonces(newest, own -> own.status().settled()));
    }

    private static List<Nonce> nonces(List<OwnTransaction> transactions, Predicate<OwnTransaction> which) {
        return transactions.stream().filter(which).map(OwnTransaction::nonce).toList();
    }
}
