package org.lifeboat.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.testkit.anvil.AnvilNode;
import org.lifeboat.testkit.solidity.DeployedToken;
import org.lifeboat.testkit.solidity.TestContracts;
import org.lifeboat.testkit.solidity.TestToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole story on the command line, against two real nodes: one profile, chapter after chapter.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class) // chapters of one story: each stands on the one before
class WholeStoryTest {
    private static final String OWNER = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
    private static final String FRIEND = "0x90F79bf6EB2c4f870365E785982E1f101E93b906";
    private static final BigInteger TOKENS = BigInteger.TEN.pow(21);

    @TempDir
    static Path folder;

    private AnvilNode l1;
    private AnvilNode l2;
    private DeployedToken token;
    private Launcher lifeboat;
    private String password;

    @BeforeAll
    void nodes() throws IOException {
        l1 = AnvilNode.l1(31_337);
        l2 = AnvilNode.optimism(31_338);
        token = TestContracts.deploy(l1, TestToken.PLAIN);
        token.mint(OWNER, TOKENS);
        // The header of anvil's block 0 names an empty state, which its own proofs contradict.
        l1.mine(1);
        l2.mine(1);
        lifeboat = new Launcher(folder.resolve("profile"));
        password = secretFile("password", "correct horse");
    }

    @AfterAll
    void stop() {
        l1.close();
        l2.close();
    }

    @Test
    @Order(1)
    void newcomer_restoresAndAddsTwoNetworks() throws IOException {
        String words = secretFile("words", VaultCommandsTest.WORDS);
        assertDone(lifeboat.run("restore", "--words-file", words, "--password-file", password));

        Launcher.Result first = lifeboat.run(
                "networks",
                "add",
                "31337",
                "--name",
                "Local L1",
                "--layer",
                "L1",
                "--test-net",
                "--source",
                l1.url().toString(),
                "--yes");
        assertDone(first);
        assertThat(first.out()).doesNotContain("cannot yet get you out");

        Launcher.Result second = lifeboat.run(
                "networks",
                "add",
                "31338",
                "--name",
                "Local L2",
                "--layer",
                "L2",
                "--l1",
                "31337",
                "--stack",
                "OP_STACK",
                "--test-net",
                "--source",
                l2.url().toString(),
                "--yes");
        assertDone(second);
        assertThat(second.out()).contains("lifeboat exit plan");
    }

    @Test
    @Order(2)
    void sourceOfAnotherChain_isRefused() {
        Launcher.Result result =
                lifeboat.run("networks", "add", "ethereum", "--source", l1.url().toString(), "--yes");

        assertThat(result.exitCode()).isIn(3, 5);
        assertThat(lifeboat.run("networks", "list").out()).doesNotContain("Ethereum");
    }

    @Test
    @Order(3)
    void balances_areRightAndCheckedByProof() {
        assertDone(lifeboat.run("tokens", "add", "31337", token.address(), "--yes"));

        Launcher.Result result = lifeboat.run("balances", "--json");

        assertDone(result);
        JsonNode l1Coin = position(result, 31_337, "ETH");
        assertThat(l1Coin.get("units").stringValue()).isEqualTo("10000000000000000000000");
        assertThat(l1Coin.get("assurance").stringValue()).isEqualTo("CLAIMED");
        assertThat(l1Coin.at("/marks/0").stringValue()).isEqualTo("MATCHED");
        assertThat(position(result, 31_338, "ETH").at("/marks/0").stringValue()).isEqualTo("MATCHED");
        JsonNode tokens = position(result, 31_337, TestToken.PLAIN.symbol());
        assertThat(tokens.get("units").stringValue()).isEqualTo(TOKENS.toString());
        // The token is in no list: its own code was run here, on proven state.
        assertThat(tokens.at("/marks/0").stringValue()).isEqualTo("MATCHED");
    }

