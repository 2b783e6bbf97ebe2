package org.lifeboat.ui.truth;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.chaincheck.ChainChecks;
import org.lifeboat.engine.chaincheck.CheckPlaces;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.chaincheck.CheckWatch;
import org.lifeboat.engine.chaincheck.CheckWish;
import org.lifeboat.engine.chaincheck.Rollups;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.ExitPlaces;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.NetworkRegistry;
import org.lifeboat.engine.sync.SyncRound;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.ui.session.WaysOut;

/// The desk of a real profile.
public final class WalletTruth implements TruthDesk {
    /// For one question to one source.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Wallet wallet;
    private final ExitPlaces places;
    private final CheckPlaces checks;

    public WalletTruth(Wallet wallet) {
        this.wallet = wallet;
        NetworkRegistry registry = NetworkRegistry.bundled();
        this.places = WaysOut.of(wallet);
        this.checks = new CheckPlaces(new Rollups(registry, wallet.storage().settings()));
    }

    @Override
    public Start start(ChainId chain) {
        Optional<Network> l2 = wallet.networks().find(chain);
        if (l2.isEmpty()) {
            return not("exits.none.l1", chain.toString());
        }
        return switch (places.find(l2.get())) {
            case ExitPlaces.Found.Whole(ExitPlace chains) -> start(chains);
            case ExitPlaces.Found.OtherStack() ->
                not("truth.none.stack", l2.get().name());
            case ExitPlaces.Found.NoL1(ChainId l1) -> not("exits.none.l1", l1.toString());
            case ExitPlaces.Found.NoSource(Network l1) -> not("exits.none.source", l1.name());
            case ExitPlaces.Found.NoPortal() ->
                not("exits.none.portal", l2.get().name());
        };
    }

    private Start start(ExitPlace chains) {
        String name = chains.l2().name();
        return switch (checks.find(chains, List.of(), Optional.empty())) {
            case CheckPlaces.Found.Whole _ ->
                new Start.Facts(new TruthScreen.Facts(
                        chains.l2(),
                        chains.l1(),
                        wallet.beacons(chains.l1().chain()).size()));
            case CheckPlaces.Found.NoRollup() -> not("truth.none.rollup", name);
            case CheckPlaces.Found.NoL2Source() -> not("truth.none.source", name);
            case CheckPlaces.Found.OtherPortal(Address named) -> not("truth.none.portal", named.toChecksum());
        };
    }

    private static Start not(String key, String argument) {
        return new Start.Not(new TruthScreen.NoWay(key, List.of(argument)));
    }

    @Override
    public CheckReport check(ChainId l2, CheckWish wish, CheckWatch watch) {
        Network network = wallet.networks().find(l2).orElseThrow();
        if (places.find(network) instanceof ExitPlaces.Found.Whole(ExitPlace chains)) {
            ChainId l1 = chains.l1().chain();
            var verified = wallet.follow(l1)
                    .map(SyncRound::status)
                    .or(() -> wallet.verified(l1))
                    .flatMap(SyncStatus::finalized);
            if (checks.find(chains, wallet.beacons(l1), verified) instanceof CheckPlaces.Found.Whole whole) {
                return new ChainChecks(PATIENCE).check(whole.place(), wish, watch);
            }
        }
        throw new IllegalStateException("what was there for the check is gone");
    }
}
