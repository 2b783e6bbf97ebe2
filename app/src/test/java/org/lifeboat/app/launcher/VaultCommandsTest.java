package org.lifeboat.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.store.Opening;
import org.lifeboat.store.ProfileStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Vault, accounts, contacts and signing through the launcher, without any network.
class VaultCommandsTest {
    /// The words that every Ethereum development node starts with (Hardhat's and anvil's default).
    static final String WORDS = "test test test test test test test test test test test junk";

    private static final String FIRST = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";

    @TempDir
    Path folder;

    private Launcher lifeboat;
    private String password;
    private String words;

    @BeforeEach
    void launcher() throws IOException {
        lifeboat = new Launcher(folder.resolve("profile"));
        password = secretFile("password", "correct horse");
        words = secretFile("words", WORDS);
    }

    @Test
    void restore_bringsTheKnownAddress_andRefusesASecondVault() {
        Launcher.Result made = restore();
        assertThat(made.exitCode()).isZero();
        assertThat(made.out()).contains(FIRST);

        Launcher.Result again = restore();
        assertThat(again.exitCode()).isEqualTo(3);
        assertThat(again.err()).contains("was not touched");
    }

    @Test
    void wrongWords_areNamedByPositionAndNothingIsMade() throws IOException {
        String wrong = secretFile("wrong", WORDS.replace("junk", "jumk"));

        Launcher.Result result = lifeboat.run("restore", "--words-file", wrong, "--password-file", password);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("12", "junk").doesNotContain("jumk");
        assertThat(folder.resolve("profile/keys.vault")).doesNotExist();
    }

    @Test
    void wrongPassword_hasAnExitCodeOfItsOwn() throws IOException {
        restore();

        Launcher.Result result =
                lifeboat.run("accounts", "add", "--password-file", secretFile("other", "wrong horse"), "--json");

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(json(result).at("/problem/name").stringValue()).isEqualTo("LOCKED");
    }

    @Test
    void passwordFileThatOthersCanRead_isWarnedOf() throws IOException {
        Path open = Path.of(secretFile("open", "correct horse"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));

        Launcher.Result result = lifeboat.run("restore", "--words-file", words, "--password-file", open.toString());

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).contains("chmod 600");
    }

    @Test
    void noTerminalAndNoFile_endsWithoutAVault() {
        Launcher.Result result = lifeboat.run("create");

        assertThat(result.exitCode()).isEqualTo(6);
        assertThat(folder.resolve("profile/keys.vault")).doesNotExist();
    }

    @Test
    void keystore_goesOutAndComesBack() throws IOException {
        restore();
        Path keystore = folder.resolve("key.json");
        String its = secretFile("its", "another password");

        Launcher.Result out = lifeboat.run(
                "accounts",
                "export",
                "1",
                "--keystore",
                keystore.toString(),
                "--keystore-password-file",
                its,
                "--password-file",
                password);
        assertThat(out.exitCode()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keystore)))
                .isEqualTo("rw-------");

        Launcher other = new Launcher(folder.resolve("other"));
        other.run("create", "--words-later", "--password-file", password);
        Launcher.Result in = other.run(
                "accounts",
                "import",
                "--keystore",
                keystore.toString(),
                "--keystore-password-file",
                its,
                "--password-file",
                password,
                "--json");
        assertThat(in.exitCode()).isZero();
        assertThat(json(in).at("/result/address").stringValue()).isEqualTo(FIRST);
        assertThat(json(in).at("/result/kind").stringValue()).isEqualTo("IMPORTED");
    }

    @Test
    void seedWords_areNotWrittenIntoAPipe() {
        restore();

        Launcher.Result result = lifeboat.run("accounts", "words", "--password-file", password);

        assertThat(result.exitCode()).isEqualTo(6);
        assertThat(result.out() + result.err()).doesNotContain("junk");
    }

    @Test
    void sign_opensNoConnection() throws IOException {
        restore();
        Path request = Files.writeString(folder.resolve("request.json"), """
                {"format":"lifeboat-requests","version":"1","items":[
                  {"account":"%s","kind":"message","message":"0x68656c6c6f"}]}
                """.formatted(FIRST));
        Path loaded = folder.resolve("classes.log");
        lifeboat.with("LIFEBOAT_JVM", "-Xlog:class+load:file=" + loaded);

        Launcher.Result result = lifeboat.run("sign", request.toString(), "--yes", "--password-file", password);

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).contains("The message: hello");
        // EIP-191 over "hello" with the first development key.
        assertThat(json(result).at("/items/0/signature").stringValue())
                .isEqualTo("0xf16ea9a3478698f695fd1401bfe27e9e4a7e8e3da94aa72b021125e31fa899cc"
                        + "573c48ea3fe1d4ab61a9db10c19032026e3ed2dbccba5a178235ac27f94504311c");
        assertThat(Files.readString(loaded))
                .contains("org.lifeboat.vault.UnlockedVault ")
                .doesNotContain("java.net.Socket ", "java.net.http.", "org.lifeboat.rpc.");
    }

    @Test
    void sign_withoutAYes_signsNothing() throws IOException {
        restore();
        Path request = Files.writeString(folder.resolve("request.json"), """
                {"format":"lifeboat-requests","version":"1","items":[
                  {"account":"%s","kind":"message","message":"0x68656c6c6f"}]}
                """.formatted(FIRST));

        Launcher.Result result = lifeboat.run("sign", request.toString(), "--password-file", password);

        assertThat(result.exitCode()).isEqualTo(6);
        assertThat(result.out()).isEmpty();
    }

    @Test
    void contacts_survive_andLookAlikesAreNamed() throws IOException {
        assertThat(lifeboat.run("contacts", "add", "Ann", FIRST).exitCode()).isZero();
        Launcher.Result alike = lifeboat.run("contacts", "add", "Eve", "0xf39f000000000000000000000000000000002266");
        assertThat(alike.err()).contains("another address");

        Path csv = folder.resolve("contacts.csv");
        assertThat(lifeboat.run("contacts", "export", csv.toString()).exitCode())
                .isZero();
        Launcher other = new Launcher(folder.resolve("other"));
        assertThat(other.run("contacts", "import", csv.toString()).exitCode()).isZero();
        assertThat(other.run("contacts", "list", "--json").out())
                .isEqualTo(lifeboat.run("contacts", "list", "--json").out());
    }

    @Test
    void networks_areAskedOnlyAfterAYes() {
        Launcher.Result result = lifeboat.run("networks", "add", "ethereum", "--source", "https://node.invalid");

        assertThat(result.exitCode()).isEqualTo(6);
        assertThat(result.err()).contains("was not asked");
        var opening = ProfileStore.open(folder.resolve("profile/profile.db"));
        try (ProfileStore store = ((Opening.Opened) opening).store()) {
            assertThat(store.requests().newest(1)).isEmpty();
        }
    }

    private Launcher.Result restore() {
        return lifeboat.run("restore", "--words-file", words, "--password-file", password);
    }

    private String secretFile(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, content + "\n").toString();
    }

    private static JsonNode json(Launcher.Result result) {
        return JsonMapper.shared().readTree(result.out());
    }
}
