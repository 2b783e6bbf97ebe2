package org.lifeboat.app.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.engine.anchor.Anchors;
import org.lifeboat.engine.anchor.EvidenceCheck;
import org.lifeboat.engine.anchor.EvidenceFile;
import org.lifeboat.engine.anchor.EvidenceLink;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.Row;
import org.lifeboat.engine.balances.Vouched;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.primitives.Bytes;

/// A balance read from an execution node rises as the beacon chain finalises its block. Late anchoring: no
/// proof of an older block is ever asked for.
class AnchoringTest {
    @TempDir
    Path folder;

    private AnchoredChain chain;
    private BeaconWorld world;

    @BeforeEach
    void start() {
        chain = new AnchoredChain(folder);
        world = chain.world();
    }

    @AfterEach
    void stop() {
        chain.close();
    }

    private Row refresh() throws InterruptedException {
        return chain.refresh().getFirst();
    }

    @Test
    void aBalance_isUncheckedThenPostedThenFinal() throws InterruptedException {
        chain.mine(1);
        chain.node().mine(1); // A block that no beacon block has yet.
        Row fresh = refresh();
        assertThat(AnchoredChain.newest(fresh).assurance()).isEqualTo(Assurance.MATCHED);
        assertThat(fresh.vouched()).isInstanceOf(Vouched.NotApplicable.class);

        chain.show();
        Row signed = refresh();
        assertThat(AnchoredChain.newest(signed).assurance().level()).isEqualTo(Assurance.Level.POSTED);

        chain.mine(30);
        Row later = refresh();
        assertThat(AnchoredChain.vouched(later).assurance().level()).isEqualTo(Assurance.Level.FINAL);
        assertThat(AnchoredChain.vouched(later).block())
                .isEqualTo(AnchoredChain.newest(fresh).block());
        assertThat(AnchoredChain.newest(later).assurance().level()).isEqualTo(Assurance.Level.POSTED);
        assertThat(AnchoredChain.vouched(later).amount())
                .isEqualTo(AnchoredChain.newest(fresh).amount());
    }

    @Test
    void aReorganisation_dropsTheProofAndItsLevel() throws InterruptedException {
        chain.mine(3);
        String before = chain.node().rpc("evm_snapshot", "[]").stringValue();
        chain.node()
                .send("{\"from\":\"%s\",\"to\":\"%s\",\"value\":\"0x1\"}"
                        .formatted(
                                chain.owner().toHex(), chain.node().accounts().get(1)));
        chain.show();
        Row posted = refresh();
        assertThat(AnchoredChain.newest(posted).assurance().level()).isEqualTo(Assurance.Level.POSTED);

        chain.node().rpc("evm_revert", "[\"" + before + "\"]");
        chain.node().rpc("evm_increaseTime", "[777]");
        world.chain().takeBack(chain.slot());
        chain.mine(3);
        Row after = refresh();

        assertThat(AnchoredChain.newest(after).amount())
                .isNotEqualTo(AnchoredChain.newest(posted).amount());
        assertThat(world.store().balances().of(BeaconWorld.CHAIN, chain.owner()))
                .noneMatch(reading ->
                        reading.block().equals(AnchoredChain.newest(posted).block())
                                && reading.assurance().level() != Assurance.Level.CLAIMED);
        assertThat(AnchoredChain.newest(after).assurance().level()).isEqualTo(Assurance.Level.POSTED);
    }

