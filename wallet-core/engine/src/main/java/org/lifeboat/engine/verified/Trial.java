package org.lifeboat.engine.verified;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.CallRequest;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.tx.Transaction;

/// A transaction to be tried out.
/// @param from whoever is going to sign it
/// @param watched accounts whose tokens are counted before and after
public record Trial(Network network, Transaction transaction, Address from, List<Address> watched) {
    public Trial {
        watched = List.copyOf(watched);
    }

    /// The accounts that every run of it meets.
    List<Address> met(Address beneficiary) {
        Set<Address> met = new LinkedHashSet<>();
        met.add(from);
        transaction.recipient().ifPresent(met::add);
        met.add(beneficiary);
        return List.copyOf(met);
    }

    /// As a source is asked for what it touches.
    CallRequest request() {
        return new CallRequest(Optional.of(from), transaction.recipient(), transaction.value(), transaction.data());
    }
}