    @Test
    @Order(4)
    void coinAndToken_areSentAndMined() {
        assertDone(send("31337", "--amount", "1.5"));
        assertDone(send("31337", "--amount", "100", "--token", token.address()));
        assertDone(send("31338", "--amount", "0.25"));

        assertThat(l1.rpc("eth_getBalance", "[\"" + FRIEND + "\",\"latest\"]").stringValue())
                .isEqualTo("0x" + new BigInteger("10001500000000000000000").toString(16));
        assertThat(token.balanceOf(FRIEND)).isEqualTo(BigInteger.TEN.pow(20));
        Launcher.Result activity = lifeboat.run("activity", "--json");
        assertDone(activity);
        assertThat(json(activity).at("/result/transactions"))
                .extracting(one ->
                        one.get("chainId").longValue() + " " + one.get("status").stringValue())
                .containsExactly("31338 ACCEPTED", "31337 MINED", "31337 MINED");
    }

    @Test
    @Order(5)
    void yesWithoutAPasswordFile_isRefused_andADeclinedReviewSignsNothing() {
        assertThat(lifeboat.run("send", "--network", "31337", "--to", FRIEND, "--amount", "1", "--yes")
                        .exitCode())
                .isEqualTo(2);
        Launcher.Result declined = lifeboat.run(
                "send", "--network", "31337", "--to", FRIEND, "--amount", "1", "--password-file", password);
        assertThat(declined.exitCode()).isEqualTo(6);
        assertThat(declined.err()).contains("Sends 1 ETH to", FRIEND, "Nothing was signed");
    }

    @Test
    @Order(6)
    void killedInTheMiddle_theProfileOpensAgain() throws Exception {
        Process process = lifeboat.start("balances");
        waitUntilItHolds(process);
        process.destroyForcibly().waitFor();

        assertDone(lifeboat.run("activity", "--offline"));
    }

