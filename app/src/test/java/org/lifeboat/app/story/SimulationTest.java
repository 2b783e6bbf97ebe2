package org.lifeboat.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.send.Check;
import org.lifeboat.engine.send.Draft;
import org.lifeboat.engine.send.EffectLine;
import org.lifeboat.engine.send.EffectLines;
import org.lifeboat.engine.send.Preparation;
import org.lifeboat.engine.send.Rehearsing;
import org.lifeboat.engine.send.SendAmount;
import org.lifeboat.engine.send.SendOrder;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.verified.Simulated;
import org.lifeboat.primitives.Gas;
import org.lifeboat.testkit.liar.Personality;
import org.lifeboat.testkit.solidity.DeployedToken;
import org.lifeboat.testkit.solidity.TestContracts;
import org.lifeboat.testkit.solidity.TestToken;
import org.lifeboat.verifier.call.Effects;

/// What is said of a payment before it is signed, against contracts with habits and sources that lie.
class SimulationTest {
    private static StoryChain chain;

    @BeforeAll
    static void start() {
        chain = StoryChain.start();
    }

    @AfterEach
    void beHonest() {
        chain.liar.play(Personality.GENEROUS);
    }

    @AfterAll
    static void stop() {
        if (chain != null) {
            chain.close();
        }
    }

    @Test
    void aPayment_isShownOnProvenState() throws InterruptedException {
        Simulated.Shown shown = shown(prepare(chain.order(), chain.honest()));

        assertThat(shown.assurance()).isEqualTo(Assurance.MATCHED);
        assertThat(shown.effects().ending()).isInstanceOf(Effects.Ending.Succeeds.class);
        assertThat(shown.effects().gasUsed()).isEqualTo(21_000);
        assertThat(shown.effects().coins()).contains(new Effects.CoinChange(chain.sender, BigInteger.valueOf(-1_000)));
    }

    /// Every token that moves what it is asked to move: the sender loses as much, the recipient gets as much.
    @ParameterizedTest
    @EnumSource(
            value = TestToken.class,
            names = {"PLAIN", "NAMESPACED", "ODD_SLOT", "VYPER_ORDER", "NO_RETURN", "PROXY", "BYTES32"})
    void aTokenPayment_isShownByTheTokensOwnBooks(TestToken kind) throws InterruptedException {
        DeployedToken token = TestContracts.deploy(chain.node, kind);
        token.mint(chain.sender.toHex(), BigInteger.valueOf(500));

        Draft draft = prepare(order(token.address(), 120), chain.honest());

        Simulated.Shown shown = shown(draft);
        assertThat(shown.assurance()).isEqualTo(Assurance.MATCHED);
        assertThat(changes(shown)).containsExactlyInAnyOrder("sender 500 380", "other 0 120");
        assertThat(kinds(draft)).doesNotContain(Check.Kind.FAILS_HERE, Check.Kind.LOSES_MORE, Check.Kind.ARRIVES_LESS);
    }

    @Test
    void aTokenThatKeepsAPart_isSaidToBringLess() throws InterruptedException {
        DeployedToken token = TestContracts.deploy(chain.node, TestToken.FEE_ON_TRANSFER);
        token.mint(chain.sender.toHex(), BigInteger.valueOf(500));

        Draft draft = prepare(order(token.address(), 200), chain.honest());

        assertThat(changes(shown(draft))).contains("other 0 198");
        assertThat(kinds(draft)).contains(Check.Kind.ARRIVES_LESS).doesNotContain(Check.Kind.LOSES_MORE);
    }

    @Test
    void aRebasingToken_isCountedByItsOwnRule() throws InterruptedException {
        String token = deploy("RebasingToken");
        call(token, "mint(address,uint256)", CallData.words(chain.sender, 1_000_000));
        call(token, "grow(uint256)", CallData.words(250));

        Simulated.Shown shown = shown(prepare(order(token, 500_000), chain.honest()));

        assertThat(changes(shown)).containsExactlyInAnyOrder("sender 1250000 750000", "other 0 500000");
    }

