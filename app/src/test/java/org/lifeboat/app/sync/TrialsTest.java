package org.lifeboat.app.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.anchor.EvidenceCheck;
import org.lifeboat.engine.anchor.EvidenceFile;
import org.lifeboat.engine.anchor.EvidenceLink;
import org.lifeboat.engine.anchor.Trials;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.send.Draft;
import org.lifeboat.engine.send.EffectLine;
import org.lifeboat.engine.send.EffectLines;
import org.lifeboat.engine.send.Preparation;
import org.lifeboat.engine.send.SendAmount;
import org.lifeboat.engine.send.SendOrder;
import org.lifeboat.engine.send.SendPlace;
import org.lifeboat.engine.send.Sending;
import org.lifeboat.engine.send.Submission;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.ProofClaim;
import org.lifeboat.engine.sync.BeaconSource;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.engine.token.Token;
import org.lifeboat.engine.verified.Ground;
import org.lifeboat.engine.verified.Looped;
import org.lifeboat.engine.verified.Simulated;
import org.lifeboat.engine.verified.StateWitness;
import org.lifeboat.engine.verified.VerifiedCall;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hex;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.sandbox.beacon.Trick;
import org.lifeboat.testkit.solidity.DeployedToken;
import org.lifeboat.testkit.solidity.TestContracts;
import org.lifeboat.testkit.solidity.TestToken;
import org.lifeboat.verifier.call.CallResult;
import org.lifeboat.verifier.call.ContractCall;
import org.lifeboat.verifier.call.Effects;

