package org.lifeboat.app.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
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
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.SendAmount;
import org.lifeboat.engine.send.SendOrder;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Bridge;
import org.lifeboat.rollups.opstack.L1Call;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.sandbox.rollup.BatchPlace;
import org.lifeboat.sandbox.rollup.BridgeDelays;
import org.lifeboat.sandbox.rollup.RollupPlan;

/// One world in which people, actors, servers and the chain itself do at random what they may, right or
/// wrong. The seed says what, and when the world began.
final class SeededWorld implements AutoCloseable {
    static final Address FRIEND = Address.fromHex("0x4444444444444444444444444444444444444444");

    private static final Wei TENTH = Wei.of(100_000_000_000_000_000L);

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private static final int DAY = 86_400;
    private static final int MOST_WAITING = 40;

    private static final int MOST_TOUCHES = 150;

    private static final int TOUCHES_OF_A_SUBMISSION = 10;

    /// Once in so many cases.
    private static final int SELDOM = 5;

    private final SplittableRandom random;
    private final WorldWallet wallet;
    private final WorldMischief mischief;
    private final WorldTokens tokens;
    private final WorldContests contests;
    private final List<String> story = new ArrayList<>();
    private final WorldExits exits;
    private final WorldTruth truth;
    private Wei intended = Wei.ZERO;

    SeededWorld(long seed) throws IOException {
        this.random = new SplittableRandom(seed);
        this.wallet = WorldWallet.quick(
                Keccak256.digest(Hash32.ofNumber(seed).toArray()), BEGIN.plusSeconds(random.nextInt(DAY)), shape(seed));
        this.mischief = new WorldMischief(wallet, random, story);
        this.tokens = new WorldTokens(wallet, random, story);
        this.contests = new WorldContests(wallet, random, story);
        this.exits = new WorldExits(wallet, tokens, random, story);
        this.truth = new WorldTruth(wallet, tokens);
        tokens.give();
        mischief.batchesTo(BatchPlace.values()[(int) (seed % BatchPlace.values().length)]);
    }

    /// Every fourth world has an output oracle in place of games: a root every two minutes, by one who is named.
    private static RollupPlan shape(long seed) {
        return seed % 4 == 3
                ? RollupPlan.FIRST
                        .with(Bridge.Posting.OUTPUTS)
                        .with(new BridgeDelays(Duration.ofMinutes(40), Duration.ofHours(6), Duration.ofSeconds(1)))
                        .with(new RollupPlan.Habits(2, BatchPlace.CALLDATA, 60, false))
                : RollupPlan.FIRST;
    }

    /// What has happened so far.
    List<String> story() {
        return story;
    }

    private enum Act {
        PAY_ON_L1,
        PAY_ON_L2,
        DEPOSIT,
        EXIT,
        FORCED_EXIT,
        PAY_TOKENS_ON_L1,
        PAY_TOKENS_ON_L2,
        TOKENS_IN,
        TOKENS_IN_AGAIN,
        TOKENS_HOME,
        TOKENS_FORCED_HOME,
        STEP,
        STEP_AGAIN,
        LOOK,
        LOOK_AGAIN,
        BLOCKS,
        MORE_BLOCKS,
        SEQUENCER,
        BATCHER,
        PROPOSER,
        CHALLENGER,
        HONEST,
        REORGANISATION,
        LIE_ON_L1,
        LIE_ON_L2,
        LIE_ON_BEACON,
        LATE_ON_L1,
        LATE_ON_L2,
        TRUTH,
        PAUSE,
        DEAR_GAS,
        OTHER_CODE,
        OTHER_BATCHES,
        CHECK,
        FALSE_ROOT,
        CONTEST,
        DEATH,
        DEATH_AGAIN
    }

    /// What the user does while the wallet dies.
    private static final List<Act> OF_THE_USER = List.of(
            Act.PAY_ON_L1,
            Act.PAY_ON_L2,
            Act.DEPOSIT,
            Act.EXIT,
            Act.FORCED_EXIT,
            Act.PAY_TOKENS_ON_L1,
            Act.PAY_TOKENS_ON_L2,
            Act.TOKENS_IN,
            Act.TOKENS_HOME,
            Act.TOKENS_FORCED_HOME,
            Act.STEP,
            Act.STEP_AGAIN,
            Act.LOOK,
            Act.CHECK,
            Act.FALSE_ROOT,
            Act.CONTEST);