    @Test
    void aThievingToken_isCaughtByTheCount_notByItsEvents() throws InterruptedException {
        String token = deploy("ThievingToken");
        call(token, "mint(address,uint256)", CallData.words(chain.sender, 900));

        Draft draft = prepare(order(token, 300), chain.honest());

        assertThat(changes(shown(draft))).contains("sender 900 300");
        assertThat(kinds(draft)).contains(Check.Kind.LOSES_MORE, Check.Kind.GIVES_APPROVAL);
        assertThat(draft.needsSecondYes()).isTrue();
    }

    @Test
    void aTransferThatReverts_isPredictedWithItsReason_andIsNoLock() throws InterruptedException {
        Draft draft = prepare(order(deploy("ClosedToken"), 1, 100_000), chain.honest());

        assertThat(lines(draft).getFirst().kind()).isEqualTo(EffectLine.Kind.FAILS_WORDS);
        assertThat(lines(draft).getFirst().arguments()).contains("closed for repairs");
        assertThat(draft.needsSecondYes()).isTrue();
    }

    @Test
    void aTransferBeyondTheBalance_isPredicted() throws InterruptedException {
        DeployedToken token = TestContracts.deploy(chain.node, TestToken.PLAIN);
        token.mint(chain.sender.toHex(), BigInteger.TEN);

        Draft draft = prepare(order(token.address(), 11, 100_000), chain.honest());

        assertThat(lines(draft).getFirst().kind()).isEqualTo(EffectLine.Kind.FAILS_CODE);
    }

    @Test
    void aTransferThatDoesNotEnd_usesUpItsGas() throws InterruptedException {
        Draft draft = prepare(order(deploy("EndlessToken"), 1, 400_000), chain.honest());

        assertThat(lines(draft)).extracting(EffectLine::kind).contains(EffectLine.Kind.FAILS_GAS);
    }

    /// The source says that it fails; here it does not: that is said, and the gas is what is enough here.
    @Test
    void aRefusedEstimate_isAWarning_andTheGasComesFromHere() throws InterruptedException {
        DeployedToken token = TestContracts.deploy(chain.node, TestToken.PROXY);
        token.mint(chain.sender.toHex(), BigInteger.valueOf(500));
        Gas said = prepare(order(token.address(), 120), chain.honest())
                .transaction()
                .gasLimit();

        Draft draft = prepare(order(token.address(), 120), new Unestimating(chain.honest()));

        assertThat(kinds(draft)).contains(Check.Kind.WILL_FAIL, Check.Kind.GAS_TRIED_HERE);
        assertThat(draft.needsSecondYes()).isTrue();
        assertThat(shown(draft).effects().ending()).isInstanceOf(Effects.Ending.Succeeds.class);
        assertThat(draft.transaction().gasLimit().amount()).isBetween(said.amount() * 9 / 10, said.amount() * 13 / 10);
    }

    /// Clearing a slot gives gas back at the end, so a run needs more than it uses.
    @Test
    void theGasFoundHere_isEnoughWhereGasComesBack() throws InterruptedException {
        DeployedToken token = TestContracts.deploy(chain.node, TestToken.PLAIN);
        token.mint(chain.sender.toHex(), BigInteger.valueOf(500));
        token.mint(chain.other.toHex(), BigInteger.ONE);

        Draft draft = prepare(order(token.address(), 500), new Unestimating(chain.honest()));

        Simulated.Shown shown = shown(draft);
        assertThat(shown.effects().ending()).isInstanceOf(Effects.Ending.Succeeds.class);
        assertThat(draft.fee().expected().execution())
                .isLessThan(draft.fee().most().execution());
    }

    @Test
    void aRefusedEstimate_ofWhatFailsHereToo_asksForALimit() throws InterruptedException {
        SendOrder order = order(deploy("ClosedToken"), 1);

        Preparation preparation = chain.sending().prepare(order, chain.place(chain.honest()));

        assertThat(((Preparation.GasLimitWanted) preparation).checks())
                .contains(Check.of(Check.Kind.WILL_FAIL, "closed for repairs"))
                .contains(Check.of(Check.Kind.GAS_NEVER_ENOUGH));
    }

