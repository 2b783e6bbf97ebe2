package org.lifeboat.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.lifeboat.testkit.anvil.NodeClient;
import org.lifeboat.testkit.opdevnet.DevnetFacts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A profile of the program that holds the key of the devnet's user.
final class DevnetWallet {
    private static final String PASSWORD = "a pass phrase of this test 17";

    private final Launcher lifeboat;
    private final Path password;

    /// @param l2 servers of the layer 2 that it may ask
    DevnetWallet(Path folder, String name, DevnetFacts facts, NodeClient... l2) throws IOException {
        lifeboat = new Launcher(folder.resolve(name));
        password = secret(folder.resolve(name + "-password"), PASSWORD);
        Path key = secret(
                folder.resolve(name + "-key"),
                facts.account(DevnetFacts.Role.USER).key());
        done("create", "--words-later", "--password-file", password.toString());
        done(
                "accounts",
                "import",
                "--key-file",
                key.toString(),
                "--label",
                "user",
                "--password-file",
                password.toString());
        add("900", facts.l1(), "--name", "l1dev", "--layer", "L1", "--test-net");
        String[] layer = {"--name", "opdev", "--layer", "L2", "--l1", "900", "--stack", "OP_STACK", "--test-net"};
        for (NodeClient node : l2) {
            add("901", node, layer);
            layer = new String[0];
        }
        done("exit", "plan", "opdev", "--portal", facts.contract("OptimismPortal2"));
    }

    private static Path secret(Path file, String content) throws IOException {
        Files.writeString(file, content + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
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
        Launcher.Result result = lifeboat.run(with(List.of("--json"), command));
        assertThat(result.exitCode())
                .as("%s: %s", List.of(command), result.err())
                .isZero();
        return JsonMapper.shared().readTree(result.out()).path("result");
    }

    /// Runs a command that may sign, to its end.
    Launcher.Result signing(String... command) {
        return lifeboat.run(
                with(List.of("--yes", "--accept-danger", "--json", "--password-file", password.toString()), command));
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

    /// How exit 1 stands.
    String standing() {
        Launcher.Result result = lifeboat.run("exit", "next", "1", "--look", "--json");
        return JsonMapper.shared()
                .readTree(result.out())
                .path("result")
                .path("exit")
                .path("standing")
                .asString("");
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
