package org.lifeboat.app.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.chaincheck.CheckWish;
import org.lifeboat.engine.chaincheck.Finding;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.send.SendAmount;
import org.lifeboat.engine.send.SendOrder;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.L1Call;
import org.lifeboat.rollups.opstack.OpStack;

/// One rollup of a world: what its user does there, what goes wrong with it, and what must be true of it.
final class WorldRollup {
    private static final Wei TENTH = Wei.of(100_000_000_000_000_000L);

    final WorldWallet wallet;
    final WorldMischief mischief;
    final WorldTokens tokens;
    final WorldContests contests;
    final WorldExits exits;
    private final WorldTruth truth;
    private final SplittableRandom random;
    private final List<String> story;

    WorldRollup(WorldWallet wallet, SplittableRandom random, List<String> story) {
        this.wallet = wallet;
        this.random = random;
        this.story = story;
        this.mischief = new WorldMischief(wallet, random, story);
        this.tokens = new WorldTokens(wallet, random, story);
        this.contests = new WorldContests(wallet, random, story);
        this.exits = new WorldExits(wallet, tokens, random, story);
        this.truth = new WorldTruth(wallet, tokens);
    }

    Wei amount() {
        return TENTH.times(random.nextInt(1, 5));
    }

    void deposit() throws InterruptedException {
        L1Call call = OpStack.deposit(wallet.rollup().plan().portal(), wallet.own(), amount());
        SendOrder order = SendOrder.of(
                wallet.own(),
                call.to(),
                new Asset.Coin(WorldWallet.L1),
                new SendAmount.Exactly(call.value().value()));
        wallet.signAndSend(
                WorldWallet.L1,
                new SendOrder(
                        order.from(),
                        order.to(),
                        order.asset(),
                        order.amount(),
                        order.speed(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        call.data()));
    }

    /// The operator posts false roots, a withdrawal calls for one, and the user looks at it.
    /// @param honest whether nobody's servers lie
    void falseRoot(boolean honest) throws InterruptedException {
        mischief.falseRoots();
        exits.begin(ExitState.Way.SEQUENCER, amount());
        wallet.blocks(4);
        check(honest);
    }

    void look() throws InterruptedException {
        truth.look(exits.plans());
    }

    /// *Is this chain telling the truth?* of the newest root: whatever the servers say, a root that is true is
    /// not found false, nor the other way round.
    void check(boolean honest) throws InterruptedException {
        CheckReport report = wallet.check(new CheckWish.Newest());
        Finding found = report.finding();
        boolean read = report.aim()
                .flatMap(CheckReport.Aim::read)
                .filter(WorldTruth::checked)
                .isPresent();
        boolean sure = honest || (report.l1Verified() && read);
        story.add("  " + found + (sure ? "" : ", on the server's word"));
        if (sure) {
            truth.require(found, report.aim().flatMap(CheckReport.Aim::l1Head));
            contests.begin(report);
        }
    }

    WorldLedger ledger() {
        return new WorldLedger(wallet);
    }

    // ---- another process

    /// It knows what the one before it knew.
    void readAgain() {
        exits.readAgain();
        contests.readAgain();
    }

    /// It knows nothing.
    void startFromNothing() {
        exits.forget();
        exits.findAgain();
        contests.forget();
        contests.findAgain();
    }

    // ---- home

    /// Where the records were lost, all that can be found.
    void findAll() {
        if (exits.isRobbed()) {
            exits.findAgain();
            contests.findAgain();
            contests.checkAgain();
        }
    }

    List<Homecoming> home(List<Exits.Plan> plans) {
        List<Homecoming> all = new ArrayList<>();
        plans.forEach(plan -> all.add(new ExitHome(wallet, plan, story)));
        return all;
    }

    /// What was not found before.
    List<Homecoming> late() {
        List<Homecoming> late = new ArrayList<>();
        if (exits.isRobbed()) {
            late.addAll(home(exits.findAgain()));
            late.addAll(contests.home(contests.findAgain()));
        }
        return late;
    }

    /// What the wallet said to come home though every server of the L2 were gone does so.
    void withoutServers(Runnable between) throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            for (Homecoming one : home(exits.plans())) {
                one.turn();
            }
            wallet.blocks(Homecoming.LONG_BETWEEN);
        }
        List<Exits.Plan> promised = new WorldEvidence(wallet).promised(exits.plans());
        story.add("no server of the L2; promised: " + promised.size());
        wallet.l2Door.rpc("sandbox_misbehave", "[{\"kind\":\"deny\"}]");
        Homecoming.bringAll(wallet, home(promised), between);
        assertThat(promised).allMatch(plan -> ledger().isPaidOut(plan));
        mischief.truth();
    }

    /// At the end, when everything has come home.
    void requireWhole() {
        assertThat(ledger().unpaidWithdrawals()).isEmpty();
        assertThat(twice(ledger().withdrawn(), exits.wished())).isEmpty();
        assertThat(ledger().movesLost()).isEqualTo(BigInteger.ZERO);
        assertThat(ledger().fees()).isLessThan(WorldWallet.HELD.value());
        assertThat(wallet.rollup().faults().all()).isEmpty();
    }

    /// What was done without a wish of its own.
    private static List<BigInteger> twice(List<BigInteger> done, List<BigInteger> wished) {
        List<BigInteger> over = new ArrayList<>(done);
        wished.forEach(over::remove);
        return over;
    }
}