    @Test
    void blockHashes_areCheckedAlongTheChain() throws InterruptedException {
        String token = deploy("BlockHashToken");
        chain.node.mine(3);

        Simulated.Shown shown = shown(prepare(order(token, 5, 200_000), chain.honest()));

        String call =
                "[{\"to\":\"%s\",\"data\":\"0x70a08231%s\"},\"latest\"]".formatted(token, CallData.words(chain.sender));
        BigInteger said =
                new BigInteger(chain.node.rpc("eth_call", call).stringValue().substring(2), 16);
        assertThat(shown.effects().tokens())
                .extracting(Effects.TokenChange::before)
                .contains(said);
    }

    @Test
    void aSourceWithoutProofs_isTriedOnItsWord_andThatIsSaid() throws InterruptedException {
        chain.liar.play(Personality.NO_PROOFS);

        Draft draft = prepare(order(chain.pinned.contract().toHex(), 7), chain.throughLiar());

        assertThat(shown(draft).assurance()).isEqualTo(Assurance.CLAIMED);
        assertThat(lines(draft)).extracting(EffectLine::kind).contains(EffectLine.Kind.UNPROVEN);
        assertThat(changes(shown(draft))).contains("other 0 7");
    }

    @ParameterizedTest
    @EnumSource(
            value = Personality.class,
            names = {"NO_BLOCK_BY_HASH", "BATCH_OF_10", "NO_BATCHES", "PROOF_WINDOW_128"})
    void aPoorSource_isStillEnough(Personality personality) throws InterruptedException {
        chain.liar.play(personality);

        assertThat(shown(prepare(order(chain.pinned.contract().toHex(), 7), chain.throughLiar()))
                        .assurance())
                .isEqualTo(Assurance.MATCHED);
    }

    @Test
    void aFewRequests_areEnough() throws InterruptedException {
        DeployedToken proxy = TestContracts.deploy(chain.node, TestToken.PROXY);
        proxy.mint(chain.sender.toHex(), BigInteger.valueOf(500));
        Draft draft = prepare(order(proxy.address(), 120), chain.honest());
        chain.liar.forget();

        new Rehearsing().rehearse(draft, List.of(chain.throughLiar()), StoryChain.TIME);

        // The head; what is sure to be met, with the access list; what is missing then.
        assertThat(chain.liar.requests()).isLessThanOrEqualTo(3);
    }

    private static Draft prepare(SendOrder order, Source source) throws InterruptedException {
        Preparation preparation = chain.sending().prepare(order, chain.place(source));
        assertThat(preparation).isInstanceOf(Preparation.Ready.class);
        return ((Preparation.Ready) preparation).draft();
    }

    private static SendOrder order(String token, long units) {
        return SendOrder.of(chain.sender, chain.other, asset(token), amount(units));
    }

    private static SendOrder order(String token, long units, long gas) {
        SendOrder order = order(token, units);
        return new SendOrder(
                order.from(),
                order.to(),
                order.asset(),
                order.amount(),
                order.speed(),
                Optional.empty(),
                Optional.of(new Gas(gas)),
                Optional.empty(),
                "");
    }

    private static SendAmount amount(long units) {
        return new SendAmount.Exactly(BigInteger.valueOf(units));
    }

    private static Asset asset(String contract) {
        return new Asset.Erc20(StoryChain.token(contract), true);
    }

    private static Simulated.Shown shown(Draft draft) {
        assertThat(draft.simulated()).isInstanceOf(Simulated.Shown.class);
        return (Simulated.Shown) draft.simulated();
    }

    private static List<EffectLine> lines(Draft draft) {
        return EffectLines.of(draft, shown(draft));
    }

    private static Set<Check.Kind> kinds(Draft draft) {
        return Set.copyOf(draft.checks().stream().map(Check::kind).toList());
    }

    private static Stream<String> changes(Simulated.Shown shown) {
        return shown.effects().tokens().stream()
                .map(change -> "%s %s %s"
                        .formatted(
                                change.holder().equals(chain.sender) ? "sender" : "other",
                                change.before(),
                                change.after()));
    }

    private static String deploy(String contract) {
        return TestContracts.deploy(chain.node, TestContracts.named(contract), "");
    }

    private static void call(String contract, String signature, String words) {
        chain.node.send("{\"from\":\"%s\",\"to\":\"%s\",\"data\":\"%s%s\"}"
                .formatted(chain.sender.toHex(), contract, CallData.selector(signature), words));
    }
}
