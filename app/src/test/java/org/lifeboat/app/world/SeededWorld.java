package org.lifeboat.app.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.balances.Figure;
import org.lifeboat.engine.balances.NetworkReport;
import org.lifeboat.engine.balances.Row;
import org.lifeboat.engine.balances.Vouched;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.chaincheck.CheckWish;
import org.lifeboat.engine.chaincheck.Finding;
import org.lifeboat.engine.exit.ExitReport;
import org.lifeboat.engine.exit.ExitStage;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.SendAmount;
import org.lifeboat.engine.send.SendOrder;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.L1Call;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.node.ChainNode;
import org.lifeboat.sandbox.rollup.BatchPlace;

/// One world in which people, actors, servers and the chain itself do at random what they may, right or
/// wrong. The seed says what, and when the world began.
final class SeededWorld implements AutoCloseable {
    static final Address FRIEND = Address.fromHex("0x4444444444444444444444444444444444444444");

    private static final Wei TENTH = Wei.of(100_000_000_000_000_000L);

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private static final int DAY = 86_400;
    private static final int MOST_WAITING = 40;

    private final SplittableRandom random;
    private final WorldWallet wallet;
    private final WorldMischief mischief;
    private final WorldTokens tokens;
    private final WorldContests contests;
    private final List<String> story = new ArrayList<>();
    private final List<Exits.Plan> plans = new ArrayList<>();
    private Wei intended = Wei.ZERO;

    SeededWorld(long seed) throws IOException {
        this.random = new SplittableRandom(seed);
        this.wallet = WorldWallet.quick(
                Keccak256.digest(Hash32.ofNumber(seed).toArray()), BEGIN.plusSeconds(random.nextInt(DAY)));
        this.mischief = new WorldMischief(wallet, random, story);
        this.tokens = new WorldTokens(wallet, random, story);
        this.contests = new WorldContests(wallet, random, story);
        tokens.give();
        mischief.batchesTo(BatchPlace.values()[(int) (seed % BatchPlace.values().length)]);
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
        CONTEST
    }

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
            case EXIT -> begin(ExitState.Way.SEQUENCER);
            case FORCED_EXIT -> begin(ExitState.Way.THROUGH_L1);
            case PAY_TOKENS_ON_L1 -> tokens.pay(WorldWallet.L1);
            case PAY_TOKENS_ON_L2 -> tokens.pay(WorldWallet.L2);
            case TOKENS_IN, TOKENS_IN_AGAIN -> tokens.bringIn();
            case TOKENS_HOME -> beginWithTokens(ExitState.Way.SEQUENCER);
            case TOKENS_FORCED_HOME -> beginWithTokens(ExitState.Way.THROUGH_L1);
            case STEP, STEP_AGAIN -> step();
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
        if (wallet.signAndSend(network, order)) {
            intended = intended.plus(amount);
        }
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

    private void begin(ExitState.Way way) throws InterruptedException {
        Exits.Plan plan = wallet.begin(way, amount());
        plans.add(plan);
        wallet.carryOut(plan);
    }

    private void beginWithTokens(ExitState.Way way) throws InterruptedException {
        Optional<Exits.Plan> plan = tokens.takeOut(way);
        story.add("  " + plan.map(Exits.Plan::state));
        if (plan.isPresent()) {
            plans.add(plan.get());
            wallet.carryOut(plan.get());
        }
    }

    /// The operator posts false roots, a withdrawal calls for one, and the user looks at it.
    private void falseRoot() throws InterruptedException {
        mischief.falseRoots();
        begin(ExitState.Way.SEQUENCER);
        wallet.blocks(4);
        check();
    }

    private void step() throws InterruptedException {
        if (!plans.isEmpty()) {
            wallet.carryOut(plans.get(random.nextInt(plans.size())));
        }
    }

    // ---- no false label

    private void look() throws InterruptedException {
        for (Network network : List.of(WorldWallet.L1, WorldWallet.L2)) {
            NetworkReport report = wallet.refresh(network, List.of(tokens.of(network)));
            for (Row row : report.rows()) {
                if (row.newest() instanceof Figure.Known figure) {
                    requireTrue(network, row.position().asset(), figure);
                }
                if (row.vouched() instanceof Vouched.Known(Figure.Known figure, var _)) {
                    assertThat(figure.assurance().level()).isNotEqualTo(Assurance.Level.CLAIMED);
                    requireTrue(network, row.position().asset(), figure);
                }
            }
        }
        for (Exits.Plan plan : plans) {
            requireTrue(ExitReport.of(wallet.look(plan)));
        }
    }

