package org.lifeboat.app.wiring;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.app.Version;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.block.Log;
import org.lifeboat.rollups.opstack.Withdrawal;
import org.lifeboat.sandbox.Sandbox;
import org.lifeboat.sandbox.contracts.PlayToken;
import org.lifeboat.sandbox.rollup.Rollup;
import org.lifeboat.sandbox.rollup.RollupHistory;
import org.lifeboat.sandbox.rollup.RollupPlan;
import org.lifeboat.sandbox.world.PlayWorld;
import org.lifeboat.ui.session.PlayedWorld;

/// A sandbox and a profile of play money, new in a temporary folder. Closed, both are gone, but where the user keeps
/// them in a folder of their own.
public final class PlaySession implements AutoCloseable {
    /// Until what was deposited is on the L2, and the newest block of L1 is signed.
    private static final Duration ARRIVAL = Duration.ofSeconds(20);

    /// What a new account is given, in whole coins and tokens.
    private static final long COINS = 10;

    private static final long COINS_ON_LAYER_2 = 5;

    private static final long TOKENS = 250;

    private static final long TOKENS_ON_LAYER_2 = 100;

    /// What somebody else sends home to a new account, so that it finds an exit under way, in whole coins.
    private static final long COINS_COMING_HOME = 1;

    /// For one source; it is on this computer.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String NAME = "Lifeboat/" + Version.TEXT + "/sandbox";

    private final Closeable folder;
    private final Optional<PlayedWorld> world;
    private final Sandbox sandbox;
    private final Profile profile;
    private final Set<Address> given = new HashSet<>();

    private PlaySession(Closeable folder, Optional<PlayedWorld> world, Sandbox sandbox, Profile profile) {
        this.folder = folder;
        this.world = world;
        this.sandbox = sandbox;
        this.profile = profile;
    }

    /// One to look around in, with all its rollups.
    public static PlaySession open() throws IOException {
        return begin(RollupPlan.ALL, InstantSource.system()).inTime();
    }

    /// The same, which the user may keep: goes on with the one that was kept, or begins one. Where another window has
    /// that one, or it is of a newer version, a new one that cannot be kept.
    /// @param own the folder of the user's own profile, beside which it is kept
    public static PlaySession open(Path own) throws IOException {
        return open(own, InstantSource.system()).inTime();
    }

    /// As [#open(Path)], where time passes only as `clock` says.
    static PlaySession open(Path own, InstantSource clock) throws IOException {
        return switch (PlayFolder.beside(own, clock)) {
            case PlayFolder.Found.Taken _ -> begin(RollupPlan.ALL, clock);
            case PlayFolder.Found.Free(PlayFolder free) -> begin(free, clock);
            case PlayFolder.Found.Kept(PlayFolder kept, Profile profile) -> goOn(kept, profile, clock);
        };
    }

    private static PlaySession begin(PlayFolder folder, InstantSource clock) throws IOException {
        if (!PlayMoney.mark(folder.folder())) {
            throw new IllegalStateException("a free folder is not empty");
        }
        Sandbox sandbox = Sandbox.resume(clock, 0, NAME, folder.world())
                .orElseThrow(() -> new IllegalStateException("no world could be begun"));
        Profile profile = Profile.fresh(folder.folder(), clock);
        PlayMoney.connect(profile, sandbox);
        return new PlaySession(folder::close, Optional.of(folder), sandbox, profile);
    }

    private static PlaySession goOn(PlayFolder folder, Profile profile, InstantSource clock) throws IOException {
        Optional<Sandbox> resumed = Sandbox.resume(clock, 0, NAME, folder.world());
        if (resumed.isEmpty()) {
            profile.close();
            return begin(folder.anew(), clock);
        }
        PlayMoney.connect(profile, resumed.get());
        PlaySession session = new PlaySession(folder::close, Optional.of(folder), resumed.get(), profile);
        session.rememberGiven();
        return session;
    }

