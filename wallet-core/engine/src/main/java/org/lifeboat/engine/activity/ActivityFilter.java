package org.lifeboat.engine.activity;

import java.time.Instant;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;

/// Which transactions are wanted; what is empty does not narrow.
/// @param from signed at or after
/// @param until signed before
public record ActivityFilter(
        Optional<ChainId> chain,
        Optional<Address> account,
        Optional<OwnTransaction.Kind> kind,
        Optional<Address> counterpart,
        Optional<Instant> from,
        Optional<Instant> until) {
    public static final ActivityFilter ALL = new ActivityFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public static ActivityFilter of(ChainId chain) {
        return new ActivityFilter(
                Optional.of(chain),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static ActivityFilter of(Address account) {
        return new ActivityFilter(
                Optional.empty(),
                Optional.of(account),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
