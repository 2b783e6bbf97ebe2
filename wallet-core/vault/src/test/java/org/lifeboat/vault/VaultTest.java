package org.lifeboat.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hex;
import org.lifeboat.vault.hd.PathKind;
import org.lifeboat.vault.kdf.KdfParameters;
import org.lifeboat.vault.words.Phrase;
import org.lifeboat.vault.words.PhraseReader;
import org.lifeboat.vault.words.PhraseReading;

class VaultTest {
    /// The phrase that development nodes publish, with its first address.
    private static final String WORDS = "test test test test test test test test test test test junk";

    private static final Address FIRST = Address.fromHex("0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266");

    @TempDir
    Path folder;

    static Secret secret(String text) {
        return Secret.take(text.getBytes(StandardCharsets.UTF_8));
    }

    static Phrase phrase() {
        return ((PhraseReading.Valid) PhraseReader.read(secret(WORDS))).phrase();
    }

    private Path file() {
        return folder.resolve("profile").resolve("vault.lifeboat");
    }

    private UnlockedVault create(String password) {
        Created created = Vault.at(file()).create(secret(password), KdfParameters.least());
        return ((Created.Done) created).vault();
    }

    private UnlockedVault open(String password) {
        return ((Opened.Unlocked) Vault.at(file()).open(secret(password))).vault();
    }

    private static <T> T done(Changed<T> changed) {
        return ((Changed.Done<T>) changed).value();
    }

    @Test
    void vault_findsItsAccountsAgainAfterClosing() {
        try (UnlockedVault vault = create("one")) {
            SeedId seed = done(vault.addSeed(phrase(), Secret.empty())).id();
            assertThat(done(vault.addAccount(seed)).address()).isEqualTo(FIRST);
            done(vault.addAccount(seed, PathKind.ACCOUNT_INDEX.path(1)));
            done(vault.importKey(Secret.take(Hex.decode("0x" + "01".repeat(32)))));
            done(vault.watch(Address.ZERO));
            assertThat(vault.addAccount(seed, PathKind.ADDRESS_INDEX.path(0))).isInstanceOf(Changed.AlreadyThere.class);
        }
        try (UnlockedVault vault = open("one")) {
            assertThat(vault.accounts()).hasSize(4);
            assertThat(vault.accounts().getFirst().address()).isEqualTo(FIRST);
            assertThat(vault.accounts().getLast().canSign()).isFalse();
            assertThat(vault.seeds()).hasSize(1);
        }
    }

