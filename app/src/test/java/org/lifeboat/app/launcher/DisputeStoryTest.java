package org.lifeboat.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.testkit.anvil.NodeClient;
import org.lifeboat.testkit.opdevnet.DevnetFacts;
import org.lifeboat.testkit.opdevnet.DevnetOptions;
import org.lifeboat.testkit.opdevnet.DevnetProgram;
import org.lifeboat.testkit.opdevnet.OpDevnet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A false root on a real OP Stack on loopback: found by running the blocks again, attacked, won, and the
/// bonds of both sides claimed, by the program's own commands alone. Nobody else plays: there is no
/// op-challenger.
class DisputeStoryTest {
    private static final String PASSWORD = "a pass phrase of this test 19";
    private static final int MOST_LOOKS = 60;

    /// CANNON. Source: optimism, `src/dispute/lib/Types.sol`, `GameTypes`.
    private static final int CANNON = 0;

    @TempDir
    Path folder;

    @Test
    void aFalseRoot_isFound_attacked_andWon_thoughTheProgramIsKilled() throws Exception {
        try (OpDevnet devnet = OpDevnet.start(options())) {
            Launcher lifeboat = profile(devnet.facts());
            OpDevnet.FalseRoot lie = devnet.falseRoot(CANNON);

            JsonNode verdict = result(lifeboat.run(check(devnet, "--game", lie.game(), "--json")));
            assertThat(verdict.path("verdict").asString()).isEqualTo("FALSE");
            assertThat(verdict.path("wrongBlock").asLong()).isEqualTo(lie.l2Block());
            assertThat(verdict.path("computed").asString()).isEqualTo(rootOf(devnet, lie.l2Block()));
            assertThat(verdict.path("remedy").asString()).isEqualTo("DISPUTE");

            BigInteger before = balance(devnet);
            killedWhileItWorks(lifeboat, command(devnet, "move", lie.game()));
            JsonNode moved = result(lifeboat.run(array(command(devnet, "move", lie.game()))));
            assertThat(claims(lifeboat, lie))
                    .as("one attack, however often it was begun")
                    .isEqualTo(2);
            assertThat(moved.path("dispute").path("stance").asString()).isEqualTo("ATTACK");
            assertThat(balance(devnet)).isLessThan(before);

            List<String> steps = claimAll(lifeboat, devnet, lie);

            assertThat(steps).contains("SETTLE").endsWith("CLAIM");
            assertThat(balance(devnet)).as("its own bond, and the liar's").isGreaterThan(before);
        }
    }

    @Test
    void aTrueRoot_isFoundTrue_andNothingIsOffered() throws Exception {
        try (OpDevnet devnet = OpDevnet.start(options())) {
            Launcher lifeboat = profile(devnet.facts());

            JsonNode verdict = newest(lifeboat, devnet);
            assertThat(verdict.path("verdict").asString())
                    .as(verdict.toString())
                    .isEqualTo("TRUE");
            String game = verdict.path("game").asString();
            JsonNode moved = result(lifeboat.run(array(command(devnet, "move", game))));

            assertThat(moved.path("dispute").path("standing").asString()).isIn("WAIT", "CAN_SETTLE");
            assertThat(moved.path("dispute").path("stance").asString()).isEqualTo("DEFEND");
            JsonNode spot = result(lifeboat.run(check(devnet, "--spot", "5", "--json")));
            assertThat(spot.path("verdict").asString()).isEqualTo("TRUE");
            assertThat(spot.path("ground").asString()).isEqualTo("WORD");
        }
    }

    /// The first root takes some seconds to be posted.
    private JsonNode newest(Launcher lifeboat, OpDevnet devnet) {
        for (int look = 0; look < MOST_LOOKS; look++) {
            Launcher.Result result = lifeboat.run(check(devnet, "--json"));
            JsonNode verdict = JsonMapper.shared().readTree(result.out()).path("result");
            if (!verdict.path("missing").asString("").equals("GAME")) {
                return verdict;
            }
        }
        throw new AssertionError("no root was posted");
    }

    /// @return the steps whose transaction was handed over
    private List<String> claimAll(Launcher lifeboat, OpDevnet devnet, OpDevnet.FalseRoot lie) {
        List<String> steps = new ArrayList<>();
        for (int look = 0; look < MOST_LOOKS; look++) {
            Launcher.Result result = lifeboat.run(array(command(devnet, "claim", lie.game())));
            assertThat(result.exitCode()).as(result.err()).isIn(0, 5);
            JsonNode dispute =
                    JsonMapper.shared().readTree(result.out()).path("result").path("dispute");
            if (dispute.path("step").isString()) {
                steps.add(dispute.path("step").asString());
            }
            if (dispute.path("standing").asString("").equals("WON")
                    && dispute.path("credit").asString("").equals("0")) {
                return steps;
            }
        }
        throw new AssertionError("not paid after " + MOST_LOOKS + " looks; steps: " + steps);
    }

