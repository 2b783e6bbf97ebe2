package org.lifeboat.engine.sync;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.network.Endpoint;
import org.lifeboat.engine.source.EndpointAddress;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.SyncStore;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.primitives.ChainId;

/// Which beacon nodes a user has for a network, and how that network counts its slots. Asks nobody but the
/// disk.
public final class Beacons {
    /// Chain ids: ethereum-lists/chains (EIP-155).
    private static final Map<ChainId, BeaconNetwork> KNOWN = Map.of(
            new ChainId(1), BeaconNetwork.MAINNET,
            new ChainId(11_155_111), BeaconNetwork.SEPOLIA,
            new ChainId(17_000), BeaconNetwork.HOLESKY,
            new ChainId(560_048), BeaconNetwork.HOODI);

    private final SyncStore disk;

    public Beacons(SyncStore disk) {
        this.disk = disk;
    }

    /// The consensus network of a chain that the program knows.
    public static Optional<BeaconNetwork> known(ChainId chain) {
        return Optional.ofNullable(KNOWN.get(chain));
    }

    /// The consensus network of a chain: the program's own knowledge before anything that was confirmed.
    public Optional<BeaconNetwork> network(ChainId chain) {
        return known(chain).or(() -> disk.config(chain).flatMap(Beacons::read));
    }

    private static Optional<BeaconNetwork> read(String json) {
        try {
            return Optional.of(BeaconNetworkJson.read(json));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // Written by another version: it has to be confirmed again.
        }
    }

    /// Keeps what a node says of a network that the program does not know. Only after the user confirmed it.
    public void confirmNetwork(ChainId chain, BeaconNetwork network) {
        disk.putConfig(chain, BeaconNetworkJson.write(network).toString());
    }

    /// Everything kept for a chain, confirmed or not; for showing.
    public List<Endpoint> endpoints(ChainId chain) {
        return disk.endpoints(chain);
    }

    /// The only door to beacon nodes that may be asked, in the user's order.
    public List<Endpoint> confirmed(ChainId chain) {
        return disk.endpoints(chain).stream().filter(Endpoint::mayBeAsked).toList();
    }

    /// Keeps a beacon node with the user's leave to ask it.
    /// @param insecureToo the user has read that the way there is open to others, and agreed
    /// @throws IllegalArgumentException if the address is unusable, or unprotected without that agreement
    public Endpoint confirm(SourceId id, boolean insecureToo, Instant now) {
        boolean usable = switch (EndpointAddress.check(id.url())) {
            case EndpointAddress.Protected _ -> true;
            case EndpointAddress.Unprotected _ -> insecureToo;
            case EndpointAddress.Unusable _ -> false;
        };
        if (!usable) {
            throw new IllegalArgumentException("not an address that may be asked");
        }
        int position = disk.endpoints(id.chain()).stream()
                        .mapToInt(Endpoint::position)
                        .max()
                        .orElse(-1)
                + 1;
        Endpoint endpoint = new Endpoint(id, new Endpoint.Consent.Given(now, insecureToo), position);
        disk.putEndpoint(endpoint);
        // To confirm an address that was set aside is to trust it again.
        disk.keepHealth(id, disk.healthOf(id).trustedAgain());
        return endpoint;
    }

    /// @return whether there was one
    public boolean remove(SourceId id) {
        return disk.removeEndpoint(id);
    }
}
