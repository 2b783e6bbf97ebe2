package org.lifeboat.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.contact.Contact;
import org.lifeboat.engine.network.Endpoint;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.profile.ProfileBackup;
import org.lifeboat.engine.profile.ProfileContent;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.engine.storage.SourceStore;
import org.lifeboat.engine.storage.StoredCheckpoint;
import org.lifeboat.engine.storage.StoredEvidence;
import org.lifeboat.engine.storage.StoredMessage;
import org.lifeboat.engine.storage.StoredPlan;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.kdf.KdfParameters;

class WholeProfileBackupTest {
    private static final Bytes VAULT = Bytes.of("sealed vault".getBytes(StandardCharsets.US_ASCII));

    private static final ChainId OWN = new ChainId(901);

    @TempDir
    Path folder;

    @Test
    void restoredProfile_equalsTheOneThatWasSaved() {
        byte[] file;
        ProfileContent saved;
        try (ProfileStore store = Samples.open(folder.resolve("old.db"))) {
            fill(store);
            saved = new ProfileBackup(store).collect(Optional.of(VAULT), Samples.NOON);
            file = seal(saved);
        }
        try (ProfileStore store = Samples.open(folder.resolve("new.db"))) {
            ProfileContent opened = opened(file, "pass word");
            assertThat(opened).isEqualTo(saved);
            assertThat(opened.plans()).hasSize(1);

            ProfileBackup backup = new ProfileBackup(store);
            assertThat(backup.restore(opened)).isEqualTo(new ProfileBackup.Restored.Done(Optional.of(VAULT)));
            assertThat(store.sources().all()).isNotEmpty().noneMatch(Endpoint::mayBeAsked);
            assertThat(store.sync().endpoints(OWN)).isNotEmpty().noneMatch(Endpoint::mayBeAsked);
            assertThat(store.sync().checkpoint(OWN)).isPresent();
            assertThat(store.sync().messages(OWN)).hasSize(2);
            assertThat(backup.collect(Optional.of(VAULT), Samples.NOON)).isEqualTo(withoutConsent(saved));
            assertThat(backup.restore(opened)).isEqualTo(new ProfileBackup.Restored.NotEmpty());
        }
    }

    @Test
    void backup_ofAnEmptyProfileOpens_andTellsAWrongPasswordFromDamage() {
        try (ProfileStore store = Samples.open(folder.resolve("old.db"))) {
            byte[] file = seal(new ProfileBackup(store).collect(Optional.empty(), Samples.NOON));

            assertThat(opened(file, "pass word").accounts()).isEmpty();
            assertThat(ProfileBackup.open(file, secret("password")))
                    .isEqualTo(new ProfileBackup.Opened.WrongPassword());
            file[file.length / 2] ^= 1;
            assertThat(ProfileBackup.open(file, secret("pass word"))).isInstanceOf(ProfileBackup.Opened.Damaged.class);
        }
    }

    /// What is restored: all but the leave to ask hosts.
    private static ProfileContent withoutConsent(ProfileContent saved) {
        return new ProfileContent(
                saved.format(),
                saved.madeAt(),
                saved.vault(),
                saved.accounts(),
                saved.networks(),
                saved.endpoints().stream()
                        .map(each -> new Endpoint(each.id(), new Endpoint.Consent.None(), each.position()))
                        .toList(),
                saved.capabilities(),
                saved.tokens(),
                saved.contacts(),
                saved.settings(),
                saved.readings(),
                saved.activity(),
                saved.evidence(),
                saved.following().stream()
                        .map(each -> new ProfileContent.Following(
                                each.chain(),
                                each.config(),
                                each.beacons().stream()
                                        .map(beacon -> new Endpoint(
                                                beacon.id(), new Endpoint.Consent.None(), beacon.position()))
                                        .toList(),
                                each.checkpoint(),
                                each.messages()))
                        .toList(),
                saved.plans(),
                saved.plansGiven());
    }

