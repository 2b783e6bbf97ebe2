package org.lifeboat.app.drill;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.PlayMoney;
import org.lifeboat.app.wiring.PlaySession;
import org.lifeboat.engine.chaincheck.CheckPlace;
import org.lifeboat.engine.drill.Drill;
import org.lifeboat.engine.drill.DrillContest;
import org.lifeboat.engine.drill.DrillPlay;
import org.lifeboat.engine.drill.DrillSigner;
import org.lifeboat.engine.drill.DrillTurn;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.source.Route;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Wei;
import org.lifeboat.sandbox.Sandbox;
import org.lifeboat.sandbox.rollup.Rollup;
import org.lifeboat.sandbox.rollup.RollupPlan;
import org.lifeboat.sandbox.world.PlayChain;

/// A drill with everything that it needs: a world of play money of its own, in which time passes only as the
/// drill moves it, a temporary profile, and somebody with money on the L2.
public final class DrillSession implements AutoCloseable {
    /// What the player has on the L2, and what shall come home.
    public static final Wei HELD = Purse.USUAL.onL2();

    public static final Wei WANTED = Purse.USUAL.wanted();

    /// Blocks of L1 until what was deposited is there.
    private static final int ARRIVAL = 3;

    /// For one source; it is on this computer.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final PlaySession session;
    private final Online online;
    private final Player player;
    private final SandboxWorld world;
    private final Purse purse;
    private Optional<DrillPlay> play = Optional.empty();
    private List<Exits.Plan> plans = List.of();

    private DrillSession(PlaySession session, Online online, Player player, Purse purse, boolean paused) {
        this.purse = purse;
        this.session = session;
        this.online = online;
        this.player = player;
        this.world = new SandboxWorld(session.sandbox(), paused);
    }

    /// A new world, in which everything works and the player's money has arrived on the L2.
    public static DrillSession open() throws IOException {
        return open(Purse.USUAL, BridgeTerms.USUAL);
    }

    /// As [#open()], with other money and another bridge.
    public static DrillSession open(Purse purse, BridgeTerms terms) throws IOException {
        PlaySession session = PlaySession.still(terms.plan(purse));
        Player player = Player.in(session.profile());
        Online online = new Online(session.profile(), Route.DIRECT, _ -> {});
        DrillSession opened = new DrillSession(session, online, player, purse, terms.paused());
        give(session.sandbox(), opened.world, player.address(), purse);
        terms.gas().ifPresent(session.sandbox()::keepGasAt);
        opened.world.block();
        return opened;
    }

    /// What the player has on both layers, there when it returns.
    static void give(Sandbox sandbox, SandboxWorld world, Address player, Purse purse) {
        RollupPlan plan = sandbox.rollup().plan();
        sandbox.faucet().giveCoins(player, purse.onL1());
        sandbox.faucet().bridgeCoins(plan.portal(), player, purse.onL2());
        purse.tokens()
                .forEach(copy -> sandbox.faucet()
                        .bridgeTokens(plan.tokenBridge(), copy.token().pair(), player, copy.units()));
        for (int i = 0; i < ARRIVAL; i++) {
            world.block();
        }
    }

    private Rollup rollup() {
        return session.sandbox().rollup();
    }

    public Player player() {
        return player;
    }

    /// Things go wrong. Call once, before [#next].
    public void begin(Drill drill, DrillSigner signer) {
        world.begin(drill, player.address());
        List<ExitState> wanted = new ArrayList<>();
        if (!purse.wanted().isZero()) {
            wanted.add(DrillPlay.wanted(drill, player.address(), purse.wanted()));
        }
        for (Purse.Copy copy : purse.tokens()) {
            wanted.add(ExitState.wanted(DrillPlay.way(drill), player.address(), copy.all()));
        }
        begin(Optional.of(drill), wanted, signer);
    }

    /// As [#begin(Drill, DrillSigner)]; the player may contest a false root as well.
    /// @param contest brings each step of that before the player
    public void begin(Drill drill, DrillSigner signer, DrillContest.Signer contest) {
        begin(drill, signer);
        CheckPlace where = new CheckPlace(place(), online.beacons(PlayChain.ID), rollup().config(), Optional.empty());
        play.orElseThrow()
                .offer(new DrillContest(
                        session.profile().storage(), session.profile().clock(), where, PATIENCE, contest));
    }

    void begin(Optional<Drill> drill, List<ExitState> wanted, DrillSigner signer) {
        DrillPlay made = new DrillPlay(
                drill, session.profile().storage(), session.profile().clock(), place(), world, signer, PATIENCE);
        plans = wanted.stream().map(each -> made.begin(player.address(), each)).toList();
        play = Optional.of(made);
    }

    Sandbox sandbox() {
        return session.sandbox();
    }

    public DrillTurn next() throws InterruptedException {
        return play.orElseThrow().next(plans);
    }

    private ExitPlace place() {
        return new ExitPlace(
                PlayMoney.ROLLUP,
                online.sources(PlayMoney.ROLLUP.chain()),
                PlayMoney.NETWORK,
                online.sources(PlayChain.ID),
                rollup().plan().portal());
    }

    @Override
    public void close() throws IOException {
        online.close();
        player.close();
        session.close();
    }
}
