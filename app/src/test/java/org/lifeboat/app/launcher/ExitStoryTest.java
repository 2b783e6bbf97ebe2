package org.lifeboat.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.testkit.opdevnet.DevnetForm;
import org.lifeboat.testkit.opdevnet.OnDevnetForms;
import org.lifeboat.testkit.opdevnet.OpDevnet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/// Money brought home from a real OP Stack on loopback, by the program's own commands alone.
class ExitStoryTest {
    /// Nobody's: what arrives there is what was paid out.
    private static final String TARGET = "0x00000000000000000000000000000000c0ffee01";

    private static final int MOST_LOOKS = 240;

    /// L1 blocks of the devnet's sequencing window, and some.
    private static final int WINDOW = 24;

    @TempDir
    Path folder;

    @OnDevnetForms
    void aWithdrawal_isPaidOutOnce_thoughTheProgramIsKilledInEveryStep(DevnetForm form) throws Exception {
        try (OpDevnet devnet = OpDevnet.start(form.on(OpProfile.patientOptions()))) {
            Launcher lifeboat = OpProfile.make(folder, devnet.facts()).lifeboat();

            OpProfile.in(folder).fundAndSeeItArrive(devnet.facts());
            killedWhileItWorks(
                    lifeboat,
                    command(
                            "exit",
                            "start",
                            "--network",
                            "opdev",
                            "--from",
                            "user",
                            "--amount",
                            "0.3",
                            "--to",
                            TARGET));
            List<String> steps = carryOut(lifeboat, "PAID_OUT", Map.of());

            assertThat(steps).startsWith("INITIATE", "PROVE").endsWith("FINISH");
            assertThat(watch(lifeboat)).containsExactly("PAID_OUT");
            assertThat(watch(lifeboat)).as("told once").isEmpty();
            assertThat(balance(devnet)).isEqualTo(ether("0.3"));
            JsonNode again = json(lifeboat.run("exit", "find", "--network", "opdev", "--from", "user", "--json"));
            assertThat(again.path("result").path("found").size())
                    .as("withdrawals beside the one of the plan: it was never begun twice")
                    .isZero();
        }
    }

    @OnDevnetForms
    void withTheOperatorGone_theWholeWayOutWorks_thoughTheProgramIsKilledInEveryStep(DevnetForm form) throws Exception {
        try (OpDevnet devnet = OpDevnet.start(form.on(OpProfile.options()))) {
            Launcher lifeboat = OpProfile.make(folder, devnet.facts()).lifeboat();
            devnet.stopOperator();

            List<String> begin = command(
                    "exit",
                    "start",
                    "--network",
                    "opdev",
                    "--from",
                    "user",
                    "--amount",
                    "0.7",
                    "--to",
                    TARGET,
                    "--through-l1");
            killedWhileItWorks(lifeboat, begin);
            // Nobody goes by the clock on the wall any more: L1's is moved where nothing but time is to pass.
            Map<String, Runnable> waits = Map.of(
                    "AWAIT_L2", () -> devnet.jumpL1(WINDOW, 2),
                    "WAITING", () -> devnet.jumpL1(2, 10));
            List<String> steps = carryOut(lifeboat, "CAN_FINISH", waits, "--own-root");

            // The bridge has nothing yet: finishing now would give the money up, and is not done.
            Launcher.Result refused = lifeboat.run(command("exit", "next", "1").toArray(String[]::new));
            assertThat(refused.exitCode()).as(refused.err()).isEqualTo(3);
            OpProfile.in(folder).fund();
            steps.addAll(carryOut(lifeboat, "PAID_OUT", waits, "--own-root"));

            assertThat(steps)
                    .startsWith("INITIATE")
                    .contains("OWN_ROOT", "PROVE")
                    .endsWith("FINISH");
            assertThat(balance(devnet)).isEqualTo(ether("0.7"));
        }
    }

    /// One round of the watcher: the stages that it tells of.
    private List<String> watch(Launcher lifeboat) throws IOException {
        Path calendar = folder.resolve("exits.ics");
        Launcher.Result result = lifeboat.run("watch", "--once", "--json", "--calendar", calendar.toString());
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(Files.readString(calendar)).startsWith("BEGIN:VCALENDAR");
        try (MappingIterator<JsonNode> notices =
                JsonMapper.shared().readerFor(JsonNode.class).readValues(result.out())) {
            return notices.readAll().stream() // of the chain itself, and of payments, it tells too
                    .map(notice -> notice.path("result").path("stage"))
                    .filter(JsonNode::isString)
                    .map(JsonNode::asString)
                    .toList();
        }
    }

    /// Takes step after step until it stands so. Each is first begun by a process that is killed in the middle of it.
    /// @param waits what makes time pass, by how it stands
    /// @param wish what the user wants beside
    /// @return the steps whose transaction was handed over by a process that lived
    private List<String> carryOut(Launcher lifeboat, String end, Map<String, Runnable> waits, String... wish)
            throws Exception {
        List<String> next = command(Stream.concat(Stream.of("exit", "next", "1"), Arrays.stream(wish))
                .toArray(String[]::new));
        List<String> steps = new ArrayList<>();
        String before = "";
        JsonNode exit = JsonMapper.shared().missingNode();
        String said = "";
        for (int look = 0; look < MOST_LOOKS; look++) {
            exit = json(lifeboat.run("exit", "next", "1", "--look", "--json"))
                    .path("result")
                    .path("exit");
            String standing = exit.path("standing").asString();
            if (standing.equals(end)) {
                assertThat(exit.path("arrived").asBoolean(false)).isEqualTo(end.equals("PAID_OUT"));
                return steps;
            }
            if (!standing.equals(before)) {
                killedWhileItWorks(lifeboat, next);
            }
            before = standing;
            waits.getOrDefault(standing, () -> {}).run();
            Launcher.Result result = lifeboat.run(next.toArray(String[]::new));
            said = result.err();
            JsonNode step = json(result).path("result").path("exit").path("step");
            if (step.isString()) {
                steps.add(step.asString());
            }
        }
        throw new AssertionError("not so far after %d looks; steps: %s; it stands so: %s; said last: %s"
                .formatted(MOST_LOOKS, steps, exit, said));
    }

    /// Ends the process with SIGKILL as soon as it has opened the vault, or lets it end by itself.
    private static void killedWhileItWorks(Launcher lifeboat, List<String> command)
            throws IOException, InterruptedException {
        Process process = lifeboat.start(command.toArray(String[]::new));
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

    private List<String> command(String... first) {
        return OpProfile.in(folder).command(first);
    }

    private static JsonNode json(Launcher.Result result) {
        return JsonMapper.shared().readTree(result.out());
    }

    private static BigInteger balance(OpDevnet devnet) {
        String answer = devnet.facts()
                .l1()
                .rpc("eth_getBalance", "[\"" + TARGET + "\", \"latest\"]")
                .asString();
        return new BigInteger(answer.substring(2), 16);
    }

    private static BigInteger ether(String text) {
        return new BigDecimal(text).movePointRight(18).toBigIntegerExact();
    }
}
