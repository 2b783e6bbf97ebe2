package org.lifeboat.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.activity.FeeParts;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.network.Endpoint;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.profile.ProfileBackup;
import org.lifeboat.engine.profile.ProfileContent;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.StoredEvidence;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Hex;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.vault.Changed;
import org.lifeboat.vault.Created;
import org.lifeboat.vault.Exported;
import org.lifeboat.vault.Opened;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.SeedId;
import org.lifeboat.vault.UnlockedVault;
import org.lifeboat.vault.hd.PathKind;
import org.lifeboat.vault.kdf.KdfParameters;
import org.lifeboat.vault.words.Language;
import org.lifeboat.vault.words.Phrase;

/// A whole profile with a real vault: backed up, wiped from the disk, restored into another folder, and
/// compared record by record and key by key.
class ProfileBackupTest {
    private static final ChainId OWN = new ChainId(901);
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Address FRIEND = Address.fromHex("0x0b0b000000000000000000000000000000000b0b");

    @TempDir
    Path folder;

    @Test
    void wipedProfile_comesBackWithEveryRecordAndEveryKey() throws IOException {
        Path before = folder.resolve("before");
        byte[] file;
        ProfileContent saved;
        Map<String, String> keys;
        try (Profile profile = open(before)) {
            try (UnlockedVault vault =
                    ((Created.Done) profile.vault().create(secret("pass"), KdfParameters.least())).vault()) {
                keys = fillVault(profile, vault);
            }
            fillRecords(profile);
            saved = new ProfileBackup(profile.storage()).collect(profile.vault().exportSealed(), NOON);
            file = ProfileBackup.seal(saved, secret("own"), KdfParameters.least(), new SecureRandom());
        }
        wipe(before);

        try (Profile profile = open(folder.resolve("after"))) {
            ProfileContent content = ((ProfileBackup.Opened.Content) ProfileBackup.open(file, secret("own"))).content();
            assertThat(content).isEqualTo(saved);
            Bytes sealed = content.vault().orElseThrow();
            assertThat(profile.vault().importSealed(sealed, secret("other"))).isInstanceOf(Created.NotOpened.class);
            assertThat(profile.vault().exists()).isFalse();
            ((Created.Done) profile.vault().importSealed(sealed, secret("pass")))
                    .vault()
                    .close();
            assertThat(new ProfileBackup(profile.storage()).restore(content))
                    .isInstanceOf(ProfileBackup.Restored.Done.class);

            ProfileContent again = new ProfileBackup(profile.storage()).collect(Optional.of(sealed), NOON);
            // Consent is for this computer: on another one the user gives it again.
            assertThat(again)
                    .usingRecursiveComparison()
                    .ignoringFields("endpoints")
                    .isEqualTo(saved);
            assertThat(again.endpoints()).extracting(Endpoint::consent).containsExactly(new Endpoint.Consent.None());
            assertThat(again.endpoints())
                    .extracting(Endpoint::id)
                    .isEqualTo(saved.endpoints().stream().map(Endpoint::id).toList());
            try (UnlockedVault vault = ((Opened.Unlocked) profile.vault().open(secret("pass"))).vault()) {
                assertThat(keysOf(vault)).isEqualTo(keys).hasSize(6);
            }
        }
    }

    /// Two seeds of two languages, one with a passphrase; an imported key; an address without one.
    private static Map<String, String> fillVault(Profile profile, UnlockedVault vault) {
        SeedId first = seed(vault, Language.ENGLISH, 12, "");
        SeedId second = seed(vault, Language.JAPANESE, 24, "with a passphrase");
        done(vault.addAccount(first));
        done(vault.addAccount(first, PathKind.ACCOUNT_INDEX.path(1)));
        done(vault.addAccount(second));
        done(vault.importKey(Secret.take(Hex.decode("0x" + "01".repeat(32)))));
        done(vault.watch(FRIEND));
        vault.accounts()
                .forEach(account -> profile.accounts()
                        .add(account.address(), "of " + account.id().value(), new Account.Kind.WatchOnly()));
        return keysOf(vault);
    }

