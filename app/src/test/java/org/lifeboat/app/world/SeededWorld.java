package org.lifeboat.app.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
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
import org.lifeboat.engine.exit.ExitReport;
import org.lifeboat.engine.exit.ExitStage;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.SendAmount;
import org.lifeboat.engine.send.SendOrder;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.L1Call;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.node.ChainNode;

/// One world in which people, actors, servers and the chain itself do at random what they may, right or
/// wrong. The seed says what; the times are the computer's own.
final class SeededWorld implements AutoCloseable {
    static final Address FRIEND = Address.fromHex("0x4444444444444444444444444444444444444444");

    private static final Wei TENTH = Wei.of(100_000_000_000_000_000L);

    private static final List<String> LIES = List.of(
            "balance",
            "stateRoot",
            "storageHash",
            "hash",
            "number",
            "accountProof",
            "proof",
            "value",
            "logs",
            "data",
            "eth_getProof",
            "eth_getTransactionCount",
            "status",
            "blockNumber");

    private final SplittableRandom random;
    private final WorldWallet wallet;
    private final List<String> story = new ArrayList<>();
    private final List<Exits.Plan> plans = new ArrayList<>();
    private Wei intended = Wei.ZERO;

    SeededWorld(long seed) throws IOException {
        this.random = new SplittableRandom(seed);
        this.wallet = WorldWallet.quick(Keccak256.digest(Hash32.ofNumber(seed).toArray()));
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
        TRUTH,
        PAUSE,
        DEAR_GAS
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
            case STEP, STEP_AGAIN -> step();
            case LOOK, LOOK_AGAIN -> look();
            case BLOCKS, MORE_BLOCKS -> wallet.blocks(random.nextInt(1, 8));
            case SEQUENCER ->
                tell(
                        "sequencer",
                        "{\"kind\":\"stop\"}",
                        "{\"kind\":\"equivocate\"}",
                        "{\"kind\":\"late\",\"seconds\":30}",
                        "{\"kind\":\"censor\",\"accounts\":[\"" + wallet.own() + "\"]}");
            case BATCHER -> tell("batcher", "{\"kind\":\"stop\"}", "{\"kind\":\"late\",\"seconds\":60}");
            case PROPOSER ->
                tell("proposer", "{\"kind\":\"stop\"}", "{\"kind\":\"falseRoots\"}", "{\"kind\":\"falseRoots\"}");
            case CHALLENGER -> tell("challenger", "{\"kind\":\"late\",\"seconds\":3600}");
            case HONEST -> honest();
            case REORGANISATION -> wallet.sandbox().l1().reorganise(random.nextInt(1, 5), random.nextBoolean());
            case LIE_ON_L1 -> lie(true);
            case LIE_ON_L2 -> lie(false);
            case TRUTH -> truth();
            case PAUSE -> {
                wallet.rollup().guardian().pause(random.nextBoolean());
                wallet.blocks(1);
            }
            case DEAR_GAS -> wallet.l1Door.rpc("sandbox_raiseBaseFee", "[\"0x4a817c800\"]"); // 20 gwei
        }
    }

    private void tell(String actor, String... conducts) {
        String conduct = conducts[random.nextInt(conducts.length)];
        story.add(actor + " " + conduct);
        wallet.l2Door.rpc("sandbox_tell", "[\"" + actor + "\"," + conduct + "]");
    }

    private void honest() {
        for (String actor : List.of("sequencer", "batcher", "proposer", "challenger")) {
            wallet.l2Door.rpc("sandbox_tell", "[\"" + actor + "\",{\"kind\":\"honest\"}]");
        }
    }

    private void lie(boolean onL1) {
        String way = random.nextBoolean()
                ? "{\"kind\":\"random\",\"perThousand\":%d,\"seed\":%d}"
                        .formatted(random.nextInt(5, 200), random.nextInt(1_000))
                : "{\"kind\":\"lie\",\"about\":\"%s\",\"seed\":%d}"
                        .formatted(LIES.get(random.nextInt(LIES.size())), random.nextInt(1_000));
        story.add((onL1 ? "L1 " : "L2 ") + way);
        (onL1 ? wallet.l1Door : wallet.l2Door).rpc("sandbox_misbehave", "[" + way + "]");
    }

    /// The servers tell the truth from now on, and the user trusts them again.
    private void truth() {
        wallet.l1Door.rpc("sandbox_behave", "[]");
        wallet.l2Door.rpc("sandbox_behave", "[]");
        for (Network network : List.of(WorldWallet.L1, WorldWallet.L2)) {
            wallet.online.sources(network.chain()).forEach(source -> wallet.online.trustAgain(source.id()));
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
        if (signAndSend(network, order)) {
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
        signAndSend(
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

    /// @return whether it was signed
    private boolean signAndSend(Network network, SendOrder order) throws InterruptedException {
        var draft = wallet.draft(network, order);
        draft.ifPresent(wallet::submit);
        return draft.isPresent();
    }

    private void begin(ExitState.Way way) throws InterruptedException {
        Exits.Plan plan = wallet.begin(way, amount());
        plans.add(plan);
        wallet.carryOut(plan);
    }

    private void step() throws InterruptedException {
        if (!plans.isEmpty()) {
            wallet.carryOut(plans.get(random.nextInt(plans.size())));
        }
    }

    // ---- no false label

    private void look() throws InterruptedException {
        for (Network network : List.of(WorldWallet.L1, WorldWallet.L2)) {
            NetworkReport report = wallet.refresh(network);
            for (Row row : report.rows()) {
                if (row.newest() instanceof Figure.Known figure) {
                    requireTrue(network, figure);
                }
                if (row.vouched() instanceof Vouched.Known(Figure.Known figure)) {
                    assertThat(figure.assurance().level()).isNotEqualTo(Assurance.Level.CLAIMED);
                    requireTrue(network, figure);
                }
            }
        }
        for (Exits.Plan plan : plans) {
            requireTrue(ExitReport.of(wallet.look(plan)));
        }
    }

    /// What was checked is so in the block that it names. What is posted or final is in the chain as L1 has
    /// it; what only fits a header may be of the chain that an equivocating sequencer shows.
    private void requireTrue(Network network, Figure.Known figure) {
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
                .isEqualTo(WorldLedger.balance(block.orElseThrow(), wallet.own()));
    }

    private void requireTrue(ExitReport report) {
        boolean checked = report.assurance()
                .filter(how -> how.level() != Assurance.Level.CLAIMED || how.has(Assurance.Mark.MATCHED))
                .isPresent();
        if (report.stage() == ExitStage.PAID_OUT && checked) {
            assertThat(ledger().isPaidOut(report.plan())).as("%s", report).isTrue();
        }
    }

    private WorldLedger ledger() {
        return new WorldLedger(wallet);
    }

    // ---- no lost money

    /// Everybody does what they should again, and every exit is brought home. Then the books must balance.
    void end() throws InterruptedException {
        story.add("the end");
        truth();
        honest();
        wallet.rollup().guardian().pause(false);
        wallet.blocks(3);
        ledger().awaitDeposits();
        BigInteger paidBefore = ledger().given(FRIEND);
        for (Exits.Plan plan : plans) {
            new ExitHome(wallet, plan, story).bring();
        }
        wallet.blocks(2);
        look();
        assertThat(ledger().unpaidWithdrawals()).isEmpty();
        assertThat(ledger().given(FRIEND)).isBetween(paidBefore, intended.value());
        assertThat(ledger().missing()).isEqualTo(BigInteger.ZERO);
        assertThat(ledger().fees()).isLessThan(WorldWallet.HELD.value());
        assertThat(wallet.rollup().faults().all()).isEmpty();
    }

    @Override
    public void close() throws IOException {
        wallet.close();
    }
}