    @Test
    @Order(7)
    void secondProcess_isToldSo() throws IOException {
        // Waits for a password on a pipe that nobody writes to, with the profile open.
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString())
                        .start()
                        .onExit()
                        .join()
                        .exitValue())
                .isZero();
        Process holder = lifeboat.start("accounts", "add", "--password-file", pipe.toString());
        try {
            waitUntilItHolds(holder);

            Launcher.Result second = lifeboat.run("accounts", "list");

            assertThat(second.exitCode()).isEqualTo(7);
            assertThat(second.err()).contains(String.valueOf(holder.pid()));
        } finally {
            holder.destroyForcibly();
        }
    }

    @Test
    @Order(8)
    void deadSource_isSaidAndTheLastFiguresAreKept() {
        String l2Before = position(lifeboat.run("balances", "--offline", "--json"), 31_338, "ETH")
                .get("units")
                .stringValue();
        l2.close();

        Launcher.Result result = lifeboat.run("balances", "--json");

        assertThat(result.exitCode()).isEqualTo(1);
        JsonNode l2Coin = position(result, 31_338, "ETH");
        assertThat(l2Coin.get("state").stringValue()).isEqualTo("COULD_NOT_ASK");
        assertThat(l2Coin.has("units")).isFalse();
        assertThat(l2Coin.at("/lastKnown/units").stringValue()).isEqualTo(l2Before);
        assertThat(position(result, 31_337, "ETH").get("state").stringValue()).isEqualTo("KNOWN");
    }

    @Test
    @Order(9)
    void backup_bringsEverythingBack() throws IOException {
        assertDone(lifeboat.run("contacts", "add", "Ann", FRIEND));
        String own = secretFile("backup-password", "battery staple");
        String file = folder.resolve("profile.backup").toString();
        assertDone(lifeboat.run("backup", file, "--backup-password-file", own, "--password-file", password));
        Launcher other = new Launcher(folder.resolve("restored"));

        Launcher.Result wrong =
                other.run("backup", "restore", file, "--backup-password-file", password, "--password-file", password);
        assertThat(wrong.exitCode()).isEqualTo(4);
        assertDone(other.run("backup", "restore", file, "--backup-password-file", own, "--password-file", password));

        for (List<String> question : List.of(
                List.of("accounts", "list", "--json"),
                List.of("contacts", "list", "--json"),
                List.of("tokens", "list", "31337", "--json"),
                List.of("activity", "--offline", "--json"))) {
            String[] arguments = question.toArray(String[]::new);
            assertThat(other.run(arguments).out())
                    .isEqualTo(lifeboat.run(arguments).out());
        }
        assertThat(other.run("networks", "list").out()).doesNotContain("31337");
        assertThat(other.run("networks", "list", "--all").out()).contains("31337", "(not confirmed)");
        assertDone(other.run("accounts", "add", "--password-file", password));
    }

    @Test
    @Order(10)
    void waitingPayments_areSpedUpCancelledAndHandedOverAgain() {
        l1.rpc("evm_setAutomine", "[false]");
        String slow = hashOf(send("31337", "--amount", "0.1", "--json"));
        String unwanted = hashOf(send("31337", "--amount", "0.2", "--json"));

        String quick = hashOf(replace("speed-up", slow));
        String cancelling = hashOf(replace("cancel", unwanted));
        assertDone(lifeboat.run("activity", "resend", quick));
        l1.mine(1);
        Launcher.Result tooLate = replace("speed-up", slow);

        assertThat(tooLate.exitCode()).isEqualTo(3);
        assertThat(json(tooLate).at("/problem/sentence").stringValue()).contains("replaced by " + quick);
        Launcher.Result activity = lifeboat.run("activity", "--json", "--limit", "4");
        assertThat(json(activity).at("/result/transactions"))
                .extracting(
                        one -> one.get("hash").stringValue(),
                        one -> one.get("status").stringValue(),
                        one -> one.get("replacedBy").stringValue(""))
                .containsExactlyInAnyOrder(
                        tuple(slow, "REPLACED", quick),
                        tuple(quick, "MINED", ""),
                        tuple(unwanted, "REPLACED", cancelling),
                        tuple(cancelling, "MINED", ""));
    }

    @Test
    @Order(11)
    void mistakesOnTheCommandLine_areSaidInTheUsersLanguage() {
        Launcher.Result english = lifeboat.run("send", "--network", "31337", "--json");
        assertThat(english.exitCode()).isEqualTo(2);
        assertThat(json(english).at("/problem/sentence").stringValue())
                .contains("--to", "--amount", "lifeboat send --help");
        Launcher.Result chinese = lifeboat.run("--lang", "zh", "activity", "--limit", "many");
        assertThat(chinese.exitCode()).isEqualTo(2);
        assertThat(chinese.err()).contains("many", "不适用于", "--limit");
        Launcher.Result absurd = send("31337", "--amount", "1", "--gas-limit", "9223372036854775807");
        assertThat(absurd.exitCode()).isEqualTo(3);
        assertThat(absurd.err()).contains("9223372036854775807 is more than any network takes");
    }

    private Launcher.Result replace(String how, String hash) {
        return lifeboat.run("activity", how, hash, "--json", "--yes", "--accept-danger", "--password-file", password);
    }

    private static String hashOf(Launcher.Result result) {
        assertDone(result);
        return json(result).at("/result/hash").stringValue();
    }

    /// Until the process has written itself into the profile's lock.
    private void waitUntilItHolds(Process process) throws IOException {
        Path note = folder.resolve("profile/profile.lock.holder");
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!Files.readString(note).startsWith(process.pid() + " ")) {
            assertThat(process.isAlive() && System.nanoTime() < deadline)
                    .as("the program took the profile")
                    .isTrue();
            Thread.onSpinWait();
        }
    }

    private Launcher.Result send(String network, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "send", "--network", network, "--to", FRIEND, "--yes", "--accept-danger", "--password-file", password));
        arguments.addAll(Arrays.asList(more));
        return lifeboat.run(arguments.toArray(String[]::new));
    }

    static JsonNode position(Launcher.Result result, long chain, String asset) {
        for (JsonNode network : json(result).at("/result/networks")) {
            for (JsonNode position : network.get("positions")) {
                if (network.get("chainId").longValue() == chain
                        && position.get("asset").stringValue().equals(asset)) {
                    return position;
                }
            }
        }
        throw new AssertionError("no position of " + asset + " on " + chain + " in " + result);
    }

    private String secretFile(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, content + "\n").toString();
    }

    static void assertDone(Launcher.Result result) {
        assertThat(result.exitCode()).as("%s%s", result.out(), result.err()).isZero();
    }

    static JsonNode json(Launcher.Result result) {
        return JsonMapper.shared().readTree(result.out());
    }
}