    private long claims(Launcher lifeboat, OpDevnet.FalseRoot lie) {
        for (int look = 0; look < MOST_LOOKS; look++) {
            JsonNode shown = result(lifeboat.run("dispute", "show", "opdev", lie.game(), "--json"));
            if (shown.path("claims").asLong() > 1) {
                return shown.path("claims").asLong();
            }
        }
        throw new AssertionError("the attack is in no block");
    }

    /// Ends the process with SIGKILL as soon as it has opened the vault, or lets it end by itself.
    private static void killedWhileItWorks(Launcher lifeboat, List<String> command)
            throws IOException, InterruptedException {
        Process process = lifeboat.start(array(command));
        try (BufferedReader progress = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = progress.readLine(); line != null; line = progress.readLine()) {
                if (line.contains("Opening the vault")) {
                    break;
                }
            }
        }
        process.destroyForcibly();
        process.waitFor();
    }

    private String[] check(OpDevnet devnet, String... more) {
        return array(Stream.concat(
                        Stream.of("check-chain", "opdev", "--yes"), Stream.concat(where(devnet), Arrays.stream(more)))
                .toList());
    }

    private List<String> command(OpDevnet devnet, String part, String game) {
        return Stream.concat(
                        Stream.of(
                                "dispute",
                                part,
                                "opdev",
                                game,
                                "--from",
                                "user",
                                "--yes",
                                "--accept-danger",
                                "--json",
                                "--password-file",
                                folder.resolve("password").toString()),
                        where(devnet))
                .toList();
    }

    private static Stream<String> where(OpDevnet devnet) {
        Path rollup = devnet.facts().rollupConfig();
        return Stream.of(
                "--rollup",
                rollup.toString(),
                "--l1-config",
                rollup.resolveSibling("l1-chain-config.json").toString(),
                "--blobs",
                devnet.facts().beacon().toString());
    }

    /// Geth as L1: anvil's proofs are now and then of another block while it mines one. The clock is long
    /// enough for a check and a move on a busy machine.
    private static DevnetOptions options() {
        return DevnetOptions.standard()
                .data(DevnetOptions.Data.BLOBS)
                .without(DevnetProgram.CHALLENGER)
                .with("seq-window", "300")
                .clocks(90, 12, 6);
    }

    private Launcher profile(DevnetFacts facts) throws IOException {
        Launcher lifeboat = new Launcher(folder.resolve("profile"));
        String password = secret("password", PASSWORD);
        String key = secret("key", facts.account(DevnetFacts.Role.USER).key());
        done(lifeboat.run("create", "--words-later", "--password-file", password));
        done(lifeboat.run("accounts", "import", "--key-file", key, "--label", "user", "--password-file", password));
        add(lifeboat, "900", facts.l1(), "--name", "l1dev", "--layer", "L1", "--test-net");
        String[] layer2 = {"--name", "opdev", "--layer", "L2", "--l1", "900", "--stack", "OP_STACK", "--test-net"};
        add(lifeboat, "901", facts.verifier(), layer2);
        done(lifeboat.run("exit", "plan", "opdev", "--portal", facts.contract("OptimismPortal2")));
        return lifeboat;
    }

    private static void add(Launcher lifeboat, String chain, NodeClient node, String... more) {
        done(lifeboat.run(array(Stream.concat(
                        Stream.of(
                                "networks",
                                "add",
                                chain,
                                "--yes",
                                "--source",
                                node.url().toString()),
                        Arrays.stream(more))
                .toList())));
    }

    private String secret(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file.toString();
    }

    private static void done(Launcher.Result result) {
        assertThat(result.exitCode()).as(result.err()).isZero();
    }

    private static JsonNode result(Launcher.Result result) {
        done(result);
        return JsonMapper.shared().readTree(result.out()).path("result");
    }

    private static String[] array(List<String> command) {
        return command.toArray(String[]::new);
    }

    /// As the stranger's op-node has it, which knows the L2 from L1 alone.
    private static String rootOf(OpDevnet devnet, long block) {
        return devnet.facts()
                .verifierNode()
                .rpc("optimism_outputAtBlock", "[\"0x%x\"]".formatted(block))
                .get("outputRoot")
                .asString();
    }

    private static BigInteger balance(OpDevnet devnet) {
        String user = devnet.facts().account(DevnetFacts.Role.USER).address();
        String answer = devnet.facts()
                .l1()
                .rpc("eth_getBalance", "[\"" + user + "\", \"latest\"]")
                .asString();
        return new BigInteger(answer.substring(2), 16);
    }
}
