package org.lifeboat.app.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.Figure;
import org.lifeboat.engine.balances.NetworkReport;
import org.lifeboat.engine.balances.Row;
import org.lifeboat.engine.balances.Vouched;
import org.lifeboat.engine.exit.BridgeCodes;
import org.lifeboat.engine.exit.BridgeReport;
import org.lifeboat.engine.exit.ExitRequest;
import org.lifeboat.engine.exit.ExitStage;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.Leaving;
import org.lifeboat.engine.exit.Readiness;
import org.lifeboat.engine.send.Submission;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.watch.ChainWatch;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Powers;
import org.lifeboat.sandbox.rollup.Role;
import org.lifeboat.sandbox.world.PlayWorld;

/// Each way in which the world can do wrong, and what the wallet says of it.
class MisbehaviourTest {
    private static final Address FRIEND = Address.fromHex("0x2222222222222222222222222222222222222222");
    private static final Wei TWO = PlayWorld.ether(2);

    private WorldWallet wallet;

    @BeforeEach
    void open() throws IOException {
        wallet = WorldWallet.open();
    }

    @AfterEach
    void close() throws IOException {
        assertThat(wallet.rollup().faults().all()).isEmpty();
        wallet.close();
    }

    @Test
    void aPausedBridge_isSaid_andStopsTheExitUntilItGoesOn() throws InterruptedException {
        Exits.Plan plan = wallet.begin(ExitState.Way.SEQUENCER, TWO);
        assertThat(wallet.carryOut(plan)).isTrue();
        wallet.blocks(4);
        assertThat(wallet.stage(plan)).isEqualTo(ExitStage.CAN_PROVE);

        wallet.l2Door.rpc("sandbox_pauseBridge", "[true]");
        wallet.blocks(3);
        assertThat(bridge().paused()).isTrue();
        assertThat(wallet.stage(plan)).isEqualTo(ExitStage.PAUSED);
        assertThat(wallet.request(plan, true)).isInstanceOf(ExitRequest.Nothing.class);

        wallet.l2Door.rpc("sandbox_pauseBridge", "[false]");
        wallet.blocks(3);
        assertThat(bridge().paused()).isFalse();
        assertThat(wallet.stage(plan)).isEqualTo(ExitStage.CAN_PROVE);
    }

    private BridgeReport bridge() {
        return BridgeReport.of(wallet.place(), wallet.exits().bridge(wallet.place()))
                .orElseThrow();
    }

    @Test
    void otherCodeBehindThePortal_isSaidUntilItIsAccepted() {
        BridgeCodes codes = new BridgeCodes(wallet.storage().settings());
        Powers before = wallet.exits().risks(wallet.place()).orElseThrow();
        assertThat(before.upgrader()).contains(wallet.rollup().plan().account(Role.GUARDIAN));
        assertThat(codes.changed(WorldWallet.L2.chain(), before, wallet.now())).isEmpty();

        Address made =
                Address.fromHex(wallet.l2Door.rpc("sandbox_changePortal", "[]").stringValue());
        wallet.blocks(3);

        Powers after = wallet.exits().risks(wallet.place()).orElseThrow();
        assertThat(codes.changed(WorldWallet.L2.chain(), after, wallet.now()))
                .singleElement()
                .satisfies(changed -> {
                    assertThat(changed.role()).isEqualTo(Powers.Role.PORTAL);
                    assertThat(changed.now()).isEqualTo(made);
                });
    }

    @Test
    void dearGas_isSaidToBeMoreThanIsHeldForTheWayOut() {
        Address poor = Address.fromHex("0x3333333333333333333333333333333333333333");
        wallet.sandbox().faucet().giveCoins(poor, Wei.of(20_000_000_000_000_000L));
        wallet.blocks(3);
        assertThat(readiness(poor).missing()).isEmpty();

        wallet.l1Door.rpc("sandbox_raiseBaseFee", "[\"0x2540be4000\"]"); // 160 gwei
        wallet.blocks(1);

        assertThat(readiness(poor).missing()).isPresent();
    }

    private Readiness readiness(Address account) {
        Leaving leaving = Leaving.read(wallet.exits(), wallet.place(), List.of(account), WorldWallet.PATIENCE);
        assertThat(leaving).isInstanceOf(Leaving.Read.class);
        return Optional.ofNullable(((Leaving.Read) leaving).accounts().get(account))
                .orElseThrow();
    }

