package org.lifeboat.engine.exit;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.Networks;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;

/// Finds the two chains that an exit is about, with their sources and the portal between them.
public final class ExitPlaces {
    private final Networks networks;
    private final Function<ChainId, List<Source>> sources;
    private final Portals portals;
    private final Function<ChainId, Optional<SyncStatus>> verified;

    /// On L1s that are not followed.
    /// @param sources the confirmed ones of a network
    public ExitPlaces(Networks networks, Function<ChainId, List<Source>> sources, Portals portals) {
        this(networks, sources, portals, _ -> Optional.empty());
    }

    /// @param sources the confirmed ones of a network
    /// @param verified what is verified of a chain's L1; may ask its beacon nodes
    public ExitPlaces(
            Networks networks,
            Function<ChainId, List<Source>> sources,
            Portals portals,
            Function<ChainId, Optional<SyncStatus>> verified) {
        this.verified = verified;
        this.networks = networks;
        this.sources = sources;
        this.portals = portals;
    }

    /// What is there of a way out.
    public sealed interface Found {
        record Whole(ExitPlace place) implements Found {}

        /// No chain of the OP Stack that settles on an L1.
        record OtherStack() implements Found {}

        /// The L1 that it settles on is not in the list of networks.
        record NoL1(ChainId l1) implements Found {}

        /// Nobody may be asked about the L1.
        record NoSource(Network l1) implements Found {}

        /// Where the bridge is on its L1 is not known.
        record NoPortal() implements Found {}
    }

    public Found find(Network l2) {
        return find(l2, portals.find(l2.chain()));
    }

    /// @param portal where it was named just now
    public Found find(Network l2, Optional<Address> portal) {
        if (!(l2.layer() instanceof Network.Layer.L2(ChainId below, Network.Stack stack))
                || stack != Network.Stack.OP_STACK) {
            return new Found.OtherStack();
        }
        Optional<Network> l1 = networks.find(below);
        if (l1.isEmpty()) {
            return new Found.NoL1(below);
        }
        List<Source> onL1 = sources.apply(below);
        if (onL1.isEmpty()) {
            return new Found.NoSource(l1.get());
        }
        return portal.<Found>map(address -> new Found.Whole(
                        new ExitPlace(l2, sources.apply(l2.chain()), l1.get(), onL1, address, verified.apply(below))))
                .orElseGet(Found.NoPortal::new);
    }

    /// The watched chains that this program can bring money home from.
    public List<Network> leavable() {
        return networks.watched().stream()
                .filter(network ->
                        network.stack().filter(Network.Stack.OP_STACK::equals).isPresent())
                .toList();
    }
}