    private static SeedId seed(UnlockedVault vault, Language language, int words, String passphrase) {
        try (Phrase phrase = Phrase.generate(language, words, new SecureRandom());
                Secret extra = passphrase.isEmpty() ? Secret.empty() : secret(passphrase)) {
            return done(vault.addSeed(phrase, extra)).id();
        }
    }

    /// Every key and every phrase of the vault, so that two vaults can be compared.
    private static Map<String, String> keysOf(UnlockedVault vault) {
        Map<String, String> keys = new LinkedHashMap<>();
        vault.accounts().stream().filter(org.lifeboat.vault.Account::canSign).forEach(account -> {
            try (Secret key = exported(vault.exportKey(account.id(), secret("pass")))) {
                String shown = key.with(Hex::encode);
                keys.put(account.address() + " " + account.origin(), shown);
            }
        });
        vault.seeds().forEach(seed -> {
            try (Phrase phrase = exported(vault.exportWords(seed.id(), secret("pass")))) {
                StringBuilder words = new StringBuilder();
                for (int i = 0; i < phrase.size(); i++) {
                    words.append(phrase.word(i)).append(' ');
                }
                keys.put("seed " + seed, words.toString());
            }
        });
        return keys;
    }

    private static void fillRecords(Profile profile) {
        var storage = profile.storage();
        storage.networks()
                .put(new Network(OWN, "Own", "OWN", new Network.Layer.Sidechain(), true, Network.Origin.USER));
        storage.sources()
                .put(new Endpoint(
                        new SourceId(OWN, "http://127.0.0.1:8545"), new Endpoint.Consent.Given(NOON, false), 0));
        storage.tokens().put(new Token(OWN, FRIEND, "Boat", "BOAT", 18, Optional.empty(), Optional.empty()));
        profile.contacts().add("Bob", FRIEND, Set.of(OWN), "a \"note\",\nof two lines");
        storage.settings().put("language", "zh");
        BlockRef block = new BlockRef(7, Hash32.ofNumber(8), 1_800_000_000L);
        List<Status> statuses = List.of(
                new Status.Saved(),
                new Status.Sent(NOON),
                new Status.Mined(block),
                new Status.Replaced(Optional.of(Hash32.ofNumber(9))),
                new Status.Replaced(Optional.empty()),
                new Status.Dropped());
        for (int i = 0; i < statuses.size(); i++) {
            storage.activity().put(transaction(i, statuses.get(i)));
        }
        storage.evidence().add(new StoredEvidence("account-proof/1", OWN, FRIEND, block, Bytes.of(new byte[10_000])));
    }

    private static OwnTransaction transaction(int number, Status status) {
        return new OwnTransaction(
                OWN,
                Hash32.ofNumber(1_000 + number),
                FRIEND,
                new Nonce(number),
                OwnTransaction.Kind.SEND,
                Bytes.of(new byte[] {2, 3, (byte) number}),
                Optional.of(FRIEND),
                new OwnTransaction.Asset.Erc20(FRIEND, "BOAT", 18),
                BigInteger.TWO.pow(200),
                new FeeParts(Wei.of(5), Wei.of(6), Wei.of(7)),
                Optional.of(FeeParts.ofExecution(Wei.of(4))),
                status,
                "note " + number,
                NOON,
                NOON);
    }

    private static Profile open(Path folder) {
        return ((Profile.Opened.Ready) Profile.open(folder)).profile();
    }

    private static void wipe(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static <T> T done(Changed<T> changed) {
        return ((Changed.Done<T>) changed).value();
    }

    private static <T> T exported(Exported<T> exported) {
        return ((Exported.Revealed<T>) exported).secret();
    }

    private static Secret secret(String text) {
        return Secret.take(text.toCharArray());
    }
}
