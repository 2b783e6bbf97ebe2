package org.lifeboat.app.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.SendAmount;
import org.lifeboat.engine.send.SendOrder;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Bridge;
import org.lifeboat.sandbox.rollup.BatchPlace;
import org.lifeboat.sandbox.rollup.BridgeDelays;
import org.lifeboat.sandbox.rollup.RollupPlan;

/// One world in which people, actors, servers and the chain itself do at random what they may, right or
/// wrong. The seed says what, and when the world began.
final class SeededWorld implements AutoCloseable {
    static final Address FRIEND = Address.fromHex("0x4444444444444444444444444444444444444444");

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private static final int DAY = 86_400;
    private static final int MOST_WAITING = 40;

    private static final int MOST_TOUCHES = 150;

    private static final int TOUCHES_OF_A_SUBMISSION = 10;

    /// The one beside it: fewer blocks, in blobs, and a root each half hour.
    private static final RollupPlan OTHER =
            RollupPlan.SECOND.with(new RollupPlan.Habits(4, BatchPlace.BLOBS, 450, true));

    /// Once in so many cases.
    private static final int SELDOM = 5;

    private final SplittableRandom random;
    private final WorldWallet wallet;
    private final List<WorldRollup> rollups;
    private final List<String> story = new ArrayList<>();
    private Wei intended = Wei.ZERO;

    SeededWorld(long seed) throws IOException {
        this.random = new SplittableRandom(seed);
        this.wallet = WorldWallet.quick(
                Keccak256.digest(Hash32.ofNumber(seed).toArray()),
                BEGIN.plusSeconds(random.nextInt(DAY)),
                shapes(seed));
        this.rollups = wallet.onEach().stream()
                .map(each -> new WorldRollup(each, random, story))
                .toList();
        rollups.getFirst().tokens.give();
        rollups.getFirst().mischief.batchesTo(BatchPlace.values()[(int) (seed % BatchPlace.values().length)]);
    }

    /// Every eighth world has two rollups, of different shapes.
    private static List<RollupPlan> shapes(long seed) {
        return seed % 8 == 5 ? List.of(shape(seed), OTHER) : List.of(shape(seed));
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
        WorldRollup at = somewhere();
        WorldRollup first = rollups.getFirst();
        switch (act) {
            case PAY_ON_L1 -> pay(at, WorldWallet.L1);
            case PAY_ON_L2 -> pay(at, at.wallet.l2());
            case DEPOSIT -> at.deposit();
            case EXIT -> at.exits.begin(ExitState.Way.SEQUENCER, at.amount());
            case FORCED_EXIT -> at.exits.begin(ExitState.Way.THROUGH_L1, at.amount());
            case PAY_TOKENS_ON_L1 -> first.tokens.pay(WorldWallet.L1);
            case PAY_TOKENS_ON_L2 -> first.tokens.pay(first.wallet.l2());
            case TOKENS_IN, TOKENS_IN_AGAIN -> first.tokens.bringIn();
            case TOKENS_HOME -> first.exits.beginWithTokens(ExitState.Way.SEQUENCER);
            case TOKENS_FORCED_HOME -> first.exits.beginWithTokens(ExitState.Way.THROUGH_L1);
            case STEP, STEP_AGAIN -> at.exits.step();
            case LOOK, LOOK_AGAIN -> look();
            case BLOCKS, MORE_BLOCKS -> wallet.blocks(random.nextInt(1, 8));
            case SEQUENCER -> at.mischief.sequencer();
            case BATCHER -> at.mischief.batcher();
            case PROPOSER -> at.mischief.proposer();
            case CHALLENGER -> at.mischief.challenger();
            case HONEST -> at.mischief.honest();
            case REORGANISATION -> at.mischief.reorganise();
            case LIE_ON_L1 -> at.mischief.lie(at.wallet.l1Door);
            case LIE_ON_L2 -> at.mischief.lie(at.wallet.l2Door);
            case LIE_ON_BEACON -> at.mischief.beacon();
            case LATE_ON_L1 -> at.mischief.delay(at.wallet.l1Door);
            case LATE_ON_L2 -> at.mischief.delay(at.wallet.l2Door);
            case TRUTH -> at.mischief.truth();
            case PAUSE -> at.mischief.pause();
            case DEAR_GAS -> at.mischief.dearGas();
            case OTHER_CODE -> at.mischief.otherCode();
            case OTHER_BATCHES -> at.mischief.otherBatches();
            case CHECK -> at.check(serversAreHonest());
            case FALSE_ROOT -> at.falseRoot(serversAreHonest());
            case CONTEST -> at.contests.step();
            case DEATH, DEATH_AGAIN -> die();
        }
    }

