package org.lifeboat.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.lifeboat.testkit.anvil.NodeClient;
import org.lifeboat.testkit.liar.LyingProxy;
import org.lifeboat.testkit.opdevnet.DevnetFacts;
import org.lifeboat.testkit.opdevnet.OpDevnet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A profile of the program that holds the key of the devnet's user.
final class DevnetWallet {
    private static final String PASSWORD = "a pass phrase of this test 17";

    private static final int MOST_LOOKS = 80;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /// Fewer than make the window of a devnet pass.
    private static final int JUMP_BLOCKS = 2;

    private static final int JUMP_SECONDS = 10;

    /// What a fault of the program itself ends with.
    private static final int BROKE = 70;

    private final Launcher lifeboat;
    private final Path password;

    /// @param l2 servers of the L2 that it may ask
    DevnetWallet(Path folder, String name, DevnetFacts facts, NodeClient... l2) throws IOException {
        this(folder, name, facts, new NodeClient[] {facts.l1()}, l2);
    }

    /// @param l1 servers of the L1 that it may ask
    /// @param l2 servers of the L2 that it may ask
    DevnetWallet(Path folder, String name, DevnetFacts facts, NodeClient[] l1, NodeClient[] l2) throws IOException {
        lifeboat = new Launcher(folder.resolve(name));
        password = secret(folder.resolve(name + "-password"), PASSWORD);
        Path key = secret(
                folder.resolve(name + "-key"),
                facts.account(DevnetFacts.Role.USER).key());
        KeyedProfiles.make(folder.resolve(name), key, password);
        String[] layer1 = {"--name", "l1dev", "--layer", "L1", "--test-net"};
        for (NodeClient node : l1) {
            add("900", node, layer1);
            layer1 = new String[0];
        }
        String[] layer = {"--name", "opdev", "--layer", "L2", "--l1", "900", "--stack", "OP_STACK", "--test-net"};
        for (NodeClient node : l2) {
            add("901", node, layer);
            layer = new String[0];
        }
        done("exit", "plan", "opdev", "--portal", facts.contract("OptimismPortal2"));
    }

    /// A profile that knows its networks already.
    /// @param words that it is restored from
    DevnetWallet(Path folder, String name, String words) throws IOException {
        lifeboat = new Launcher(folder.resolve(name));
        password = secret(folder.resolve(name + "-password"), PASSWORD);
        Path file = secret(folder.resolve(name + "-words"), words);
        done("restore", "--words-file", file.toString(), "--password-file", password.toString());
    }