    /// So many things happen, one after the other.
    void play(int acts) throws InterruptedException {
        for (int i = 0; i < acts; i++) {
            Act act = Act.values()[random.nextInt(Act.values().length)];
            story.add(act + "");
            play(act);
        }
    }

    private void play(Act act) throws InterruptedException {
        switch (act) {
            case PAY_ON_L1 -> pay(WorldWallet.L1);
            case PAY_ON_L2 -> pay(WorldWallet.L2);
            case DEPOSIT -> deposit();
            case EXIT -> exits.begin(ExitState.Way.SEQUENCER, amount());
            case FORCED_EXIT -> exits.begin(ExitState.Way.THROUGH_L1, amount());
            case PAY_TOKENS_ON_L1 -> tokens.pay(WorldWallet.L1);
            case PAY_TOKENS_ON_L2 -> tokens.pay(WorldWallet.L2);
            case TOKENS_IN, TOKENS_IN_AGAIN -> tokens.bringIn();
            case TOKENS_HOME -> exits.beginWithTokens(ExitState.Way.SEQUENCER);
            case TOKENS_FORCED_HOME -> exits.beginWithTokens(ExitState.Way.THROUGH_L1);
            case STEP, STEP_AGAIN -> exits.step();
            case LOOK, LOOK_AGAIN -> look();
            case BLOCKS, MORE_BLOCKS -> wallet.blocks(random.nextInt(1, 8));
            case SEQUENCER -> mischief.sequencer();
            case BATCHER -> mischief.batcher();
            case PROPOSER -> mischief.proposer();
            case CHALLENGER -> mischief.challenger();
            case HONEST -> mischief.honest();
            case REORGANISATION -> mischief.reorganise();
            case LIE_ON_L1 -> mischief.lie(wallet.l1Door);
            case LIE_ON_L2 -> mischief.lie(wallet.l2Door);
            case LIE_ON_BEACON -> mischief.beacon();
            case LATE_ON_L1 -> mischief.delay(wallet.l1Door);
            case LATE_ON_L2 -> mischief.delay(wallet.l2Door);
            case TRUTH -> mischief.truth();
            case PAUSE -> mischief.pause();
            case DEAR_GAS -> mischief.dearGas();
            case OTHER_CODE -> mischief.otherCode();
            case OTHER_BATCHES -> mischief.otherBatches();
            case CHECK -> check();
            case FALSE_ROOT -> falseRoot();
            case CONTEST -> contests.step();
            case DEATH, DEATH_AGAIN -> die();
        }
    }

    // ---- the user

    private Wei amount() {
        return TENTH.times(random.nextInt(1, 5));
    }

    private void pay(Network network) throws InterruptedException {
        Wei amount = amount();
        SendOrder order =
                SendOrder.of(wallet.own(), FRIEND, new Asset.Coin(network), new SendAmount.Exactly(amount.value()));
        wallet.signAndSend(network, order, () -> intended = intended.plus(amount));
    }

