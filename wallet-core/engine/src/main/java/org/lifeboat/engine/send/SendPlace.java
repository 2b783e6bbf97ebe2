package org.lifeboat.engine.send;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Wei;

/// Where a transaction is to be sent, and what else is known around it.
/// @param sources of this network, in the user's order
/// @param elsewhere other watched networks, each with a source to ask whether the recipient has code there
/// @param tokens contracts of all known tokens of this network
/// @param coinOnL1 what the sender holds on the L1 under this network, where it was read; on an L1: leave it
/// empty
/// @param verified what is verified of this network, where it is an L1 that is followed
public record SendPlace(
        Network network,
        List<Source> sources,
        List<Elsewhere> elsewhere,
        Set<Address> tokens,
        Optional<Wei> coinOnL1,
        Optional<SyncStatus> verified) {
    public SendPlace {
        sources = List.copyOf(sources);
        elsewhere = List.copyOf(elsewhere);
        tokens = Set.copyOf(tokens);
    }

    /// Of a network of which nothing is verified.
    public SendPlace(
            Network network,
            List<Source> sources,
            List<Elsewhere> elsewhere,
            Set<Address> tokens,
            Optional<Wei> coinOnL1) {
        this(network, sources, elsewhere, tokens, coinOnL1, Optional.empty());
    }

    /// Whether it is the L1 of one of the other watched networks.
    boolean isBelowL2() {
        return elsewhere.stream()
                .anyMatch(other -> other.network().layer() instanceof Network.Layer.L2(ChainId l1, var _)
                        && l1.equals(network.chain()));
    }

    public SendPlace with(Optional<SyncStatus> found) {
        return new SendPlace(network, sources, elsewhere, tokens, coinOnL1, found);
    }

    public record Elsewhere(Network network, Source source) {}
}
