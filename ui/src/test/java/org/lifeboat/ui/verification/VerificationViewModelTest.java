package org.lifeboat.ui.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.StoredCheckpoint;
import org.lifeboat.engine.sync.BuiltInCheckpoint;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.ui.LaterTasks;
import org.lifeboat.ui.Records;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.verification.VerificationScreen.Proposal;
import org.lifeboat.ui.verification.VerificationScreen.Remark;
import org.lifeboat.ui.verification.VerificationScreen.Shown;

class VerificationViewModelTest {
    private static final ChainId MAINNET = new ChainId(1);

    private final Records records = new Records();
    private final VerificationViewModel model = new VerificationViewModel(records, Tasks.immediate());

    @AfterEach
    void close() {
        records.close();
    }

    private Shown shown() {
        return (Shown) model.screen().get();
    }

    private FakeBeacon node(String url, BeaconNetwork serves, long block) {
        FakeBeacon node = new FakeBeacon(new SourceId(MAINNET, url), serves, block);
        records.with(node);
        return node;
    }

    private Optional<StoredCheckpoint> begun() {
        return records.storage().sync().checkpoint(MAINNET);
    }

    @Test
    void brokenDisk_isNotWaitedForWithoutEnd() {
        records.close();
        model.load(Optional.empty());
        assertThat(model.screen().get()).isEqualTo(new VerificationScreen.Unreadable());

        model.reload();
        assertThat(model.screen().get()).isEqualTo(new VerificationScreen.Unreadable());
    }

    @Test
    void aCheckpointOfMoreThanFourteenDays_isOld_andSaysHowOld() {
        model.load(Optional.empty());
        LocalDate today = LocalDate.ofInstant(Records.NOW, ZoneOffset.UTC);

        assertThat(shown().daysSince(today.minusDays(14))).isEqualTo(14);
        assertThat(shown().isOld(today.minusDays(14))).isFalse();
        assertThat(shown().isOld(today.minusDays(15))).isTrue();
        assertThat(shown().wantsCheckpoint()).isTrue();
    }

    @Test
    void thePage_asksNobodyAndBeginsNothingByItself() {
        model.load(Optional.empty());
        model.follow();

        assertThat(shown().network().chain()).isEqualTo(MAINNET);
        assertThat(shown().networks()).extracting(Network::testNet).contains(true);
        assertThat(shown().status().phase()).isEqualTo(SyncStatus.Phase.NO_CHECKPOINT);
        assertThat(shown().beacons()).isEmpty();
        assertThat(shown().suggestions()).hasSizeGreaterThan(1);
        assertThat(records.asked()).isEmpty();
        assertThat(begun()).isEmpty();
    }

    @Test
    void aNode_isKeptOnlyIfItServesThisNetwork() {
        node("https://other.example", BeaconNetwork.SEPOLIA, 1);
        node("https://right.example", BeaconNetwork.MAINNET, 1);
        model.load(Optional.of(MAINNET));

        model.add("https://other.example", false);
        assertThat(shown().remark()).isEqualTo(new Remark.OtherNetwork("other.example"));
        assertThat(shown().beacons()).isEmpty();

        model.add(" https://right.example", false);
        assertThat(shown().remark()).isEqualTo(new Remark.Added("right.example"));
        assertThat(shown().beacons()).hasSize(1);

        model.remove(new SourceId(MAINNET, "https://right.example"));
        assertThat(shown().beacons()).isEmpty();
    }

    @Test
    void aNode_thatIsGivenUp_isNotKept_evenIfItAnswersAfterAll() {
        LaterTasks later = new LaterTasks();
        VerificationViewModel patient = new VerificationViewModel(records, later);
        node("https://slow.example", BeaconNetwork.MAINNET, 1);
        patient.load(Optional.of(MAINNET));
        later.runAll();
        patient.add("https://slow.example", false);
        assertThat(((Shown) patient.screen().get()).remark()).isEqualTo(new Remark.Asking("slow.example"));
        patient.giveUp();
        later.runAll();
        patient.load(Optional.of(MAINNET));
        later.runAll();

        assertThat(((Shown) patient.screen().get()).beacons()).isEmpty();
        assertThat(((Shown) patient.screen().get()).remark()).isEqualTo(new Remark.None());
    }

