package org.lifeboat.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.lifeboat.testkit.anvil.NodeClient;
import org.lifeboat.testkit.opdevnet.DevnetFacts;
import org.lifeboat.testkit.opdevnet.DevnetOptions;

/// A profile that knows a running OP Stack, made by the program's own commands: the L1 `l1dev` (900), the L2 `opdev`
/// (901), and the account `user` with its key.
public final class OpProfile {
    public static final String PASSWORD = "a pass phrase of this test 17";

    private static final Duration PAUSE = Duration.ofMillis(500);

    /// Two minutes: a deposit arrives with the L1 origin that holds it.
    private static final int MOST_LOOKS = 240;

    private final Path folder;
    private final Launcher lifeboat;

    private OpProfile(Path folder) {
        this.folder = folder;
        this.lifeboat = new Launcher(home());
    }

    /// Geth as L1: anvil's proofs are now and then of another block while it mines one.
    public static DevnetOptions options() {
        return DevnetOptions.standard().with("l1", "geth").clocks(20, 12, 6);
    }

    /// As [#options], for a story in which the sequencer lives on: on a machine that is busy with other things its data
    /// come too late for the devnet's window of 40 s, and the chain drops what it had taken.
    public static DevnetOptions patientOptions() {
        return options().with("seq-window", "300");
    }

    /// One that was made before.
    static OpProfile in(Path folder) {
        return new OpProfile(folder);
    }

    /// @param folder for the profile and for what the commands read
    public static OpProfile make(Path folder, DevnetFacts facts) throws IOException {
        OpProfile profile = new OpProfile(folder);
        Launcher lifeboat = profile.lifeboat;
        Path password = profile.secret("password", PASSWORD);
        Path key = profile.secret("key", facts.account(DevnetFacts.Role.USER).key());
        KeyedProfiles.make(profile.home(), key, password);
        profile.add("900", facts.l1(), "--name", "l1dev", "--layer", "L1", "--test-net");
        String[] layer2 = {"--name", "opdev", "--layer", "L2", "--l1", "900", "--stack", "OP_STACK", "--test-net"};
        profile.add("901", facts.verifier(), layer2);
        profile.add("901", facts.sequencer());
        done(lifeboat.run("exit", "plan", "opdev", "--portal", facts.contract("OptimismPortal2")));
        return profile;
    }

    public Launcher lifeboat() {
        return lifeboat;
    }

    public Path home() {
        return folder.resolve("profile");
    }

    /// A command that signs without asking.
    public List<String> command(String... first) {
        String password = folder.resolve("password").toString();
        return Stream.concat(
                        Arrays.stream(first),
                        Stream.of("--yes", "--accept-danger", "--json", "--password-file", password))
                .toList();
    }

    /// The devnet's accounts have money on the L2 that nobody brought in: the bridge has none of it yet.
    public void fund() {
        List<String> deposit = command("deposit", "--network", "opdev", "--from", "user", "--amount", "1");
        done(lifeboat.run(deposit.toArray(String[]::new)));
    }

    /// As [#fund], and waits until both servers of the L2 have it, of which the verifier is behind: there a deposit
    /// takes a nonce of its sender, and a transaction that is signed with the same one is never taken.
    public void fundAndSeeItArrive(DevnetFacts facts) throws InterruptedException {
        String before = nonce(facts);
        fund();
        seeItArrive(facts, before);
    }

    /// Waits until a deposit has taken a nonce on the server that is behind.
    public static void seeItArrive(DevnetFacts facts, String before) throws InterruptedException {
        for (int look = 0; look < MOST_LOOKS && nonce(facts).equals(before); look++) {
            Thread.sleep(PAUSE);
        }
        assertThat(nonce(facts)).as("the next nonce on the L2").isNotEqualTo(before);
    }

    /// The user's next one on the L2, by the server that is behind.
    public static String nonce(DevnetFacts facts) {
        String account = facts.account(DevnetFacts.Role.USER).address();
        return facts.verifier()
                .rpc("eth_getTransactionCount", "[\"" + account + "\", \"latest\"]")
                .asString();
    }

    private void add(String chain, NodeClient node, String... more) {
        done(lifeboat.run(Stream.concat(
                        Stream.of(
                                "networks",
                                "add",
                                chain,
                                "--yes",
                                "--source",
                                node.url().toString()),
                        Arrays.stream(more))
                .toArray(String[]::new)));
    }

    private Path secret(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static void done(Launcher.Result result) {
        assertThat(result.exitCode()).as(result.err()).isZero();
    }
}
