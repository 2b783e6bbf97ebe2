package org.lifeboat.app.drill;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.lifeboat.app.wiring.PlayMoney;
import org.lifeboat.app.wiring.PlaySession;
import org.lifeboat.app.wiring.WindowWallet;
import org.lifeboat.engine.drill.Drill;
import org.lifeboat.engine.drill.DrillGuide;
import org.lifeboat.engine.drill.RealMoney;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.ExitPlaces;
import org.lifeboat.ui.session.DrillHall;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.ui.session.WaysOut;
import org.lifeboat.vault.Secret;

/// A drill for the window: a world of play money of its own in which time goes on by itself and can be moved, and
/// the wallet of somebody with money on both layers.
public final class WindowDrill implements DrillHall.Played {
    /// For one source; it is on this computer.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final PlaySession session;
    private final WindowWallet wallet;
    private final Secret password;
    private final DrillGuide guide;
    private final Optional<RealMoney> copied;

    private WindowDrill(
            PlaySession session, WindowWallet wallet, Secret password, DrillGuide guide, Optional<RealMoney> copied) {
        this.copied = copied;
        this.session = session;
        this.wallet = wallet;
        this.password = password;
        this.guide = guide;
    }

    /// A new world, in which everything works and the player's money has arrived on the L2.
    /// @param money that is copied into it; empty: made-up money
    public static WindowDrill open(Drill drill, Optional<RealMoney> money) throws IOException {
        BridgeTerms terms = money.map(BridgeTerms::of).orElse(BridgeTerms.USUAL);
        Purse purse = money.map(Purse::of).orElse(Purse.USUAL);
        PlaySession session = PlaySession.still(terms.plan(purse));
        SandboxWorld world = new SandboxWorld(session.sandbox(), terms.paused());
        Secret password = Player.password();
        try (Player player = Player.in(session.profile(), password)) {
            DrillSession.give(session.sandbox(), world, player.address(), purse);
            terms.gas().ifPresent(session.sandbox()::keepGasAt);
            world.block();
            session.sandbox().keepTime(PlayMoney.BLOCK_INTERVAL);
            WindowWallet wallet = new WindowWallet(session.profile());
            DrillGuide guide = new DrillGuide(
                    drill,
                    purse.goal(),
                    session.profile().storage(),
                    session.profile().clock(),
                    () -> place(wallet),
                    world,
                    player.address(),
                    PATIENCE);
            return new WindowDrill(session, wallet, password, guide, money);
        }
    }

    /// As the wallet's own pages see it, so that the guide never says what they do not.
    private static ExitPlace place(Wallet wallet) {
        if (WaysOut.lately(wallet).find(PlayMoney.ROLLUP) instanceof ExitPlaces.Found.Whole(ExitPlace place)) {
            return place;
        }
        throw new IllegalStateException("the sandbox's L2 has no way out");
    }

    @Override
    public Wallet wallet() {
        return wallet;
    }

    @Override
    public Secret password() {
        return password.copy();
    }

    @Override
    public DrillGuide guide() {
        return guide;
    }

    @Override
    public Optional<RealMoney> copied() {
        return copied;
    }

    @Override
    public void close() throws IOException {
        password.close();
        wallet.close();
        session.close();
    }
}