    @Test
    void vault_isReadableByItsOwnerOnly() throws IOException {
        create("one").close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
                .isEqualTo("rwx------");
        try (var files = Files.list(file().getParent())) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("vault.lifeboat", "vault.lifeboat.backup");
        }
    }

    @Test
    void create_leavesAnExistingVaultAlone() {
        create("one").close();

        assertThat(Vault.at(file()).create(secret("two"), KdfParameters.least()))
                .isInstanceOf(Created.AlreadyThere.class);
        open("one").close();
    }

    @Test
    void firstSaveThatFails_leavesNothingBehind() throws IOException {
        // The backup cannot be written: a folder that is not empty stands in the place of its temporary file.
        Path obstacle = file().resolveSibling("vault.lifeboat.backup.new");
        Files.createDirectories(obstacle.resolve("inside"));

        assertThat(Vault.at(file()).create(secret("one"), KdfParameters.least()))
                .isInstanceOf(Created.NotSaved.class);

        assertThat(file()).doesNotExist();
        assertThat(file().resolveSibling("vault.lifeboat.backup")).doesNotExist();
        Files.delete(obstacle.resolve("inside"));
        create("two").close();
        open("two").close();
    }

    @Test
    void laterSaveThatFails_leavesBothFilesAsTheyWere() throws IOException {
        create("one").close();
        byte[] before = Files.readAllBytes(file());
        Files.createDirectories(
                file().resolveSibling("vault.lifeboat.backup.new").resolve("inside"));

        try (UnlockedVault vault = open("one")) {
            assertThat(vault.watch(Address.ZERO)).isInstanceOf(Changed.NotSaved.class);
            assertThat(vault.accounts()).isEmpty();
        }

        assertThat(Files.readAllBytes(file())).isEqualTo(before);
        assertThat(Files.readAllBytes(file().resolveSibling("vault.lifeboat.backup")))
                .isEqualTo(before);
    }

    @Test
    void changePassword_closesFileAndBackupToTheOldOne() {
        try (UnlockedVault vault = create("one")) {
            assertThat(vault.changePassword(secret("wrong"), secret("two"))).isInstanceOf(Changed.Refused.class);
            done(vault.changePassword(secret("one"), secret("two")));
        }
        Vault closed = Vault.at(file());
        assertThat(closed.open(secret("one"))).isInstanceOf(Opened.WrongPassword.class);
        assertThat(closed.openBackup(secret("one"))).isInstanceOf(Opened.WrongPassword.class);
        assertThat(closed.openBackup(secret("two"))).isInstanceOf(Opened.Unlocked.class);
        assertThat(closed.open(secret("two"))).isInstanceOf(Opened.Unlocked.class);
    }

    @Test
    void guessingAtAnOpenVault_locksItAndMakesOpeningWait() {
        Vault file = Vault.at(file());
        Created created = file.create(secret("one"), KdfParameters.least());
        try (UnlockedVault vault = ((Created.Done) created).vault()) {
            SeedId seed = done(vault.addSeed(phrase(), Secret.empty())).id();
            for (int i = 0; i < 3; i++) {
                assertThat(vault.exportWords(seed, secret("two"))).isInstanceOf(Exported.WrongPassword.class);
            }
            assertThat(vault.exportWords(seed, secret("one"))).isInstanceOf(Exported.Revealed.class);
            for (int i = 0; i < 4; i++) {
                assertThat(vault.isLocked()).isFalse();
                assertThat(vault.exportWords(seed, secret("two"))).isInstanceOf(Exported.WrongPassword.class);
            }
            assertThat(vault.exportWords(seed, secret("one"))).isInstanceOf(Exported.Locked.class);
            assertThat(file.open(secret("one"))).isInstanceOf(Opened.TooSoon.class);
        }
    }

    @Test
    void damagedFile_offersTheBackupWhichRestoresIt() throws IOException {
        create("one").close();
        byte[] bytes = Files.readAllBytes(file());
        bytes[bytes.length / 2] ^= 1;
        Files.write(file(), bytes);

        Vault vault = Vault.at(file());
        assertThat(vault.open(secret("one"))).isEqualTo(new Opened.Damaged("its checksum does not fit", true));
        assertThat(vault.openBackup(secret("one"))).isInstanceOf(Opened.Unlocked.class);
        assertThat(vault.open(secret("one"))).isInstanceOf(Opened.Unlocked.class);
    }

    @Test
    void missingFile_saysWhetherABackupIsThere() throws IOException {
        assertThat(Vault.at(file()).open(secret("one"))).isEqualTo(new Opened.Missing(false));
        create("one").close();
        Files.delete(file());

        assertThat(Vault.at(file()).open(secret("one"))).isEqualTo(new Opened.Missing(true));
    }

    @Test
    void unwritableFolder_isReportedAndChangesNothing() throws IOException {
        try (UnlockedVault vault = create("one")) {
            // A folder where the temporary file should be: nothing can be written there, whoever runs the test.
            Path blocker = file().resolveSibling("vault.lifeboat.new");
            Files.createDirectories(blocker.resolve("inside"));

            assertThat(vault.watch(Address.ZERO)).isInstanceOf(Changed.NotSaved.class);
            assertThat(vault.accounts()).isEmpty();
        }
        open("one").close();
    }

    @Test
    void exportSealed_isRestoredElsewhere() throws IOException {
        Bytes sealed;
        try (UnlockedVault vault = create("one")) {
            done(vault.addSeed(phrase(), secret("extra")));
            sealed = Vault.at(file()).exportSealed().orElseThrow();
        }
        Path other = folder.resolve("other").resolve("vault.lifeboat");
        assertThat(Vault.at(other).importSealed(sealed, secret("two"))).isInstanceOf(Created.NotOpened.class);
        assertThat(Files.exists(other)).isFalse();

        Created restored = Vault.at(other).importSealed(sealed, secret("one"));
        assertThat(((Created.Done) restored).vault().seeds())
                .singleElement()
                .satisfies(info -> assertThat(info.hasPassphrase()).isTrue());
    }

    @Test
    void export_asksForThePasswordAgain() {
        try (UnlockedVault vault = create("one")) {
            SeedId seed = done(vault.addSeed(phrase(), Secret.empty())).id();
            AccountId account = done(vault.addAccount(seed)).id();
            AccountId watched = done(vault.watch(Address.ZERO)).id();

            assertThat(vault.exportWords(seed, secret("no"))).isInstanceOf(Exported.WrongPassword.class);
            assertThat(vault.exportKey(watched, secret("one"))).isInstanceOf(Exported.NothingThere.class);
            var words = (Exported.Revealed<Phrase>) vault.exportWords(seed, secret("one"));
            assertThat(words.secret().word(11)).isEqualTo("junk");
            var key = (Exported.Revealed<Secret>) vault.exportKey(account, secret("one"));
            assertThat(key.secret().with(Hex::encode))
                    .isEqualTo("0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");
        }
    }

    @Test
    void closedVault_answersLockedEverywhere() {
        UnlockedVault vault = create("one");
        SeedId seed = done(vault.addSeed(phrase(), Secret.empty())).id();
        AccountId account = done(vault.addAccount(seed)).id();
        vault.close();

        assertThat(vault.isLocked()).isTrue();
        assertThat(vault.accounts()).isEmpty();
        assertThat(vault.candidates(seed, PathKind.SHORT, 0, 1)).isEmpty();
        assertThat(vault.addAccount(seed)).isInstanceOf(Changed.Locked.class);
        assertThat(vault.exportKey(account, secret("one"))).isInstanceOf(Exported.Locked.class);
        assertThat(vault.changePassword(secret("one"), secret("two"))).isInstanceOf(Changed.Locked.class);
    }

    @Test
    void watchedAccount_keepsItsIdWhenItGetsItsKey() {
        try (UnlockedVault vault = create("one")) {
            AccountId watched = done(vault.watch(FIRST)).id();
            SeedId seed = done(vault.addSeed(phrase(), Secret.empty())).id();

            Account account = done(vault.addAccount(seed));

            assertThat(account.id()).isEqualTo(watched);
            assertThat(vault.account(watched).map(Account::canSign)).isEqualTo(Optional.of(true));
        }
    }

    @Test
    void removedAccount_givesItsIdToNobodyElse() {
        try (UnlockedVault vault = create("one")) {
            AccountId first = done(vault.watch(Address.ZERO)).id();
            done(vault.removeAccount(first));

            assertThat(done(vault.watch(FIRST)).id()).isNotEqualTo(first);
        }
    }

    @Test
    void candidates_walkTheThreeCommonPaths() {
        try (UnlockedVault vault = create("one")) {
            SeedId seed = done(vault.addSeed(phrase(), Secret.empty())).id();

            assertThat(vault.candidates(seed, PathKind.ADDRESS_INDEX, 0, 2))
                    .extracting(Candidate::address)
                    .containsExactly(FIRST, Address.fromHex("0x70997970c51812dc3a010c7d01b50e0d17dc79c8"));
            assertThat(vault.candidates(seed, PathKind.ACCOUNT_INDEX, 1, 1)
                            .getFirst()
                            .path())
                    .hasToString("m/44'/60'/1'/0/0");
            assertThat(vault.candidates(seed, PathKind.SHORT, 3, 1).getFirst().path())
                    .hasToString("m/44'/60'/0'/3");
        }
    }
}