    /// What was checked is so in the block that it names. What is posted or final is in the chain as L1 has
    /// it; what only fits a header may be of the chain that an equivocating sequencer shows.
    private void requireTrue(Network network, Asset asset, Figure.Known figure) {
        boolean matched = figure.assurance().has(Assurance.Mark.MATCHED);
        boolean vouched = figure.assurance().level() != Assurance.Level.CLAIMED;
        if (!matched && !vouched) {
            return;
        }
        ChainNode chain =
                network.isL2() ? wallet.rollup().node() : wallet.sandbox().l1();
        Optional<SealedBlock> block = chain.history().find(figure.block().hash());
        if (!vouched && network.isL2()) {
            block = block.or(
                    () -> wallet.rollup().shown().history().find(figure.block().hash()));
        }
        assertThat(block).as("%s: %s", network.name(), figure).isPresent();
        assertThat(figure.amount().units())
                .as("%s: %s", network.name(), figure)
                .isEqualTo(
                        asset instanceof Asset.Coin
                                ? WorldLedger.balance(block.orElseThrow(), wallet.own())
                                : tokens.balance(network, block.orElseThrow(), wallet.own()));
    }

    private static boolean checked(Assurance how) {
        return how.level() != Assurance.Level.CLAIMED || how.has(Assurance.Mark.MATCHED);
    }

    private void requireTrue(ExitReport report) {
        boolean checked = report.assurance().filter(SeededWorld::checked).isPresent();
        if (report.stage() == ExitStage.PAID_OUT && checked) {
            assertThat(ledger().isPaidOut(report.plan())).as("%s", report).isTrue();
        }
    }

    /// *Is this chain telling the truth?* of the newest root: whatever the servers say, a root that is true is
    /// not found false, nor the other way round.
    private void check() throws InterruptedException {
        CheckReport report = wallet.check(new CheckWish.Newest());
        Finding found = report.finding();
        boolean read = report.aim()
                .flatMap(CheckReport.Aim::read)
                .filter(SeededWorld::checked)
                .isPresent();
        boolean sure = mischief.serversAreHonest() || (report.l1Verified() && read);
        story.add("  " + found + (sure ? "" : ", on the server's word"));
        if (sure) {
            requireTrue(found, report.aim().flatMap(CheckReport.Aim::l1Head));
            contests.begin(report);
        }
    }

    private void requireTrue(Finding found, Optional<Hash32> l1Head) {
        switch (found) {
            case Finding.True(BlockRef block, Hash32 root) ->
                assertThat(ledger().root(block.number())).as("%s", found).contains(root);
            case Finding.False(BlockRef block, Hash32 claimed, Hash32 _) ->
                assertThat(ledger().root(block.number())).as("%s", found).isNotEqualTo(Optional.of(claimed));
            case Finding.NotThere(BlockRef _, Hash32 _, long number, Hash32 claimed) ->
                assertThat(ledger().root(number).filter(_ -> ledger().follows(number, l1Head)))
                        .as("%s", found)
                        .isNotEqualTo(Optional.of(claimed));
            case Finding.CouldNotCheck _, Finding.Cancelled _ -> {}
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
        List<ContestHome> contested = contests.home();
        List<Homecoming> all = new ArrayList<>(contested);
        plans.forEach(plan -> all.add(new ExitHome(wallet, plan, story)));
        Homecoming.bringAll(wallet, all);
        wallet.blocks(2);
        look();
        assertThat(contested).noneMatch(ContestHome::isLost);
        assertThat(ledger().unpaidWithdrawals()).isEmpty();
        assertThat(ledger().given(FRIEND)).isBetween(paidBefore, intended.value());
        assertThat(tokens.given(FRIEND)).isLessThanOrEqualTo(tokens.intended());
        assertThat(tokens.missing()).isEqualTo(BigInteger.ZERO);
        assertThat(ledger().movesLost()).isEqualTo(BigInteger.ZERO);
        assertThat(ledger().missing()).isEqualTo(BigInteger.ZERO);
        assertThat(ledger().fees()).isLessThan(WorldWallet.HELD.value());
        assertThat(wallet.rollup().faults().all()).isEmpty();
    }

    @Override
    public void close() throws IOException {
        wallet.close();
    }
}
