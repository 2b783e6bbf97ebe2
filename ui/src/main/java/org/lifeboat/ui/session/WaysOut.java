package org.lifeboat.ui.session;

import java.util.function.ToLongFunction;
import org.lifeboat.engine.chaincheck.Rollups;
import org.lifeboat.engine.exit.ExitPlaces;
import org.lifeboat.engine.exit.Portals;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.NetworkRegistry;

/// The ways out of a profile's layer 2s, with what is verified of the layer 1 under each: the same for every page.
public final class WaysOut {
    private WaysOut() {}

    /// Until when what a chain's sequencer says must be on L1, in blocks of L1.
    public static ToLongFunction<Network> windows(Wallet wallet) {
        Rollups rollups =
                new Rollups(NetworkRegistry.bundled(), wallet.storage().settings());
        return rollups::window;
    }

    /// Finding one asks nobody.
    public static ExitPlaces of(Wallet wallet) {
        return new ExitPlaces(
                wallet.networks(),
                wallet::sources,
                new Portals(NetworkRegistry.bundled(), wallet.storage().settings()),
                wallet::verified);
    }
}
