package org.lifeboat.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lifeboat.app.launcher.WholeStoryTest.assertDone;
import static org.lifeboat.app.launcher.WholeStoryTest.json;
import static org.lifeboat.app.launcher.WholeStoryTest.position;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
import org.lifeboat.testkit.anvil.NodeClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The wallet on `lifeboat sandbox`, without any other program: a profile of play money, chapter after
/// chapter.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class) // chapters of one story: each stands on the one before
class SandboxStoryTest {
    private static final int MOST_SLOTS = 4;

    private static final String FRIEND = "0x2222222222222222222222222222222222222222";

    @TempDir
    static Path folder;

    private Process sandbox;
    private JsonNode world;
    private Launcher lifeboat;
    private String password;
    private String chain;

    @BeforeAll
    void start() throws IOException {
        Path play = folder.resolve("play");
        sandbox = new Launcher(folder.resolve("unused")).start("sandbox", "--profile", play.toString(), "--json");
        world = firstDocument(sandbox).path("result");
        chain = Long.toString(world.path("chainId").longValue());
        lifeboat = new Launcher(play);
        password = secretFile("password", "correct horse");
    }

    @AfterAll
    void stop() throws InterruptedException {
        sandbox.destroy();
        sandbox.waitFor();
    }

    /// What the program has printed up to the end of its first JSON document; it runs on.
    static JsonNode firstDocument(Process process) throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder document = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            document.append(line).append('\n');
            if (line.equals("}")) {
                return JsonMapper.shared().readTree(document.toString());
            }
        }
        throw new AssertionError("the sandbox ended: " + document);
    }

    @Test
    @Order(1)
    void newcomer_findsMoneyThatIsProvenAndSaidToBePlay() throws IOException {
        String words = secretFile("words", world.path("words").stringValue());
        assertDone(lifeboat.run("restore", "--words-file", words, "--password-file", password));

        Launcher.Result result = lifeboat.run("balances", "--json");
        // A block that was made this very second is not signed yet: then the next look finds it signed.
        for (int look = 0;
                look < 3 && coin(result).path("assurance").asString("").equals("CLAIMED");
                look++) {
            result = lifeboat.run("balances", "--json");
        }

        assertDone(result);
        JsonNode coin = coin(result);
        assertThat(coin.get("units").stringValue()).isEqualTo("10000000000000000000000");
        assertThat(coin.get("assurance").stringValue()).isIn("POSTED", "FINAL");
        assertThat(position(result, Long.parseLong(chain), "playUSD")
                        .get("units")
                        .stringValue())
                .isEqualTo("10000000000");
        assertThat(lifeboat.run("balances").out()).contains("play ETH", "Lifeboat sandbox");
    }

    private JsonNode coin(Launcher.Result result) {
        return position(result, Long.parseLong(chain), "play ETH");
    }

    @Test
    @Order(2)
    void coinAndToken_areSentAndMined() {
        String dollar = world.at("/tokens/0/contract").stringValue();
        Launcher.Result paid = send("--amount", "1.5", "--json");
        assertDone(paid);
        Launcher.Result inTokens = send("--amount", "100", "--token", dollar, "--json");
        assertDone(inTokens);

        assertTriedOut(json(paid), json(inTokens), dollar);
        Launcher.Result activity = lifeboat.run("activity", "--json");

        assertDone(activity);
        assertThat(json(activity).at("/result/transactions"))
                .extracting(one -> one.get("status").stringValue())
                .containsExactly("MINED", "MINED");
        Launcher.Result balances = lifeboat.run("balances", "--json");
        assertThat(position(balances, Long.parseLong(chain), "playUSD")
                        .get("units")
                        .stringValue())
                .isEqualTo("9900000000");
    }

    /// What trying it out has shown stands in the answer: by proof, with who has how much more or less.
    private static void assertTriedOut(JsonNode paid, JsonNode inTokens, String dollar) {
        JsonNode simulation = paid.at("/result/simulation");
        assertThat(simulation.get("state").stringValue()).isEqualTo("SHOWN");
        // In a block that L1 has signed, or in one that is newer: then the proof fits its header.
        boolean signed =
                List.of("POSTED", "FINAL").contains(simulation.get("assurance").stringValue());
        assertThat(simulation.get("marks"))
                .extracting(JsonNode::stringValue)
                .isEqualTo(signed ? List.of() : List.of("MATCHED"));
        assertThat(simulation.get("ending").stringValue()).isEqualTo("SUCCEEDS");
        assertThat(simulation.get("gasUsed").stringValue()).isEqualTo("21000");
        assertThat(new BigInteger(simulation.get("gasFee").stringValue())).isPositive();
        assertThat(simulation.get("l1DataFee").stringValue()).isEqualTo("0");
        assertThat(simulation.get("operatorFee").stringValue()).isEqualTo("0");
        assertThat(simulation.get("coins"))
                .extracting(coin -> coin.get("units").stringValue())
                .containsExactlyInAnyOrder("-1500000000000000000", "1500000000000000000");
        assertThat(simulation.get("tokens")).isEmpty();
        JsonNode tokens = inTokens.at("/result/simulation/tokens");
        assertThat(tokens)
                .allMatch(change -> change.get("token").stringValue().equals(dollar))
                .extracting(change -> new BigInteger(change.get("after").stringValue())
                        .subtract(new BigInteger(change.get("before").stringValue())))
                .containsExactlyInAnyOrder(BigInteger.valueOf(-100_000_000), BigInteger.valueOf(100_000_000));
        assertThat(inTokens.at("/result/simulation/moves/0/units").stringValue())
                .isEqualTo("100000000");
    }

    @Test
    @Order(3)
    void figures_becomeFinal_alsoAfterSevenDaysAreSkipped() {
        NodeClient node = new NodeClient(URI.create(url()));
        node.rpc("sandbox_finalize", "[]");
        JsonNode soon = signed(node);
        node.rpc("sandbox_increaseTime", "[604800]");
        node.rpc("sandbox_finalize", "[]");

        JsonNode later = signed(node);

        for (JsonNode coin : List.of(soon, later)) {
            assertThat(coin.get("assurance").stringValue()).isEqualTo("POSTED");
            assertThat(coin.at("/vouchedFor/assurance").stringValue()).isEqualTo("FINAL");
        }
        assertThat(lifeboat.run("sync", "status", "--json").out()).contains("\"FOLLOWING\"");
    }

    /// The committee signs a block in the slot after it: one that is mined just while it is read waits for that slot.
    private JsonNode signed(NodeClient node) {
        for (int slot = 1; ; slot++) {
            node.rpc("sandbox_increaseTime", "[12]");
            JsonNode coin = position(lifeboat.run("balances", "--json"), Long.parseLong(chain), "play ETH");
            if (slot == MOST_SLOTS || coin.get("assurance").stringValue().equals("POSTED")) {
                return coin;
            }
        }
    }

    @Test
    @Order(4)
    void reorganisation_takesAPaymentBack_andTheSameBytesAreSentAgain() {
        assertDone(send("--amount", "0.5"));
        assertThat(newestStatus()).isEqualTo("MINED");
        String hash = newestTransaction().get("hash").stringValue();

        reorganise(hash, false);
        assertThat(newestStatus()).isNotEqualTo("MINED");
        assertDone(lifeboat.run("activity", "resend", hash));
        assertThat(newestStatus()).isEqualTo("MINED");

        reorganise(hash, true);
        assertThat(newestStatus()).isEqualTo("MINED");
        assertThat(newestTransaction().get("hash").stringValue()).isEqualTo(hash);
    }

    /// Down to the block that holds the transaction.
    private void reorganise(String hash, boolean keepTransactions) {
        NodeClient node = new NodeClient(URI.create(url()));
        JsonNode receipt = node.rpc("eth_getTransactionReceipt", "[\"" + hash + "\"]");
        long block = Long.decode(receipt.path("blockNumber").stringValue());
        long newest = Long.decode(node.rpc("eth_blockNumber", "[]").stringValue());
        node.rpc("sandbox_reorganise", "[%d, %b]".formatted(newest - block + 1, keepTransactions));
    }

    private JsonNode newestTransaction() {
        Launcher.Result activity = lifeboat.run("activity", "--json");
        assertDone(activity);
        return json(activity).at("/result/transactions/0");
    }

    private String newestStatus() {
        return newestTransaction().get("status").stringValue();
    }

    @Test
    @Order(5)
    void realNetwork_isNotTakenIntoPlay() {
        assertThat(lifeboat.run("networks", "list", "--json").out()).doesNotContain("Ethereum");

        Launcher.Result result =
                lifeboat.run("networks", "add", "1", "--name", "Ethereum", "--layer", "L1", "--source", url(), "--yes");

        assertThat(result.exitCode()).isIn(3, 5);
        assertThat(lifeboat.run("networks", "list", "--json").out()).doesNotContain("Ethereum");
    }

    @Test
    @Order(6)
    void sandbox_isNotTakenIntoARealProfile() {
        Launcher real = new Launcher(folder.resolve("real"));

        Launcher.Result result =
                real.run("networks", "add", chain, "--name", "Mine", "--layer", "L1", "--source", url(), "--yes");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err()).contains("real money and play money");
        assertThat(real.run("networks", "list").out()).doesNotContain("Mine");
    }

    @Test
    @Order(7)
    void folderThatHoldsSomething_isNotMadeAPlayProfile() throws IOException {
        Path real = Files.createDirectories(folder.resolve("something"));
        Files.writeString(real.resolve("profile.db"), "mine");

        Launcher.Result result = new Launcher(folder.resolve("unused")).run("sandbox", "--profile", real.toString());

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(Files.list(real)).hasSize(1);
    }

    @Test
    @Order(8)
    void takenPort_isSaid() {
        String port = url().substring(url().lastIndexOf(':') + 1);

        Launcher.Result result = new Launcher(folder.resolve("unused")).run("sandbox", "--port", port);

        assertThat(result.exitCode()).isEqualTo(69);
        assertThat(result.err()).contains(port);
    }

    /// Its process is killed: nobody answers any more, and the computer's clock is no clock of that world.
    @Test
    @Order(9)
    void withoutItsSandbox_aProfileOfPlayMoney_saysThatItsTimeStands() throws InterruptedException {
        assertThat(lifeboat.run("exit", "list").err()).doesNotContain("does not run");
        sandbox.destroyForcibly().waitFor();

        Launcher.Result result = lifeboat.run("exit", "list");
        assertThat(result.err())
                .containsOnlyOnce("The sandbox of this profile does not run")
                .contains("stands still");
    }

    private String url() {
        return world.path("url").stringValue();
    }

    private Launcher.Result send(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "send", "--network", chain, "--to", FRIEND, "--yes", "--accept-danger", "--password-file", password));
        arguments.addAll(Arrays.asList(more));
        return lifeboat.run(arguments.toArray(String[]::new));
    }

    private static String secretFile(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, content + "\n").toString();
    }
}
