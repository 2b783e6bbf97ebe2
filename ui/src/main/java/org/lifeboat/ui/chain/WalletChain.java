package org.lifeboat.ui.chain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.ToLongFunction;
import org.lifeboat.engine.diagnosis.ChainMonitor;
import org.lifeboat.engine.exit.BridgeReleases;
import org.lifeboat.engine.exit.BridgeReport;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.watch.ChainWatch;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.ui.session.WayOut;
import org.lifeboat.ui.session.WaysOut;

/// The desk of a real profile.
public final class WalletChain implements ChainDesk {
    /// For each source.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Wallet wallet;
    private final Exits exits;
    private final ChainMonitor monitor;
    private final ToLongFunction<Network> window;
    private final BridgeReleases releases = BridgeReleases.bundled();

    public WalletChain(Wallet wallet) {
        this.wallet = wallet;
        this.exits = new Exits(wallet.storage(), wallet.clock(), PATIENCE);
        this.monitor = new ChainMonitor(wallet.storage().settings(), wallet.clock(), PATIENCE);
        this.window = WaysOut.windows(wallet);
    }

    @Override
    public ChainScreen look(ChainId chain) {
        return switch (WayOut.of(wallet, chain)) {
            case WayOut.Whole(ExitPlace place) -> shown(place);
            case WayOut.None(String key, String argument) -> new ChainScreen.NoWay(key, List.of(argument));
        };
    }

    private ChainScreen shown(ExitPlace place) {
        ChainMonitor.Seen watched = watched(place);
        Exits.BridgeSeen seen = exits.bridge(place);
        Optional<BridgeReport> bridge = BridgeReport.of(place, seen);
        ChainWatch.Seen head = new ChainWatch(wallet.storage().settings())
                .look(place.l2(), place.l2Sources(), PATIENCE, wallet.clock().instant());
        return new ChainScreen.Shown(
                place.l2(),
                place.l1(),
                watched.diagnosis(),
                watched.now().replaced(),
                bridge,
                seen instanceof Exits.BridgeSeen.Silent(String why) ? why : "",
                bridge.flatMap(_ -> exits.rhythm(place)),
                bridge.flatMap(_ -> exits.risks(place, releases)),
                head,
                wallet.clock().instant());
    }

    private ChainMonitor.Seen watched(ExitPlace place) {
        try {
            ChainMonitor.Place one = new ChainMonitor.Place(place, window.applyAsLong(place.l2()), List.of());
            ChainMonitor.Seen seen = monitor.round(List.of(one)).getFirst();
            monitor.remember(seen);
            return seen;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the page was left");
        }
    }
}