    private static Path secret(Path file, String content) throws IOException {
        Files.writeString(file, content + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    /// One source more for a chain that it knows.
    void addSource(String chain, NodeClient node) {
        add(chain, node);
    }

    private void add(String chain, NodeClient node, String... more) {
        done(Stream.concat(
                        Stream.of(
                                "networks",
                                "add",
                                chain,
                                "--yes",
                                "--source",
                                node.url().toString()),
                        Arrays.stream(more))
                .toArray(String[]::new));
    }

    /// Runs a command that has to succeed.
    JsonNode done(String... command) {
        Launcher.Result result = run(command);
        assertThat(result.exitCode())
                .as("%s: %s", List.of(command), result.err())
                .isZero();
        return JsonMapper.shared().readTree(result.out()).path("result");
    }

    /// Runs a command that can do only a part of what was asked.
    JsonNode partly(String... command) {
        Launcher.Result result = run(command);
        assertThat(result.exitCode())
                .as("%s: %s", List.of(command), result.err())
                .isEqualTo(1);
        return JsonMapper.shared().readTree(result.out()).path("result");
    }

    /// Runs a command to its end, whatever comes of it.
    Launcher.Result run(String... command) {
        return lifeboat.run(with(List.of("--json"), command));
    }

    /// Runs a command that may sign, to its end.
    Launcher.Result signing(String... command) {
        Launcher.Result result = lifeboat.run(
                with(List.of("--yes", "--accept-danger", "--json", "--password-file", password.toString()), command));
        assertThat(result.exitCode())
                .as("%s broke: %s", List.of(command), result.err())
                .isNotEqualTo(BROKE);
        return result;
    }

    /// Starts a command that goes on and on.
    Process start(String... command) {
        return lifeboat.start(with(List.of("--json"), command));
    }

    /// What a command said that was started before and is over.
    Launcher.Result await(Process process) {
        return lifeboat.await(process);
    }

    /// Begins a command that may sign and kills its process as soon as it has opened the vault.
    void killed(String... command) throws IOException, InterruptedException {
        lifeboat.killedAtTheVault(
                with(List.of("--yes", "--accept-danger", "--json", "--password-file", password.toString()), command));
    }

    /// Begins a command that may sign and kills its process once a node has taken its transaction, before the answer
    /// is on its way; or lets it end by itself.
    void killedOnceSent(List<LyingProxy> sources, String... command) {
        AtomicReference<Optional<Process>> running = new AtomicReference<>(Optional.empty());
        sources.forEach(source -> source.telling(method -> {
            if (method.equals("eth_sendRawTransaction")) {
                running.get().ifPresent(Process::destroyForcibly);
            }
        }));
        Process process = lifeboat.start(
                with(List.of("--yes", "--accept-danger", "--json", "--password-file", password.toString()), command));
        running.set(Optional.of(process));
        lifeboat.await(process);
        sources.forEach(source -> source.telling(_ -> {}));
    }

    /// As [#signing], and it has to succeed.
    JsonNode signed(String... command) {
        Launcher.Result result = signing(command);
        assertThat(result.exitCode())
                .as("%s: %s", List.of(command), result.err())
                .isZero();
        return JsonMapper.shared().readTree(result.out()).path("result");
    }

    private static String[] with(List<String> more, String... command) {
        return Stream.concat(Arrays.stream(command), more.stream()).toArray(String[]::new);
    }

    /// How exit 1 stands, with all that is said of it.
    JsonNode look() {
        Launcher.Result result = lifeboat.run("exit", "next", "1", "--look", "--json");
        return JsonMapper.shared().readTree(result.out()).path("result").path("exit");
    }

    private String standing() {
        return look().path("standing").asString("");
    }

    /// Looks until exit 1 stands in one of these ways.
    JsonNode until(String... standings) {
        JsonNode seen = look();
        for (int look = 1; look < MOST_LOOKS && !isOneOf(seen, standings); look++) {
            pause();
            seen = look();
        }
        assertThat(seen.path("standing").asString("")).isIn((Object[]) standings);
        return seen;
    }

    /// Looks at exit 1 until somebody has so much on a chain.
    void until(NodeClient node, String address, String ether) {
        for (int look = 0; look < MOST_LOOKS && !balance(node, address).equals(ether(ether)); look++) {
            look();
        }
        assertThat(balance(node, address)).isEqualTo(ether(ether));
    }

    /// Half as long as it takes for a block of L1: the programs of the devnet need the processor too.
    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isOneOf(JsonNode seen, String... standings) {
        return List.of(standings).contains(seen.path("standing").asString(""));
    }

    /// Takes the steps of exit 1 until it is paid out. Each is first begun by a process that is killed in it. Nobody
    /// goes
    /// by the clock on the wall any more, so that L1's is moved where nothing but time is to pass.
    /// @return those whose transaction was sent
    List<String> finish(OpDevnet devnet) throws IOException, InterruptedException {
        List<String> steps = new ArrayList<>();
        String before = "";
        String now = standing();
        for (int look = 0; look < MOST_LOOKS && !now.equals("PAID_OUT"); look++) {
            if (!now.equals(before)) {
                killed("exit", "next", "1");
            }
            if (now.equals("WAITING")) {
                devnet.jumpL1(JUMP_BLOCKS, JUMP_SECONDS);
            }
            next().ifPresent(steps::add);
            before = now;
            now = standing();
        }
        return steps;
    }

    /// As [#signed], first begun by a process that is killed in it.
    JsonNode signedAtTheSecondTry(String... command) throws IOException, InterruptedException {
        killed(command);
        return signed(command);
    }

    /// Begins exit 1 by a process that is killed in it: the wish is kept, and the step is taken by another.
    void begun(String... start) throws IOException, InterruptedException {
        killed(start);
        signed("exit", "next", "1");
    }

    /// Takes the next step of exit 1.
    /// @return its name, where a transaction was sent
    Optional<String> next(String... more) {
        String[] command = Stream.concat(Stream.of("exit", "next", "1"), Arrays.stream(more))
                .toArray(String[]::new);
        Launcher.Result result = signing(command);
        return JsonMapper.shared()
                .readTree(result.out())
                .path("result")
                .path("exit")
                .path("step")
                .stringValueOpt();
    }

    static BigInteger balance(NodeClient node, String address) {
        String answer =
                node.rpc("eth_getBalance", "[\"" + address + "\", \"latest\"]").asString();
        return new BigInteger(answer.substring(2), 16);
    }

    static BigInteger ether(String text) {
        return new BigDecimal(text).movePointRight(18).toBigIntegerExact();
    }
}