    /// The money was taken off the L2 in a block that only the sequencer tells of. A root that L1 has
    /// does not fit that block, so nothing is proven against it, and the payment never counts as posted.
    @Test
    void anEquivocatingSequencer_isSeenByTheRootOnL1() throws InterruptedException {
        tell("sequencer", "{\"kind\":\"equivocate\"}");
        Exits.Plan told = wallet.begin(ExitState.Way.SEQUENCER, TWO);
        assertThat(wallet.carryOut(told)).isTrue();
        wallet.blocks(3);
        assertThat(wallet.stage(told)).isIn(ExitStage.NO_ROOT_BUT_OWN, ExitStage.NO_ROOT);
        Figure.Known claimed = known(wallet.refresh(WorldWallet.L2));
        assertThat(claimed.amount().units()).isLessThan(PlayWorld.ether(3).value());
        assertThat(claimed.assurance().level()).isEqualTo(Assurance.Level.CLAIMED);

        Exits.Plan forced = wallet.begin(ExitState.Way.THROUGH_L1, PlayWorld.ether(1));
        assertThat(wallet.carryOut(forced)).isTrue();
        wallet.blocks(14);

        assertThat(wallet.request(told, false)).isInstanceOf(ExitRequest.OtherRoot.class);
        NetworkReport later = wallet.refresh(WorldWallet.L2);
        assertThat(known(later).assurance().level()).isEqualTo(Assurance.Level.CLAIMED);
        assertVouchedIsTrue(later);

        tell("sequencer", "{\"kind\":\"honest\"}");
        assertThat(wallet.stage(told))
                .as("what was forced may have taken its number")
                .isIn(ExitStage.AWAIT_OWN, ExitStage.AWAIT_SEQUENCER, ExitStage.OVERTAKEN);
    }

    /// What L1 vouches for was so, on the chain as L1 has it.
    private void assertVouchedIsTrue(NetworkReport report) {
        if (report.rows().getFirst().vouched() instanceof Vouched.Known(Figure.Known figure, var _)) {
            var block =
                    wallet.rollup().node().history().find(figure.block().hash()).orElseThrow();
            BigInteger truth = block.state()
                    .account(wallet.own())
                    .map(account -> account.balance().value())
                    .orElse(BigInteger.ZERO);
            assertThat(figure.amount().units()).isEqualTo(truth);
        }
    }

    private static Figure.Known known(NetworkReport report) {
        Row row = report.rows().getFirst();
        assertThat(row.newest()).isInstanceOf(Figure.Known.class);
        return (Figure.Known) row.newest();
    }

    /// Whoever withholds the data, or the roots: no root comes any more, and that is seen.
    @ParameterizedTest
    @ValueSource(strings = {"batcher", "proposer"})
    void rootsThatStopComing_areSaidToBeLate(String actor) throws InterruptedException {
        // The third root, soon after a withdrawal: before it there is one pause, and none to be late against.
        assertThat(wallet.exits().rhythm(wallet.place()))
                .hasValueSatisfying(
                        rhythm -> assertThat(rhythm.late(wallet.now())).isFalse());
        assertThat(wallet.carryOut(wallet.begin(ExitState.Way.SEQUENCER, TWO))).isTrue();
        wallet.blocks(20);
        assertThat(wallet.exits().rhythm(wallet.place()))
                .hasValueSatisfying(
                        rhythm -> assertThat(rhythm.late(wallet.now())).isFalse());
        tell(actor, "{\"kind\":\"stop\"}");
        assertThat(wallet.pay(WorldWallet.L2, FRIEND, TWO)).isInstanceOf(Submission.Result.Sent.class);
        wallet.blocks(120);

        assertThat(wallet.exits().rhythm(wallet.place()))
                .hasValueSatisfying(
                        rhythm -> assertThat(rhythm.late(wallet.now())).isTrue());
        assertThat(known(wallet.refresh(WorldWallet.L2)).assurance().level()).isEqualTo(Assurance.Level.CLAIMED);
    }

    @Test
    void aSequencerThatIsGone_isSaidToStandStill() {
        ChainWatch watch = new ChainWatch(wallet.storage().settings());
        assertThat(look(watch)).isInstanceOf(ChainWatch.Seen.Runs.class);

        tell("sequencer", "{\"kind\":\"stop\"}");
        wallet.blocks(20);

        assertThat(look(watch)).isInstanceOf(ChainWatch.Seen.StandsStill.class);
    }

    private ChainWatch.Seen look(ChainWatch watch) {
        return watch.look(
                WorldWallet.L2, wallet.online().sources(WorldWallet.L2.chain()), WorldWallet.PATIENCE, wallet.now());
    }