    /// Where there are two rollups, one of them.
    private WorldRollup somewhere() {
        WorldRollup at = rollups.size() == 1 ? rollups.getFirst() : rollups.get(random.nextInt(rollups.size()));
        if (rollups.size() > 1) {
            story.add("  on " + at.wallet.l2().name());
        }
        return at;
    }

    private boolean serversAreHonest() {
        return rollups.stream().allMatch(each -> each.mischief.serversAreHonest());
    }

    private void pay(WorldRollup at, Network network) throws InterruptedException {
        Wei amount = at.amount();
        SendOrder order =
                SendOrder.of(wallet.own(), FRIEND, new Asset.Coin(network), new SendAmount.Exactly(amount.value()));
        wallet.signAndSend(network, order, () -> intended = intended.plus(amount));
    }

    // ---- the wallet's process ends

    /// In the midst of something, at any touch of disk or network; often between a signature and what follows it.
    /// Seldom with all its records.
    private void die() throws InterruptedException {
        Act act = OF_THE_USER.get(random.nextInt(OF_THE_USER.size()));
        boolean signing = random.nextBoolean();
        int touches = signing ? random.nextInt(1, TOUCHES_OF_A_SUBMISSION) : random.nextInt(1, MOST_TOUCHES);
        boolean robbed = random.nextInt(SELDOM) == 0;
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
        startAgain(robbed);
        look();
    }

    private void startAgain(boolean robbed) {
        if (robbed) {
            story.add("  all records are gone");
            wallet.process.startFromNothing(wallet.own());
            rollups.forEach(WorldRollup::startFromNothing);
        } else {
            wallet.process.startAgain();
            rollups.forEach(WorldRollup::readAgain);
        }
    }

    private void maybeStartAgain() {
        if (random.nextInt(SELDOM) == 0) {
            startAgain(false);
        }
    }

    // ---- no false label

    private void look() throws InterruptedException {
        for (WorldRollup each : rollups) {
            each.look();
        }
    }

    // ---- no lost money

    /// Everybody does what they should again, and every exit is brought home. Then the books must balance.
    void end() throws InterruptedException {
        story.add("the end");
        rollups.forEach(each -> each.mischief.end());
        wallet.blocks(3);
        // Deposits among it: they are to arrive before long spans are skipped, also where gas has to become cheaper
        // first.
        for (int i = 0; i < MOST_WAITING && wallet.handOverLost(); i++) {
            wallet.blocks(3);
        }
        ledgers().forEach(WorldLedger::awaitDeposits);
        BigInteger paidBefore = WorldLedger.given(ledgers(), FRIEND);
        if (random.nextInt(3) == 0 && rollups.stream().allMatch(each -> each.contests.isEmpty())) {
            for (WorldRollup each : rollups) {
                each.withoutServers(this::maybeStartAgain);
            }
        }
        rollups.forEach(WorldRollup::findAll);
        List<ContestHome> contested =
                rollups.stream().flatMap(each -> each.contests.home().stream()).toList();
        List<Homecoming> all = new ArrayList<>(contested);
        rollups.forEach(each -> all.addAll(each.home(each.exits.plans())));
        Homecoming.bringAll(wallet, all, this::maybeStartAgain);
        // What nobody remembered may have waited for gas to become cheaper.
        for (List<Homecoming> late = late(); !late.isEmpty(); late = late()) {
            Homecoming.bringAll(wallet, late, this::maybeStartAgain);
        }
        wallet.blocks(2);
        look();
        assertThat(contested).noneMatch(ContestHome::isLost);
        rollups.forEach(WorldRollup::requireWhole);
        WorldTokens tokens = rollups.getFirst().tokens;
        assertThat(WorldLedger.given(ledgers(), FRIEND)).isBetween(paidBefore, intended.value());
        assertThat(tokens.given(FRIEND)).isLessThanOrEqualTo(tokens.intended());
        assertThat(tokens.missing()).isEqualTo(BigInteger.ZERO);
        assertThat(WorldLedger.missing(ledgers())).isEqualTo(BigInteger.ZERO);
    }

    private List<WorldLedger> ledgers() {
        return rollups.stream().map(WorldRollup::ledger).toList();
    }

    private List<Homecoming> late() {
        return rollups.stream().flatMap(each -> each.late().stream()).toList();
    }

    @Override
    public void close() throws IOException {
        wallet.close();
    }
}