    @Test
    void aCheckpoint_thatIsAskedForCanBeGivenUp() {
        LaterTasks later = new LaterTasks();
        VerificationViewModel patient = new VerificationViewModel(records, later);
        patient.load(Optional.of(MAINNET));
        later.runAll();
        patient.offerAgreed();
        assertThat(((Shown) patient.screen().get()).proposal()).isEqualTo(new Proposal.Asking());
        patient.giveUp();
        later.runAll();

        assertThat(((Shown) patient.screen().get()).proposal()).isEqualTo(new Proposal.None());
    }

    @Test
    void anOpenWay_isAskedOnlyAfterTheUserAgreed() {
        FakeBeacon node = node("http://node.example", BeaconNetwork.MAINNET, 1);
        model.load(Optional.of(MAINNET));

        model.add("http://node.example", false);
        assertThat(shown().remark()).isEqualTo(new Remark.Insecure(node.id()));
        assertThat(node.asked).isZero();

        model.add("http://node.example", true);
        assertThat(shown().beacons()).hasSize(1);
    }

    @Test
    void anOffer_isNoChoice() {
        model.load(Optional.of(MAINNET));
        model.offerBuiltIn();

        Hash32 root = BuiltInCheckpoint.of(MAINNET).orElseThrow().root();
        assertThat(shown().proposal())
                .isInstanceOfSatisfying(
                        Proposal.Offered.class,
                        offered -> assertThat(offered.checkpoint().root()).isEqualTo(root));
        assertThat(begun()).isEmpty();

        model.dropOffer();
        model.accept(false);
        assertThat(begun()).isEmpty();

        model.offerBuiltIn();
        model.accept(false);
        assertThat(begun()).hasValueSatisfying(checkpoint -> {
            assertThat(checkpoint.root()).isEqualTo(root);
            assertThat(checkpoint.oldAllowed()).isFalse();
        });
        assertThat(shown().status().phase()).isEqualTo(SyncStatus.Phase.NOT_BEGUN);
    }

    @Test
    void aTypedFingerprint_isReadInGroups_andAnythingElseIsRefused() {
        model.load(Optional.of(MAINNET));
        model.offerTyped("9bcb 90ec");
        assertThat(shown().remark()).isEqualTo(new Remark.NoRoot());
        assertThat(shown().proposal()).isEqualTo(new Proposal.None());

        model.offerTyped(" 9bcb 90ec 3a29 4591 b77d d2a5 8e97 3578 715c dc0e 6eee b286 bc06 dd12 0057 f18b ");
        model.accept(true);
        assertThat(begun()).hasValueSatisfying(checkpoint -> {
            assertThat(checkpoint.origin()).isEqualTo(StoredCheckpoint.Origin.USER);
            assertThat(checkpoint.oldAllowed()).isTrue();
        });
    }

    @Test
    void operators_mustNameTheSameBlock() {
        node("https://node.one", BeaconNetwork.MAINNET, 1);
        node("https://node.two", BeaconNetwork.MAINNET, 2);
        model.load(Optional.of(MAINNET));
        model.add("https://node.one", false);
        model.add("https://node.two", false);

        model.offerAgreed();
        assertThat(shown().proposal())
                .isInstanceOfSatisfying(
                        Proposal.NotAgreed.class, not -> assertThat(not.named()).hasSize(2));
        model.accept(false);
        assertThat(begun()).isEmpty();

        node("https://node.three", BeaconNetwork.MAINNET, 1);
        model.dropOffer();
        model.add("https://node.three", false);
        model.offerAgreed();
        assertThat(shown().proposal()).isInstanceOfSatisfying(Proposal.Offered.class, offered -> {
            assertThat(offered.checkpoint().vouchers()).isEqualTo("node.one, node.three");
            assertThat(offered.others()).containsOnlyKeys("node.two");
        });
    }

    @Test
    void aRound_keepsWhatIsBeingLookedAt_andNamesWhoDidNotHelp() {
        node("https://node.one", BeaconNetwork.MAINNET, 1);
        model.load(Optional.of(MAINNET));
        model.add("https://node.one", false);
        model.offerBuiltIn();
        model.accept(false);
        model.offerTyped("9bcb90ec3a294591b77dd2a58e973578715cdc0e6eeeb286bc06dd120057f18b");

        model.follow();

        assertThat(shown().proposal()).isInstanceOf(Proposal.Offered.class);
        assertThat(shown().findings()).isNotEmpty();
        assertThat(shown().status().finalized()).isEmpty();
    }
}
