package org.lifeboat.ui.pictures;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.network.Endpoint;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.Refutation;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.StoredCheckpoint;
import org.lifeboat.engine.sync.Finding;
import org.lifeboat.engine.sync.SuggestedBeacons;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.ui.Records;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.verification.VerificationScreen;
import org.lifeboat.ui.verification.VerificationScreen.Beacon;
import org.lifeboat.ui.verification.VerificationScreen.Proposal;
import org.lifeboat.ui.verification.VerificationScreen.Remark;
import org.lifeboat.ui.verification.VerificationView;
import org.lifeboat.ui.verification.VerificationViewModel;

/// The page of one L1 in the states it can be in.
class VerificationPicturesTest {
    private static final ChainId MAINNET = new ChainId(1);
    private static final Hash32 ROOT =
            Hash32.fromHex("0x9bcb90ec3a294591b77dd2a58e973578715cdc0e6eeeb286bc06dd120057f18b");
    private static final Hash32 OTHER =
            Hash32.fromHex("0x71ae90ec3a294591b77dd2a58e973578715cdc0e6eeeb286bc06dd120057f18b");
    private static final StoredCheckpoint AGREED =
            new StoredCheckpoint(ROOT, StoredCheckpoint.Origin.AGREED, "node.one, node.three", Records.NOW, false);

    private final Records records = new Records();

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void verification_inEveryState() throws IOException {
        Map<String, VerificationScreen> states = new LinkedHashMap<>();
        states.put("verification-load", new VerificationScreen.Loading());
        states.put("verification-empty", shown(SyncStatus.Phase.NO_CHECKPOINT, false, new Proposal.None()));
        states.put("verification", shown(SyncStatus.Phase.FOLLOWING, true, new Proposal.None()));
        states.put("verification-too-old", shown(SyncStatus.Phase.TOO_OLD, true, new Proposal.None()));
        states.put("verification-conflict", shown(SyncStatus.Phase.CONFLICT, true, new Proposal.None()));
        states.put(
                "verification-offered",
                shown(SyncStatus.Phase.NO_CHECKPOINT, true, new Proposal.Offered(AGREED, Map.of("node.two", OTHER))));
        states.put(
                "verification-not-agreed",
                shown(
                        SyncStatus.Phase.NO_CHECKPOINT,
                        true,
                        new Proposal.NotAgreed(2, Map.of("node.one", ROOT, "node.two", OTHER), List.of("node.three"))));
        states.put("verification-nothing", new VerificationScreen.Nothing());
        states.put("verification-not-begun", shown(SyncStatus.Phase.NOT_BEGUN, true, new Proposal.None()));
        states.put("verification-catching-up", shown(SyncStatus.Phase.CATCHING_UP, true, new Proposal.None()));
        states.put("verification-update", shown(SyncStatus.Phase.UPDATE_NEEDED, true, new Proposal.None()));
        states.put("verification-asking", shown(SyncStatus.Phase.NO_CHECKPOINT, true, new Proposal.Asking()));
        for (var state : states.entrySet()) {
            Looks.page(
                    state.getKey(),
                    new Place.Verification(Optional.of(MAINNET)),
                    around -> new VerificationView(
                            around,
                            new SimpleObjectProperty<>(state.getValue()),
                            new VerificationViewModel(records, Tasks.immediate()),
                            _ -> {}));
        }
    }

    private VerificationScreen shown(SyncStatus.Phase phase, boolean asked, Proposal proposal) {
        boolean well = phase == SyncStatus.Phase.FOLLOWING;
        boolean begun = phase != SyncStatus.Phase.NO_CHECKPOINT;
        BeaconNetwork network = BeaconNetwork.MAINNET;
        SyncStatus status = new SyncStatus(
                network,
                phase,
                begun ? Optional.of(AGREED) : Optional.empty(),
                well ? Optional.of(head(21_004_113, 780)) : Optional.empty(),
                well ? Optional.of(head(21_004_177, 24)) : Optional.empty(),
                Records.NOW,
                network.slotAt(Records.NOW.getEpochSecond()));
        List<Network> networks = records.networks().all().stream()
                .filter(each -> each.layer() instanceof Network.Layer.L1)
                .toList();
        List<Finding> findings = phase == SyncStatus.Phase.FOLLOWING
                ? List.of(
                        new Finding(id("https://node.two"), Finding.Kind.LIED, List.of("SIGNATURE_WRONG")),
                        new Finding(id("https://node.three"), Finding.Kind.BEHIND, List.of("71")))
                : List.of();
        return new VerificationScreen.Shown(
                networks,
                networks.getFirst(),
                status,
                asked ? List.of(beacon("https://node.one", false), beacon("https://node.two", well)) : List.of(),
                SuggestedBeacons.of(MAINNET),
                findings,
                Optional.of(LocalDate.of(2026, 4, 1)),
                proposal,
                asked ? new Remark.None() : new Remark.OtherNetwork("sepolia.example"));
    }

    private static SourceId id(String url) {
        return new SourceId(MAINNET, url);
    }

    private static Beacon beacon(String url, boolean caught) {
        Health health = new Health(
                12,
                0,
                0,
                0,
                Optional.empty(),
                Optional.of(Records.NOW.minusSeconds(9)),
                OptionalLong.empty(),
                Optional.empty(),
                caught ? 1 : 0,
                caught
                        ? Optional.of(new Health.Caught(
                                Records.NOW,
                                new Refutation("LIGHT_CLIENT", "node.two", "a signed header", "SIGNATURE_WRONG")))
                        : Optional.empty());
        return new Beacon(new Endpoint(id(url), new Endpoint.Consent.Given(Records.NOW, false), 0), health);
    }

    private static VerifiedHead head(long number, long secondsAgo) {
        Instant time = Records.NOW.minusSeconds(secondsAgo);
        return new VerifiedHead(
                BeaconNetwork.MAINNET.slotAt(time.getEpochSecond()),
                ROOT,
                new BlockRef(number, OTHER, time.getEpochSecond()),
                ROOT);
    }
}
