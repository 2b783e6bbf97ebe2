package org.lifeboat.app.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.engine.activity.FeeParts;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.anchor.EvidenceCheck;
import org.lifeboat.engine.anchor.EvidenceFile;
import org.lifeboat.engine.anchor.EvidenceLink;
import org.lifeboat.engine.anchor.Payments;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.Row;
import org.lifeboat.engine.send.Following;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.testkit.solidity.DeployedToken;
import org.lifeboat.testkit.solidity.TestContracts;
import org.lifeboat.testkit.solidity.TestToken;
import tools.jackson.databind.JsonNode;

/// Tokens and payments rise with their blocks as coins do, and each has its chain of evidence.
class RaisingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private AnchoredChain chain;

    @BeforeEach
    void start() {
        chain = new AnchoredChain(folder);
    }

    @AfterEach
    void stop() {
        chain.close();
    }

    @Test
    void aTokenBehindAProxy_rises_andItsEvidenceIsRunAgain() throws InterruptedException {
        DeployedToken deployed = TestContracts.deploy(chain.node(), TestToken.PROXY);
        deployed.mint(chain.owner().toHex(), BigInteger.valueOf(1_234));
        Token token = new Token(
                BeaconWorld.CHAIN,
                Address.fromHex(deployed.address()),
                "Plain",
                "PLAIN",
                18,
                Optional.empty(),
                Optional.empty());
        chain.node().mine(1);
        Row fresh = chain.refresh(token).getLast();
        assertThat(AnchoredChain.newest(fresh).assurance()).isEqualTo(Assurance.MATCHED);

        chain.show();
        Row signed = chain.refresh(token).getLast();
        assertThat(AnchoredChain.newest(signed).assurance().level()).isEqualTo(Assurance.Level.POSTED);

        chain.mine(30);
        deployed.transfer(chain.owner().toHex(), chain.node().accounts().get(3), BigInteger.valueOf(34));
        chain.show();
        Row later = chain.refresh(token).getLast();

        assertThat(AnchoredChain.vouched(later).assurance().level()).isEqualTo(Assurance.Level.FINAL);
        assertThat(AnchoredChain.vouched(later).amount().units()).isEqualTo(1_234);
        assertThat(AnchoredChain.newest(later).amount().units()).isEqualTo(1_200);
        Bytes file = EvidenceFile.write(
                        chain.world().store(), BeaconWorld.CHAIN, chain.owner(), Optional.of(token.contract()))
                .orElseThrow();
        EvidenceCheck.Holds holds = (EvidenceCheck.Holds) chain.check(file);
        assertThat(holds.fact())
                .isEqualTo(new EvidenceCheck.Fact.Amount(
                        chain.owner(), Optional.of(token.contract()), BigInteger.valueOf(1_234)));
        assertThat(holds.links())
                .extracting(EvidenceLink::kind)
                .containsSubsequence(
                        EvidenceLink.Kind.CHECKPOINT,
                        EvidenceLink.Kind.FINAL_BLOCK,
                        EvidenceLink.Kind.ANCESTOR,
                        EvidenceLink.Kind.STATE_ROOT,
                        EvidenceLink.Kind.CODE,
                        EvidenceLink.Kind.AMOUNT);
        noByteCanBeChanged(file);
        String text = new String(file.toArray(), StandardCharsets.UTF_8);
        broken(Forgery.in(text, "key", 20), EvidenceCheck.Where.PROOF);
        broken(Forgery.in(text, "codeHash", 20), EvidenceCheck.Where.PROOF);
        broken(Forgery.replaced(text, "\"value\" : \"1234\"", "\"value\" : \"9234\""), EvidenceCheck.Where.PROOF);
        // Another account's balance of the same token: its slot is not among the proofs.
        broken(
                Forgery.replaced(
                        text,
                        "\"account\" : \"" + chain.owner().toHex() + "\",\n    \"token\"",
                        "\"account\" : \"" + chain.node().accounts().get(3) + "\",\n    \"token\""),
                EvidenceCheck.Where.PROOF);
    }

    @Test
    void aPayment_isFinalOnceItsBlockIs_andItsEvidenceHolds() throws InterruptedException {
        OwnTransaction own = pay(chain.node().accounts().get(2), 5);
        OwnTransaction mined = look(own);
        assertThat(mined.status()).isInstanceOf(Status.Mined.class);
        assertThat(assurance(mined)).isEqualTo(Assurance.MATCHED);
        assertThat(evidence(mined)).isEmpty();

        chain.mine(34);
        chain.refresh();

        assertThat(assurance(mined).level()).isEqualTo(Assurance.Level.FINAL);
        Bytes file = evidence(mined).orElseThrow();
        EvidenceCheck.Holds holds = (EvidenceCheck.Holds) chain.check(file);
        assertThat(holds.fact()).isEqualTo(new EvidenceCheck.Fact.Payment(mined.hash(), true));
        assertThat(holds.links())
                .extracting(EvidenceLink::kind)
                .endsWith(EvidenceLink.Kind.TRANSACTION, EvidenceLink.Kind.RECEIPT, EvidenceLink.Kind.SUCCEEDED);
        noByteCanBeChanged(file);
        String text = new String(file.toArray(), StandardCharsets.UTF_8);
        broken(Forgery.in(text, "transaction", 20), EvidenceCheck.Where.PROOF);
        broken(Forgery.replaced(text, "\"place\" : \"0\"", "\"place\" : \"1\""), EvidenceCheck.Where.PROOF);
        assertThat(Forgery.replaced(text, "lifeboat-evidence/2", "lifeboat-evidence/1"))
                .satisfies(forged -> broken(forged, EvidenceCheck.Where.FORM));
    }

    @Test
    void aPayment_isPostedOnceItsBlockIsSigned_andItsEvidenceSaysSo() throws InterruptedException {
        OwnTransaction mined = look(pay(chain.node().accounts().get(2), 5));
        chain.mine(2);
        chain.refresh();

        assertThat(assurance(mined).level()).isEqualTo(Assurance.Level.POSTED);
        Bytes file = evidence(mined).orElseThrow();
        EvidenceCheck.Holds holds = (EvidenceCheck.Holds) chain.check(file);
        assertThat(holds.level()).isEqualTo(Assurance.Level.POSTED);
        assertThat(holds.fact()).isEqualTo(new EvidenceCheck.Fact.Payment(mined.hash(), true));
        assertThat(holds.links())
                .extracting(EvidenceLink::kind)
                .contains(EvidenceLink.Kind.SIGNED_BLOCK)
                .doesNotContain(EvidenceLink.Kind.FINAL_BLOCK);
        noByteCanBeChanged(file);
        String text = new String(file.toArray(), StandardCharsets.UTF_8);
        broken(Forgery.replaced(text, "\"level\" : \"POSTED\"", "\"level\" : \"FINAL\""), EvidenceCheck.Where.FORM);

        chain.mine(34);
        chain.refresh();
        assertThat(assurance(mined).level()).isEqualTo(Assurance.Level.FINAL);
        assertThat(((EvidenceCheck.Holds) chain.check(evidence(mined).orElseThrow())).level())
                .isEqualTo(Assurance.Level.FINAL);
    }

    @Test
    void aPostedPayment_thatAReorganisationTakesBack_fallsAgain() throws InterruptedException {
        chain.mine(1);
        String before = chain.node().rpc("evm_snapshot", "[]").stringValue();
        OwnTransaction mined = look(pay(chain.node().accounts().get(2), 5));
        chain.refresh();
        assertThat(assurance(mined).level()).isEqualTo(Assurance.Level.POSTED);

        chain.node().rpc("evm_revert", "[\"" + before + "\"]");
        chain.node().rpc("evm_increaseTime", "[777]");
        chain.world().chain().takeBack(chain.slot());
        chain.mine(3);
        chain.refresh();

        assertThat(assurance(mined)).isEqualTo(Assurance.CLAIMED);
        assertThat(evidence(mined)).isEmpty();
    }

    @Test
    void aPaymentThatAReorganisationTookBack_doesNotRise() throws InterruptedException {
        chain.mine(1);
        String before = chain.node().rpc("evm_snapshot", "[]").stringValue();
        OwnTransaction mined = look(pay(chain.node().accounts().get(2), 5));
        assertThat(assurance(mined)).isEqualTo(Assurance.MATCHED);

        chain.node().rpc("evm_revert", "[\"" + before + "\"]");
        chain.node().rpc("evm_increaseTime", "[777]");
        chain.world().chain().takeBack(chain.slot());
        chain.mine(36);
        chain.refresh();

        assertThat(assurance(mined)).isEqualTo(Assurance.CLAIMED);
        assertThat(evidence(mined)).isEmpty();
    }

    private Assurance assurance(OwnTransaction own) {
        return new Payments(chain.world().store()).of(own);
    }

    private Optional<Bytes> evidence(OwnTransaction own) {
        return EvidenceFile.writePayment(chain.world().store(), BeaconWorld.CHAIN, chain.owner(), own.hash());
    }

    private OwnTransaction pay(String to, long wei) {
        JsonNode receipt = chain.node()
                .send("{\"from\":\"%s\",\"to\":\"%s\",\"value\":\"0x%x\"}"
                        .formatted(chain.owner().toHex(), to, wei));
        chain.show();
        OwnTransaction own = new OwnTransaction(
                BeaconWorld.CHAIN,
                Hash32.fromHex(receipt.path("transactionHash").asString()),
                chain.owner(),
                new Nonce(0),
                OwnTransaction.Kind.SEND,
                Bytes.EMPTY,
                Optional.of(Address.fromHex(to)),
                new OwnTransaction.Asset.Coin("ETH"),
                BigInteger.valueOf(wei),
                FeeParts.ofExecution(Wei.ZERO),
                Optional.empty(),
                new Status.Sent(chain.world().now()),
                "",
                chain.world().now(),
                chain.world().now());
        chain.world().store().activity().put(own);
        return own;
    }

    private OwnTransaction look(OwnTransaction own) {
        InstantSource clock = chain.world()::now;
        return new Following(chain.world().store(), clock)
                .look(own, chain.network(), List.of(chain.source()), PATIENCE)
                .transaction();
    }

    private void noByteCanBeChanged(Bytes file) {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 150; i++) {
            byte[] bytes = file.toArray();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(7));
            assertThat(chain.check(Bytes.of(bytes))).isNotInstanceOf(EvidenceCheck.Holds.class);
        }
    }

    private void broken(String forged, EvidenceCheck.Where where) {
        assertThat(chain.check(Bytes.of(forged.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOfSatisfying(
                        EvidenceCheck.Broken.class,
                        broken -> assertThat(broken.where()).isEqualTo(where));
    }
}
