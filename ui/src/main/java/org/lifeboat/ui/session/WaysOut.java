package org.lifeboat.ui.session;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.lifeboat.engine.chaincheck.Rollups;
import org.lifeboat.engine.exit.ExitPlaces;
import org.lifeboat.engine.exit.Portals;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.NetworkRegistry;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.primitives.ChainId;

/// The ways out of a profile's L2s, with what is verified of the L1 under each: the same for every page.
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
        return of(wallet, wallet::verified);
    }

    /// As [#of], with what is signed of an L1 by now: never on the screen's thread.
    public static ExitPlaces lately(Wallet wallet) {
        return of(wallet, wallet::verifiedLately);
    }

    private static ExitPlaces of(Wallet wallet, Function<ChainId, Optional<SyncStatus>> verified) {
        return new ExitPlaces(
                wallet.networks(),
                wallet::sources,
                new Portals(NetworkRegistry.bundled(), wallet.storage().settings()),
                verified);
    }
}