    private static void fill(ProfileStore store) {
        store.accounts().put(Samples.account(1));
        store.accounts().put(new Account(Samples.address(2), "Imported", new Account.Kind.Imported(), 1, true));
        store.accounts().put(new Account(Samples.address(3), "瑞士", new Account.Kind.WatchOnly(), 2, false));
        ChainId own = OWN;
        int chain = 901;
        for (Network.Layer layer : new Network.Layer[] {
            new Network.Layer.L1(),
            new Network.Layer.L2(ChainId.ETHEREUM, Network.Stack.OP_STACK),
            new Network.Layer.Sidechain(),
            new Network.Layer.Unstated()
        }) {
            store.networks()
                    .put(new Network(new ChainId(chain++), "Net " + chain, "ETH", layer, true, Network.Origin.USER));
        }
        SourceId source = new SourceId(own, "http://127.0.0.1:8545");
        store.sources().put(new Endpoint(source, new Endpoint.Consent.Given(Samples.NOON, false), 0));
        store.sources().put(new Endpoint(new SourceId(own, "https://b.example"), new Endpoint.Consent.None(), 1));
        store.sources().putCapabilities(source, new SourceStore.Measured("{\"format\":1}", Samples.NOON));
        store.tokens().put(new Token(own, Samples.address(3), "Boat", "BOAT", 18, Optional.empty(), Optional.empty()));
        store.contacts().put(Samples.contact(5));
        store.contacts().put(new Contact("Ann", Samples.address(6), Set.of(), "a\n\"b\"", Optional.of(Samples.NOON)));
        store.settings().put("language", "zh");
        store.balances().put(Samples.reading(Assurance.MATCHED, Samples.LARGEST));
        store.balances().put(Samples.reading(new Assurance(Assurance.Level.FINAL, Set.of()), BigInteger.ZERO));
        Status[] statuses = {
            new Status.Saved(),
            new Status.Sent(Samples.NOON),
            new Status.Accepted(Samples.block(7)),
            new Status.Mined(Samples.block(8)),
            new Status.Reverted(Samples.block(9)),
            new Status.Replaced(Optional.of(Hash32.ofNumber(5))),
            new Status.Dropped()
        };
        for (int i = 0; i < statuses.length; i++) {
            store.activity().put(Samples.transaction(i).with(statuses[i], Samples.NOON));
        }
        store.evidence()
                .add(new StoredEvidence(
                        "account-proof/1", own, Samples.address(1), Samples.block(5), Bytes.of(new byte[50_000])));
        SourceId beacon = new SourceId(own, "http://127.0.0.1:5052");
        store.sync().putEndpoint(new Endpoint(beacon, new Endpoint.Consent.Given(Samples.NOON, true), 0));
        store.sync().putConfig(own, "{\"name\":\"own\"}");
        store.sync()
                .begin(
                        own,
                        new StoredCheckpoint(
                                Hash32.ofNumber(77), StoredCheckpoint.Origin.AGREED, "a, b", Samples.NOON, true));
        store.sync().keep(own, new StoredMessage(StoredMessage.Kind.BOOTSTRAP, 0, "FULU", Bytes.of(new byte[100])));
        store.sync().keep(own, new StoredMessage(StoredMessage.Kind.UPDATE, 7, "FULU", Bytes.of(new byte[200])));
        StoredPlan plan = new StoredPlan(
                "of-another-kind/1", own, Samples.address(1), Bytes.of(new byte[3]), Samples.NOON, Samples.NOON);
        PlanStore.Id gone = store.plans().add(plan);
        store.plans().add(plan);
        store.plans().remove(gone);
        PlanStore.Id last = store.plans().add(plan);
        store.plans().remove(last);
    }

    /// Own transactions name plans by their numbers: a number that meant another plan would be taken for
    /// it.
    @Test
    void aPlan_keepsItsNumber_andNoNumberIsGivenAgain() {
        try (ProfileStore store = Samples.open(folder.resolve("old.db"));
                ProfileStore other = Samples.open(folder.resolve("new.db"))) {
            fill(store);
            ProfileContent saved = new ProfileBackup(store).collect(Optional.empty(), Samples.NOON);

            new ProfileBackup(other).restore(saved);

            assertThat(other.plans().all()).containsExactly(new PlanStore.Id(2));
            StoredPlan plan = other.plans().find(new PlanStore.Id(2)).orElseThrow();
            assertThat(other.plans().add(plan)).isEqualTo(new PlanStore.Id(4));
        }
    }

    private static byte[] seal(ProfileContent content) {
        try (Secret password = secret("pass word")) {
            return ProfileBackup.seal(content, password, KdfParameters.least(), new SecureRandom());
        }
    }

    private static ProfileContent opened(byte[] file, String password) {
        try (Secret secret = secret(password)) {
            return switch (ProfileBackup.open(file, secret)) {
                case ProfileBackup.Opened.Content(ProfileContent content) -> content;
                case ProfileBackup.Opened.WrongPassword other -> throw new AssertionError(other);
                case ProfileBackup.Opened.Damaged other -> throw new AssertionError(other);
                case ProfileBackup.Opened.UpdateNeeded other -> throw new AssertionError(other);
            };
        }
    }

    private static Secret secret(String text) {
        return Secret.take(text.toCharArray());
    }
}