    private void deposit() throws InterruptedException {
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
    private void falseRoot() throws InterruptedException {
        mischief.falseRoots();
        exits.begin(ExitState.Way.SEQUENCER, amount());
        wallet.blocks(4);
        check();
    }

    // ---- the wallet's process ends

    /// In the midst of something, at any touch of disk or network; often between a signature and what follows it.
    /// Seldom with all its records.
    private void die() throws InterruptedException {
        Act act = OF_THE_USER.get(random.nextInt(OF_THE_USER.size()));
        boolean signing = random.nextBoolean();
        int touches = signing ? random.nextInt(1, TOUCHES_OF_A_SUBMISSION) : random.nextInt(1, MOST_TOUCHES);
        boolean robbed = random.nextInt(SELDOM) == 0 && contests.isEmpty();
        if (signing) {
            wallet.process.willDieSigning(touches);
        } else {
            wallet.process.willDie(touches);
        }
        story.add("  in " + act + ", after " + touches + (signing ? " from its signature on" : ""));
        try {
            play(act);
            story.add("  at its end");
        } catch (WorldFuse.Died e) {
            story.add("  in its midst");
        }
        startAgain(robbed && contests.isEmpty());
        look();
    }

    private void startAgain(boolean robbed) {
        if (robbed) {
            story.add("  all records are gone");
            wallet.process.startFromNothing(wallet.own());
            exits.forget();
            exits.findAgain();
        } else {
            wallet.process.startAgain();
            exits.readAgain();
            contests.readAgain();
        }
    }

    // ---- no false label

    private void look() throws InterruptedException {
        truth.look(exits.plans());
    }

    /// *Is this chain telling the truth?* of the newest root: whatever the servers say, a root that is true is
    /// not found false, nor the other way round.
    private void check() throws InterruptedException {
        CheckReport report = wallet.check(new CheckWish.Newest());
        Finding found = report.finding();
        boolean read = report.aim()
                .flatMap(CheckReport.Aim::read)
                .filter(WorldTruth::checked)
                .isPresent();
        boolean sure = mischief.serversAreHonest() || (report.l1Verified() && read);
        story.add("  " + found + (sure ? "" : ", on the server's word"));
        if (sure) {
            truth.require(found, report.aim().flatMap(CheckReport.Aim::l1Head));
            contests.begin(report);
        }
    }

    private WorldLedger ledger() {
        return new WorldLedger(wallet);
    }

    // ---- no lost money

    /// Everybody does what they should again, and every exit is brought home. Then the books must balance.
    void end() throws InterruptedException {
        story.add("the end");
        mischief.end();
        wallet.blocks(3);
        // Deposits among it: they are to arrive before long spans are skipped, also where gas has to become cheaper
        // first.
        for (int i = 0; i < MOST_WAITING && wallet.handOverLost(); i++) {
            wallet.blocks(3);
        }
        ledger().awaitDeposits();
        BigInteger paidBefore = ledger().given(FRIEND);
        if (random.nextInt(3) == 0 && contests.isEmpty()) {
            withoutServers();
        }
        List<ContestHome> contested = contests.home();
        List<Homecoming> all = new ArrayList<>(contested);
        if (exits.isRobbed()) {
            exits.findAgain();
        }
        all.addAll(home(exits.plans()));
        Homecoming.bringAll(wallet, all, this::maybeStartAgain);
        // What nobody remembered may have waited for gas to become cheaper.
        for (List<Exits.Plan> late = late(); !late.isEmpty(); late = late()) {
            Homecoming.bringAll(wallet, home(late), this::maybeStartAgain);
        }
        wallet.blocks(2);
        look();
        assertThat(contested).noneMatch(ContestHome::isLost);
        assertThat(ledger().unpaidWithdrawals()).isEmpty();
        assertThat(twice(ledger().withdrawn(), exits.wished())).isEmpty();
        assertThat(ledger().given(FRIEND)).isBetween(paidBefore, intended.value());
        assertThat(tokens.given(FRIEND)).isLessThanOrEqualTo(tokens.intended());
        assertThat(tokens.missing()).isEqualTo(BigInteger.ZERO);
        assertThat(ledger().movesLost()).isEqualTo(BigInteger.ZERO);
        assertThat(ledger().missing()).isEqualTo(BigInteger.ZERO);
        assertThat(ledger().fees()).isLessThan(WorldWallet.HELD.value());
        assertThat(wallet.rollup().faults().all()).isEmpty();
    }

    /// What the wallet said to come home though every server of the L2 were gone does so.
    private void withoutServers() throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            for (Homecoming one : home(exits.plans())) {
                one.turn();
            }
            wallet.blocks(Homecoming.LONG_BETWEEN);
        }
        List<Exits.Plan> promised = new WorldEvidence(wallet).promised(exits.plans());
        story.add("no server of the L2; promised: " + promised.size());
        wallet.l2Door.rpc("sandbox_misbehave", "[{\"kind\":\"deny\"}]");
        Homecoming.bringAll(wallet, home(promised), this::maybeStartAgain);
        assertThat(promised).allMatch(plan -> ledger().isPaidOut(plan));
        mischief.truth();
    }

    private List<Homecoming> home(List<Exits.Plan> plans) {
        List<Homecoming> all = new ArrayList<>();
        plans.forEach(plan -> all.add(new ExitHome(wallet, plan, story)));
        return all;
    }

    private List<Exits.Plan> late() {
        return exits.isRobbed() ? exits.findAgain() : List.of();
    }

    private void maybeStartAgain() {
        if (random.nextInt(SELDOM) == 0) {
            startAgain(false);
        }
    }

    /// What was done without a wish of its own.
    private static List<BigInteger> twice(List<BigInteger> done, List<BigInteger> wished) {
        List<BigInteger> over = new ArrayList<>(done);
        wished.forEach(over::remove);
        return over;
    }

    @Override
    public void close() throws IOException {
        wallet.close();
    }
}
