package org.lifeboat.ui.session;

import java.util.Optional;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.ExitPlaces;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.ChainId;

/// The two chains that a page about an L2 is about, or in words why there is no such page.
public sealed interface WayOut {
    record Whole(ExitPlace place) implements WayOut {}

    /// @param key of the sentence
    record None(String key, String argument) implements WayOut {}

    /// Asks nobody.
    static WayOut of(Wallet wallet, ChainId chain) {
        Optional<Network> l2 = wallet.networks().find(chain);
        return l2.isEmpty() ? new None("exits.none.l1", chain.toString()) : of(WaysOut.of(wallet), l2.get());
    }

    /// As [#of] for a network that is known.
    static WayOut of(ExitPlaces places, Network l2) {
        return switch (places.find(l2)) {
            case ExitPlaces.Found.Whole(ExitPlace place) -> new Whole(place);
            case ExitPlaces.Found.OtherStack() -> new None("exits.none.stack", l2.name());
            case ExitPlaces.Found.NoL1(ChainId l1) -> new None("exits.none.l1", l1.toString());
            case ExitPlaces.Found.NoSource(Network l1) -> new None("exits.none.source", l1.name());
            case ExitPlaces.Found.NoPortal() -> new None("exits.none.portal", l2.name());
        };
    }
}