    @Test
    void theEvidenceFile_holdsOnAnotherComputer_andNoByteOfItCanBeChanged() throws InterruptedException {
        chain.mine(1);
        Row fresh = refresh();
        chain.mine(40);
        Row later = refresh();
        assertThat(AnchoredChain.vouched(later).assurance().level()).isEqualTo(Assurance.Level.FINAL);
        Bytes file = EvidenceFile.write(world.store(), BeaconWorld.CHAIN, chain.owner(), Optional.empty())
                .orElseThrow();

        EvidenceCheck whole = chain.check(file);

        assertThat(whole).isInstanceOf(EvidenceCheck.Holds.class);
        EvidenceCheck.Holds holds = (EvidenceCheck.Holds) whole;
        assertThat(amount(holds).units())
                .isEqualTo(AnchoredChain.newest(fresh).amount().units());
        assertThat(holds.checkpoint()).isEqualTo(world.checkpointAt(9).root());
        assertThat(holds.links())
                .extracting(EvidenceLink::kind)
                .contains(EvidenceLink.Kind.CHECKPOINT, EvidenceLink.Kind.ANCESTOR, EvidenceLink.Kind.AMOUNT);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = file.toArray();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(7));
            assertThat(chain.check(Bytes.of(bytes))).isNotInstanceOf(EvidenceCheck.Holds.class);
        }
    }

    @Test
    void whatIsOnlySigned_hasItsEvidenceToo() throws InterruptedException {
        chain.mine(1);
        Row posted = refresh();
        assertThat(AnchoredChain.newest(posted).assurance().level()).isEqualTo(Assurance.Level.POSTED);

        Bytes file = EvidenceFile.write(world.store(), BeaconWorld.CHAIN, chain.owner(), Optional.empty())
                .orElseThrow();

        EvidenceCheck.Holds holds = (EvidenceCheck.Holds) chain.check(file);
        assertThat(holds.level()).isEqualTo(Assurance.Level.POSTED);
        assertThat(amount(holds).units())
                .isEqualTo(AnchoredChain.newest(posted).amount().units());
        assertThat(new String(file.toArray(), StandardCharsets.UTF_8)).contains("lifeboat-evidence/3");
    }

    /// Weak subjectivity: what has left the committees since could sign another history. What was final before is
    /// final as of its own block, and is shown with that block's time.
    @Test
    void afterTooLongAnAbsence_nothingRises_andWhatWasFinalStaysAsOfItsBlock() throws InterruptedException {
        chain.mine(1);
        refresh();
        chain.mine(40);
        Row before = refresh();
        assertThat(AnchoredChain.vouched(before).assurance().level()).isEqualTo(Assurance.Level.FINAL);
        chain.node().mine(1);
        world.clockAt(chain.slot() + 15 * 24 * 300);

        Row after = refresh();

        assertThat(chain.follower().status().phase()).isEqualTo(SyncStatus.Phase.TOO_OLD);
        assertThat(AnchoredChain.newest(after).assurance()).isEqualTo(Assurance.MATCHED);
        assertThat(AnchoredChain.vouched(after).block())
                .isEqualTo(AnchoredChain.vouched(before).block());
        assertThat(AnchoredChain.vouched(after).readAt().getEpochSecond())
                .isEqualTo(AnchoredChain.vouched(after).block().unixSeconds());

        chain.follower().begin(world.checkpointAt(chain.slot()));
        Anchors.forget(world.store(), BeaconWorld.CHAIN);
        assertThat(world.store().balances().of(BeaconWorld.CHAIN, chain.owner()))
                .isNotEmpty()
                .allMatch(reading -> reading.assurance().level() == Assurance.Level.CLAIMED);
        assertThat(EvidenceFile.write(world.store(), BeaconWorld.CHAIN, chain.owner(), Optional.empty()))
                .isEmpty();
    }

    @Test
    void aCheckpointThatIsTooOld_letsNothingRise() throws InterruptedException {
        chain.mine(40);
        world.clockAt(chain.slot() + 15 * 24 * 300);

        Row row = refresh();

        assertThat(chain.follower().status().phase()).isEqualTo(SyncStatus.Phase.TOO_OLD);
        assertThat(AnchoredChain.newest(row).assurance()).isEqualTo(Assurance.MATCHED);
        assertThat(row.vouched()).isInstanceOf(Vouched.NotApplicable.class);
    }

    @Test
    void aForgedFile_withItsDigestMadeAnew_breaksWhereItWasForged() throws InterruptedException {
        chain.mine(1);
        refresh();
        chain.mine(40);
        refresh();
        String text = new String(
                EvidenceFile.write(world.store(), BeaconWorld.CHAIN, chain.owner(), Optional.empty())
                        .orElseThrow()
                        .toArray(),
                StandardCharsets.UTF_8);
        BigInteger units =
                amount((EvidenceCheck.Holds) chain.check(bytes(text))).units();

        assertThat(Forgery.in(text, "checkpoint", 10))
                .satisfies(forged -> broken(forged, EvidenceCheck.Where.CHECKPOINT));
        assertThat(Forgery.replaced(text, "\"balance\" : \"" + units + "\"", "\"balance\" : \"1" + units + "\""))
                .satisfies(forged -> broken(forged, EvidenceCheck.Where.PROOF));
        assertThat(Forgery.in(text, "header", 40)).satisfies(forged -> broken(forged, EvidenceCheck.Where.PATH));
        assertThat(chain.check(bytes(Forgery.lastMessage(text))))
                .isInstanceOfSatisfying(
                        EvidenceCheck.Broken.class,
                        broken -> assertThat(broken.where())
                                .isIn(EvidenceCheck.Where.COMMITTEE, EvidenceCheck.Where.FINALITY));
    }

    private void broken(String forged, EvidenceCheck.Where where) {
        assertThat(chain.check(bytes(forged)))
                .isInstanceOfSatisfying(
                        EvidenceCheck.Broken.class,
                        broken -> assertThat(broken.where()).isEqualTo(where));
    }

    private static EvidenceCheck.Fact.Amount amount(EvidenceCheck.Holds holds) {
        return (EvidenceCheck.Fact.Amount) holds.fact();
    }

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
