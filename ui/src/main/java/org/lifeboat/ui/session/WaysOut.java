package org.lifeboat.ui.session;

import org.lifeboat.engine.exit.ExitPlaces;
import org.lifeboat.engine.exit.Portals;
import org.lifeboat.engine.network.NetworkRegistry;

/// The ways out of a profile's layer 2s, with what is verified of the layer 1 under each: the same for every page.
public final class WaysOut {
    private WaysOut() {}

    /// Finding one asks nobody.
    public static ExitPlaces of(Wallet wallet) {
        return new ExitPlaces(
                wallet.networks(),
                wallet::sources,
                new Portals(NetworkRegistry.bundled(), wallet.storage().settings()),
                wallet::verified);
    }
}