    /// Whoever is known in the world has been given something there.
    private void rememberGiven() {
        profile.accounts().visible().stream()
                .map(Account::address)
                .filter(address ->
                        sandbox.l1().history().newest().state().account(address).isPresent())
                .forEach(given::add);
    }

    private PlaySession inTime() {
        sandbox.keepTime(PlayMoney.BLOCK_INTERVAL);
        return this;
    }

    /// One whose time passes only where somebody moves it, with the one rollup that is played on.
    public static PlaySession still() throws IOException {
        return still(RollupPlan.FIRST);
    }

    /// As [#still()], with another shape of that rollup.
    public static PlaySession still(RollupPlan rollup) throws IOException {
        return begin(List.of(rollup), InstantSource.system());
    }

    /// As [#still(RollupPlan)], with other rollups and another clock than this computer's: where it stands still as
    /// well, all that happens in the world repeats itself.
    /// @param rollups the one that is played on first
    public static PlaySession still(InstantSource clock, List<RollupPlan> rollups) throws IOException {
        return begin(rollups, clock);
    }

    private static PlaySession begin(List<RollupPlan> rollups, InstantSource clock) throws IOException {
        TemporaryProfile folder = TemporaryProfile.make();
        if (!PlayMoney.mark(folder.folder())) {
            throw new IllegalStateException("a new folder is not empty");
        }
        Sandbox sandbox = Sandbox.start(clock, 0, NAME, rollups);
        Profile profile = Profile.fresh(folder.folder(), clock);
        PlayMoney.connect(profile, sandbox);
        return new PlaySession(folder::close, Optional.empty(), sandbox, profile);
    }

    public Profile profile() {
        return profile;
    }

    /// What the user may keep; empty where it cannot be kept.
    public Optional<PlayedWorld> world() {
        return world;
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    public String url() {
        return sandbox.url().toString();
    }

    /// Gives play money to each account that has not been given any.
    synchronized void giveToNewAccounts() {
        Map<Address, Hash32> comingHome = new LinkedHashMap<>();
        for (Account account : profile.accounts().visible()) {
            if (given.add(account.address())) {
                give(account.address());
                comingHome.put(account.address(), sendHome(account.address()));
            }
        }
        if (!comingHome.isEmpty()) {
            sandbox.pass(ARRIVAL);
            comingHome.forEach(this::keepExit);
        }
    }

    /// A withdrawal that another account of the world has signed and paid for: nothing is signed for the new one.
    private Hash32 sendHome(Address to) {
        return RollupHistory.sendHome(sandbox.rollup(), to, PlayWorld.ether(COINS_COMING_HOME), Secp256k1.preferred());
    }

    /// Tells the profile of it, as if it had been found.
    private void keepExit(Address account, Hash32 transaction) {
        Rollup rollup = sandbox.rollup();
        rollup.node().history().transaction(transaction).ifPresent(place -> {
            L2Block block = new L2Block(place.block().number());
            for (Log log : place.transaction().receipt().logs()) {
                if (Withdrawal.of(log) instanceof Answer.Proven<Withdrawal>(Withdrawal withdrawal)) {
                    new Exits(profile.storage(), profile.clock(), PATIENCE)
                            .begin(rollup.plan().chain(), account, ExitState.found(transaction, withdrawal, block));
                }
            }
        });
    }

    private void give(Address to) {
        sandbox.faucet().giveCoins(to, PlayWorld.ether(COINS));
        for (PlayToken token : PlayToken.values()) {
            sandbox.faucet().giveTokens(token, to, token.units(TOKENS));
        }
        for (Sandbox.Open each : sandbox.rollups()) {
            RollupPlan plan = each.rollup().plan();
            sandbox.faucet().bridgeCoins(plan.portal(), to, PlayWorld.ether(COINS_ON_LAYER_2));
            PlayToken token = PlayToken.DOLLAR;
            sandbox.faucet().bridgeTokens(plan.tokenBridge(), token, to, token.units(TOKENS_ON_LAYER_2));
        }
    }

    @Override
    public void close() throws IOException {
        profile.close();
        sandbox.close();
        folder.close();
    }
}