/// What a transaction would do, and what a contract answers, rise with the block they were run in.
class TrialsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// The first account of the test words that anvil is known for; its key is public.
    private static final String ANVIL_KEY = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";

    @TempDir
    Path folder;

    private AnchoredChain chain;
    private List<BeaconSource> beacons = List.of();

    @BeforeEach
    void start() {
        chain = new AnchoredChain(folder);
        beacons = chain.world().sources(chain.world().face(Trick.HONEST));
    }

    @AfterEach
    void stop() {
        chain.close();
    }

    @Test
    void aTokenPayment_isTriedInTheSignedHead_risesWithItsBlock_andAnybodyCanRunItAgain() throws InterruptedException {
        Draft draft = draft(tokenOrder());
        Simulated.Shown shown = (Simulated.Shown) draft.simulated();
        assertThat(shown.assurance().level()).isEqualTo(Assurance.Level.POSTED);
        assertThat(EffectLines.of(draft, shown))
                .extracting(EffectLine::kind)
                .contains(EffectLine.Kind.HEADER_SIGNED)
                .doesNotContain(EffectLine.Kind.HEADER_CLAIMED, EffectLine.Kind.UNPROVEN);

        OwnTransaction own = send(draft);
        assertThat(trial(own).assurance()).isEqualTo(Assurance.MATCHED);
        assertThat(trial(own).succeeds()).isTrue();
        chain.show();
        chain.refresh();
        assertThat(trial(own).assurance().level()).isEqualTo(Assurance.Level.POSTED);
        assertThat(check(own).level()).isEqualTo(Assurance.Level.POSTED);

        chain.mine(34);
        chain.refresh();
        assertThat(trial(own).assurance().level()).isEqualTo(Assurance.Level.FINAL);
        EvidenceCheck.Holds holds = check(own);
        assertThat(holds.level()).isEqualTo(Assurance.Level.FINAL);
        assertThat(holds.fact())
                .isEqualTo(new EvidenceCheck.Fact.Trial(
                        own.hash(), chain.owner(), true, shown.effects().gasUsed()));
        assertThat(holds.links())
                .extracting(EvidenceLink::kind)
                .contains(EvidenceLink.Kind.CODE, EvidenceLink.Kind.SLOT)
                .endsWith(EvidenceLink.Kind.TRIED_SUCCEEDS);
    }

    @Test
    void noByteOfATrialsEvidence_canBeChanged() throws InterruptedException {
        OwnTransaction own = send(draft(tokenOrder()));
        chain.mine(36);
        chain.refresh();
        Bytes file = file(own);
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = file.toArray();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(7));
            assertThat(chain.check(Bytes.of(bytes))).isNotInstanceOf(EvidenceCheck.Holds.class);
        }
        String text = new String(file.toArray(), StandardCharsets.UTF_8);
        for (String member : List.of("signed", "codeHash", "storageRoot")) {
            String forged = Forgery.in(text, member, 30);
            assertThat(chain.check(Bytes.of(forged.getBytes(StandardCharsets.UTF_8))))
                    .as(member)
                    .isNotInstanceOf(EvidenceCheck.Holds.class);
        }
    }

    @Test
    void whatIsPaidOutOfTheNewestBlock_isNotCalledFailing_becauseTheSignedOneLacksIt() throws InterruptedException {
        SendOrder order = tokenOrder();
        Address token = ((Asset.Erc20) order.asset()).token().contract();
        chain.node()
                .send("{\"from\":\"%s\",\"to\":\"%s\",\"data\":\"%s\"}"
                        .formatted(
                                chain.owner().toHex(),
                                token.toHex(),
                                org.lifeboat.engine.abi.Erc20.transfer(
                                                Address.fromHex(
                                                        chain.node().accounts().get(5)),
                                                BigInteger.valueOf(990))
                                        .toHex()));

        chain.show();
        SyncStatus poor = status();
        chain.node()
                .send("{\"from\":\"%s\",\"to\":\"%s\",\"data\":\"%s\"}"
                        .formatted(
                                chain.node().accounts().get(5),
                                token.toHex(),
                                org.lifeboat.engine.abi.Erc20.transfer(chain.owner(), BigInteger.valueOf(100))
                                        .toHex()));
        Draft paid = draft(order, Optional.of(poor));
        Simulated.Shown shown = (Simulated.Shown) paid.simulated();
        assertThat(shown.effects().ending()).isInstanceOf(Effects.Ending.Succeeds.class);
        assertThat(shown.assurance()).isEqualTo(Assurance.MATCHED);
    }

    /// A transaction may read up to two thousand accounts and slots.
    @Test
    void aTrialOfManyProofs_isKeptLikeAnyOther() throws InterruptedException {
        Draft draft = draft(tokenOrder());
        Simulated.Shown shown = (Simulated.Shown) draft.simulated();
        Ground ground = shown.ground().orElseThrow();
        List<ProofClaim> many = new ArrayList<>();
        while (many.size() < 600) {
            many.addAll(ground.witness().claims());
        }
        Ground large = new Ground(
                ground.header(), new StateWitness(many, ground.witness().codes()));

        OwnTransaction own =
                send(draft, new Simulated.Shown(shown.effects(), shown.block(), shown.assurance(), Optional.of(large)));
        chain.show();
        chain.refresh();

        assertThat(trial(own).assurance().level()).isEqualTo(Assurance.Level.POSTED);
        assertThat(check(own).links()).hasSizeGreaterThan(600);
    }

    @Test
    void withoutALightClient_aTrialRestsOnTheHeaderThatAServerNamed() throws InterruptedException {
        Draft draft = draft(
                SendOrder.of(
                        chain.owner(),
                        Address.fromHex(chain.node().accounts().get(3)),
                        new Asset.Coin(chain.network()),
                        new SendAmount.Exactly(BigInteger.TEN)),
                Optional.empty());

        Simulated.Shown shown = (Simulated.Shown) draft.simulated();

        assertThat(shown.assurance()).isEqualTo(Assurance.MATCHED);
        assertThat(EffectLines.of(draft, shown)).extracting(EffectLine::kind).contains(EffectLine.Kind.HEADER_CLAIMED);
    }

    @Test
    void aContractsAnswer_isPostedInTheSignedHead_andFinalInTheFinalOne() {
        DeployedToken deployed = TestContracts.deploy(chain.node(), TestToken.PLAIN);
        deployed.mint(chain.owner().toHex(), BigInteger.valueOf(55));
        chain.mine(40);
        SyncStatus status = status();
        ContractCall call = ContractCall.read(
                Address.fromHex(deployed.address()),
                org.lifeboat.engine.abi.Erc20.balanceOf(chain.owner()),
                new Gas(1_000_000));

        assertThat(level(call, status.attested().orElseThrow().block().hash(), status))
                .isEqualTo(Assurance.Level.POSTED);
        assertThat(level(call, status.finalized().orElseThrow().block().hash(), status))
                .isEqualTo(Assurance.Level.FINAL);
    }

    private Assurance.Level level(ContractCall call, org.lifeboat.primitives.Hash32 block, SyncStatus status) {
        Looped<CallResult> looped = new VerifiedCall()
                .at(
                        new BlockSelector.ByHash(block),
                        chain.network(),
                        chain.source(),
                        call,
                        Optional.of(status),
                        Deadline.in(PATIENCE));
        assertThat(looped).isInstanceOf(Looped.Done.class);
        return ((Looped.Done<CallResult>) looped).assurance().level();
    }

    private SyncStatus status() {
        return BeaconWorld.round(chain.follower(), beacons).status();
    }

    private SendOrder tokenOrder() {
        DeployedToken deployed = TestContracts.deploy(chain.node(), TestToken.PLAIN);
        deployed.mint(chain.owner().toHex(), BigInteger.valueOf(1_000));
        chain.mine(1);
        Token token = new Token(
                BeaconWorld.CHAIN,
                Address.fromHex(deployed.address()),
                "Plain",
                "PLAIN",
                18,
                Optional.empty(),
                Optional.empty());
        return SendOrder.of(
                chain.owner(),
                Address.fromHex(chain.node().accounts().get(3)),
                new Asset.Erc20(token, true),
                new SendAmount.Exactly(BigInteger.valueOf(40)));
    }

    private Draft draft(SendOrder order) throws InterruptedException {
        return draft(order, Optional.of(status()));
    }

    private Draft draft(SendOrder order, Optional<SyncStatus> verified) throws InterruptedException {
        SendPlace place = new SendPlace(chain.network(), List.of(chain.source()), List.of(), Set.of(), Optional.empty())
                .with(verified);
        Sending sending = new Sending(chain.world().store(), chain.world()::now, PATIENCE);
        return ((Preparation.Ready) sending.prepare(order, place)).draft();
    }

    /// Signs, keeps what the trial stood on, and hands it over, as the wallet does.
    private OwnTransaction send(Draft draft) {
        return send(draft, draft.simulated());
    }

    private OwnTransaction send(Draft draft, Simulated simulated) {
        SignedTransaction signed = new SignedTransaction(
                draft.transaction(),
                Secp256k1.preferred().sign(draft.transaction().signingHash().toArray(), Hex.decode(ANVIL_KEY)));
        Trials.keep(chain.world().store(), draft.network(), draft.from(), signed.encoded(), simulated);
        InstantSource clock = chain.world()::now;
        return ((Submission.Result.Sent) new Submission(chain.world().store().activity(), clock)
                        .submit(draft, signed, List.of(chain.source()), Submission.Audience.ONE, PATIENCE))
                .transaction();
    }

    private Trials.Shown trial(OwnTransaction own) {
        return new Trials(chain.world().store()).of(own).orElseThrow();
    }

    private Bytes file(OwnTransaction own) {
        return EvidenceFile.writeTrial(chain.world().store(), BeaconWorld.CHAIN, chain.owner(), own.signed())
                .orElseThrow();
    }

    private EvidenceCheck.Holds check(OwnTransaction own) {
        return (EvidenceCheck.Holds) chain.check(file(own));
    }
}
