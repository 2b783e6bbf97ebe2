package org.lifeboat.ui.truth;

import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.chaincheck.CheckWatch;
import org.lifeboat.engine.chaincheck.CheckWish;
import org.lifeboat.engine.chaincheck.GenesisState;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.ExitPlaces;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.session.CheckGround;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.ui.session.WaysOut;

/// The desk of a real profile.
public final class WalletTruth implements TruthDesk {
    private final Wallet wallet;
    private final ExitPlaces places;
    private final CheckGround checks;

    public WalletTruth(Wallet wallet) {
        this.wallet = wallet;
        this.places = WaysOut.of(wallet);
        this.checks = new CheckGround(wallet);
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
        return checks.lackingAlone(chains)
                .map(lacking -> not(lacking.key(), lacking.argument()))
                .orElseGet(() -> new Start.Facts(new TruthScreen.Facts(
                        chains.l2(),
                        chains.l1(),
                        wallet.beacons(chains.l1().chain()).size(),
                        !chains.l2Sources().isEmpty(),
                        checks.genesis(chains.l2()),
                        checks.window(chains.l2()))));
    }

    private static Start not(String key, String argument) {
        return new Start.Not(new TruthScreen.NoWay(key, List.of(argument)));
    }

    @Override
    public Came check(ChainId l2, CheckWish wish, String genesis, CheckWatch watch) {
        Network network = wallet.networks().find(l2).orElseThrow();
        if (places.find(network) instanceof ExitPlaces.Found.Whole(ExitPlace chains)) {
            return check(chains, wish, genesis, watch);
        }
        throw new IllegalStateException("what was there for the check is gone");
    }

    private Came check(ExitPlace chains, CheckWish wish, String genesis, CheckWatch watch) {
        if (genesis.isEmpty() || wish instanceof CheckWish.Spot) {
            return new Came.Checked(checks.check(chains, wish, watch), Optional.empty());
        }
        return switch (checks.begin(chains.l2(), genesis)) {
            case CheckGround.Beginning.Wrong(String key, String argument) -> new Came.WrongFile(key, argument);
            case CheckGround.Beginning.Taken(GenesisState beginning) -> {
                CheckGround.Made made = checks.check(chains, beginning, wish, watch);
                yield new Came.Checked(made.report(), made.taken());
            }
        };
    }
}
