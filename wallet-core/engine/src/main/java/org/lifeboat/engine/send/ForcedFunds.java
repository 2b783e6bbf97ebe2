package org.lifeboat.engine.send;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.balances.CheckedAccounts;
import org.lifeboat.engine.exit.Portals;
import org.lifeboat.engine.network.NetworkRegistry;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.OpStack;

/// A transaction that is forced through L1 moves what its account has on the layer 2, and what the L1 transaction
/// brings. Where that is less, it fails there, and its fee on L1 is spent all the same. Source: OP Stack
/// specification, deposits, "Execution".
final class ForcedFunds {
    private final Storage storage;

    ForcedFunds(Storage storage) {
        this.storage = storage;
    }

    List<Check> of(SendOrder order, SendPlace place, Deadline deadline) {
        Portals portals = new Portals(NetworkRegistry.bundled(), storage.settings());
        Optional<SendPlace.Elsewhere> there = place.elsewhere().stream()
                .filter(other -> portals.find(other.network().chain())
                        .filter(order.to()::equals)
                        .isPresent())
                .findFirst();
        Optional<Wei> taken = OpStack.movedBy(order.data()).flatMap(moved -> moved.minus(brought(order)));
        return there.isPresent() && taken.filter(wei -> !wei.isZero()).isPresent()
                ? of(order, there.get(), taken.get(), deadline)
                : List.of();
    }

    /// @param taken of what the account has there
    private static List<Check> of(SendOrder order, SendPlace.Elsewhere there, Wei taken, Deadline deadline) {
        String name = there.network().name();
        Optional<Wei> held = held(order, there, deadline);
        if (held.isEmpty()) {
            return List.of(Check.of(Check.Kind.FORCED_UNREAD, name, coins(there, taken)));
        }
        return held.get().compareTo(taken) < 0
                ? List.of(Check.of(Check.Kind.FORCED_TOO_MUCH, name, coins(there, held.get()), coins(there, taken)))
                : List.of();
    }

    private static Optional<Wei> held(SendOrder order, SendPlace.Elsewhere there, Deadline deadline) {
        return !there.source().health().setAside()
                        && CheckedAccounts.read(
                                        there.source(), there.network().chain(), List.of(order.from()), deadline)
                                instanceof CheckedAccounts.Read read
                ? Optional.ofNullable(read.accounts().get(order.from())).map(CheckedAccounts.Facts::balance)
                : Optional.empty();
    }

    private static Wei brought(SendOrder order) {
        return order.amount() instanceof SendAmount.Exactly(BigInteger units) ? new Wei(units) : Wei.ZERO;
    }

    private static String coins(SendPlace.Elsewhere there, Wei wei) {
        // Data can name more than any account could ever hold.
        return FundChecks.coins(there.network(), new TokenAmount(wei.value().min(TokenAmount.LARGEST_UNITS), 18));
    }
}