    /// Censored, the exit through the sequencer waits and is shown to wait; nothing is lost.
    @Test
    void censorship_isSeenAsAnExitThatTheSequencerDoesNotTake() throws InterruptedException {
        tell("sequencer", "{\"kind\":\"censor\",\"accounts\":[\"" + wallet.own() + "\"]}");
        Exits.Plan plan = wallet.begin(ExitState.Way.SEQUENCER, TWO);
        assertThat(wallet.carryOut(plan)).isTrue();
        wallet.blocks(10);

        assertThat(wallet.stage(plan)).isIn(ExitStage.AWAIT_OWN, ExitStage.AWAIT_SEQUENCER);
        assertThat(wallet.truth(WorldWallet.L2)).isEqualTo(WorldWallet.HELD.value());
    }

    /// One member after the other of what a node answers is another than the true one. The figure is then
    /// missing, or right, or shown as one server's word; never is a false one shown as checked.
    @Test
    void aLieAboutAnyMember_neverBecomesAFigureThatWasChecked() throws InterruptedException {
        SourceId node =
                wallet.online().sources(WorldWallet.L1.chain()).getFirst().id();
        int refuted = 0;
        for (String about : LIES) {
            wallet.l1Door.rpc("sandbox_misbehave", "[{\"kind\":\"lie\",\"about\":\"" + about + "\",\"seed\":7}]");
            NetworkReport report = wallet.refresh(WorldWallet.L1);
            boolean right = report.rows().getFirst().newest() instanceof Figure.Known figure
                    && figure.amount().units().equals(wallet.truth(WorldWallet.L1));
            boolean checked = report.rows().getFirst().newest() instanceof Figure.Known figure
                    && (figure.assurance().level() != Assurance.Level.CLAIMED
                            || figure.assurance().has(Assurance.Mark.MATCHED));
            assertThat(checked && !right).as(about).isFalse();
            refuted += report.disagreements().isEmpty() ? 0 : 1;
            wallet.l1Door.rpc("sandbox_behave", "[]");
            wallet.online().trustAgain(node);
        }
        assertThat(refuted).as("lies that were named").isGreaterThan(LIES.size() / 2);
    }

    /// Every member of a header and of an account's proof (EIP-1186; execution-apis, `Block`), and the
    /// methods of a refresh.
    private static final List<String> LIES = List.of(
            "parentHash",
            "sha3Uncles",
            "miner",
            "stateRoot",
            "transactionsRoot",
            "receiptsRoot",
            "logsBloom",
            "number",
            "gasLimit",
            "gasUsed",
            "timestamp",
            "mixHash",
            "baseFeePerGas",
            "withdrawalsRoot",
            "parentBeaconBlockRoot",
            "requestsHash",
            "hash",
            "balance",
            "codeHash",
            "storageHash",
            "accountProof",
            "eth_getProof",
            "eth_getBlockByNumber");

    /// The truth, late: the wallet waits, and says the truth.
    @Test
    void aSlowNode_isWaitedFor() throws InterruptedException {
        wallet.l1Door.rpc("sandbox_misbehave", "[{\"kind\":\"delay\",\"milliseconds\":300}]");

        assertThat(known(wallet.refresh(WorldWallet.L1)).amount().units()).isEqualTo(wallet.truth(WorldWallet.L1));
    }

    /// A payment that a reorganisation of L1 took away is not shown as paid, and is there again when it is
    /// mined again.
    @Test
    void aReorganisation_takesADepositBackOnBothLayers() throws InterruptedException {
        BigInteger before = wallet.truth(WorldWallet.L2);
        wallet.sandbox().faucet().bridgeCoins(wallet.rollup().plan().portal(), wallet.own(), TWO);
        wallet.blocks(2);
        assertThat(known(wallet.refresh(WorldWallet.L2)).amount().units()).isEqualTo(before.add(TWO.value()));

        wallet.l1Door.rpc("sandbox_reorganise", "[4,false]");
        wallet.blocks(2);

        assertThat(known(wallet.refresh(WorldWallet.L2)).amount().units()).isEqualTo(before);
        wallet.skip(Duration.ofMinutes(10));
        assertVouchedIsTrue(wallet.refresh(WorldWallet.L2));
    }

    private void tell(String actor, String conduct) {
        wallet.l2Door.rpc("sandbox_tell", "[\"" + actor + "\"," + conduct + "]");
    }
}
