package org.lifeboat.engine.exit;

import java.util.Optional;
import org.lifeboat.engine.network.NetworkRegistry;
import org.lifeboat.engine.storage.SettingStore;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;

/// Where the portals of chains are on L1: from the bundled registry, or as the user said for a chain that is not
/// in it. Whether a portal is that chain's is checked when its bridge is read.
public final class Portals {
    private static final String CONTRACT = "OptimismPortal";
    private static final String SETTING = "exit.portal.";

    private final NetworkRegistry registry;
    private final SettingStore settings;

    public Portals(NetworkRegistry registry, SettingStore settings) {
        this.registry = registry;
        this.settings = settings;
    }

    /// The registry comes before the user's own: nobody is talked into another one for a known chain.
    public Optional<Address> find(ChainId chain) {
        return registry.find(chain)
                .flatMap(entry -> Optional.ofNullable(entry.l1Contracts().get(CONTRACT)))
                .or(() -> settings.find(SETTING + chain).flatMap(Portals::read));
    }

    /// For a chain that the registry does not have.
    /// @return whether it was kept
    public boolean keep(ChainId chain, Address portal) {
        if (registry.find(chain)
                .filter(entry -> entry.l1Contracts().containsKey(CONTRACT))
                .isPresent()) {
            return false;
        }
        settings.put(SETTING + chain, portal.toChecksum());
        return true;
    }

    private static Optional<Address> read(String text) {
        try {
            return Optional.of(Address.fromHex(text));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }
}
