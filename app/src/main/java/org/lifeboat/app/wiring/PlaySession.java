package org.lifeboat.app.wiring;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.lifeboat.app.Version;
import org.lifeboat.engine.account.Account;
import org.lifeboat.primitives.Address;
import org.lifeboat.sandbox.Sandbox;
import org.lifeboat.sandbox.contracts.PlayToken;
import org.lifeboat.sandbox.world.PlayWorld;

/// A sandbox and a new profile of play money in a temporary folder. Closed, both are gone.
public final class PlaySession implements AutoCloseable {
    /// Until what was deposited is on the layer 2, and the newest block of L1 is signed.
    private static final Duration ARRIVAL = Duration.ofSeconds(20);

    /// What a new account is given, in whole coins and tokens.
    private static final long COINS = 10;

    private static final long COINS_ON_LAYER_2 = 5;

    private static final long TOKENS = 250;

    private final TemporaryProfile folder;
    private final Sandbox sandbox;
    private final Profile profile;
    private final Set<Address> given = new HashSet<>();

    private PlaySession(TemporaryProfile folder, Sandbox sandbox, Profile profile) {
        this.folder = folder;
        this.sandbox = sandbox;
        this.profile = profile;
    }

    public static PlaySession open() throws IOException {
        PlaySession session = still();
        session.sandbox.keepTime(PlayMoney.BLOCK_INTERVAL);
        return session;
    }

    /// One whose time passes only where somebody moves it.
    public static PlaySession still() throws IOException {
        TemporaryProfile folder = TemporaryProfile.make();
        if (!PlayMoney.mark(folder.folder())) {
            throw new IllegalStateException("a new folder is not empty");
        }
        Sandbox sandbox = Sandbox.start(InstantSource.system(), 0, "Lifeboat/" + Version.TEXT + "/sandbox");
        Profile profile = Profile.fresh(folder.folder());
        PlayMoney.connect(profile, sandbox);
        return new PlaySession(folder, sandbox, profile);
    }

    public Profile profile() {
        return profile;
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    public String url() {
        return sandbox.url().toString();
    }

    /// Gives play money to each account that has not been given any.
    synchronized void giveToNewAccounts() {
        boolean anybody = false;
        for (Account account : profile.accounts().visible()) {
            if (given.add(account.address())) {
                sandbox.faucet().giveCoins(account.address(), PlayWorld.ether(COINS));
                sandbox.faucet()
                        .bridgeCoins(
                                sandbox.rollup().plan().portal(), account.address(), PlayWorld.ether(COINS_ON_LAYER_2));
                for (PlayToken token : PlayToken.values()) {
                    sandbox.faucet().giveTokens(token, account.address(), token.units(TOKENS));
                }
                anybody = true;
            }
        }
        if (anybody) {
            sandbox.pass(ARRIVAL);
        }
    }

    @Override
    public void close() throws IOException {
        profile.close();
        sandbox.close();
        folder.close();
    }
}
