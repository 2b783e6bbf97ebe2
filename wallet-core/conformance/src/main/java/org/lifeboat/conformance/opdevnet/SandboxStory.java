package org.lifeboat.conformance.opdevnet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.lifeboat.conformance.Report;
import org.lifeboat.sandbox.Sandbox;
import org.lifeboat.sandbox.rollup.Rollup;
import org.lifeboat.testkit.anvil.NodeClient;
import tools.jackson.databind.JsonNode;

/// The sandbox's rollups as the OP Stack's own programs see them: op-node derives each from the sandbox's L1 and
/// beacon node, and op-geth executes it. Both must come to the blocks that the sandbox has.
/// @param built the folder with the programs
record SandboxStory(Path built, Report report) {
    static final String NAME = "sandbox";

    private static final Duration PATIENCE = Duration.ofMinutes(8);

    /// Blocks of L1 after the world's past, in which the second rollup writes blobs.
    private static final int MORE_BLOCKS = 20;

    void play() throws IOException {
        try (Sandbox sandbox = Sandbox.start(InstantSource.system(), 0, "conformance")) {
            for (int i = 0; i < MORE_BLOCKS; i++) {
                sandbox.l1().clock().advance(Duration.ofSeconds(12));
                sandbox.l1().mine();
                sandbox.pass(Duration.ZERO);
            }
            for (Sandbox.Open each : sandbox.rollups()) {
                Path folder = Files.createTempDirectory("lifeboat-sandbox");
                derive(sandbox, each.rollup(), folder);
                OpDevnetSuite.delete(folder);
            }
        }
    }

    private void derive(Sandbox sandbox, Rollup rollup, Path folder) throws IOException {
        SandboxFiles files = new SandboxFiles(folder);
        files.write(rollup);
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        Files.writeString(folder.resolve("jwt"), HexFormat.of().formatHex(secret));
        List<Process> started = new ArrayList<>();
        try {
            int engine = freePort();
            NodeClient geth = geth(files, engine, started);
            NodeClient node = node(sandbox, files, engine, started);
            long wanted = rollup.node().safe().number();
            String name = rollup.plan().name();
            Stage.until(
                    name + " derived up to block " + wanted,
                    PATIENCE,
                    () -> safe(node).filter(number -> number >= wanted));
            long same = 0;
            for (long number = 0; number <= wanted; number++) {
                String theirs = block(geth, number).path("hash").asString("none");
                String ours =
                        rollup.node().history().at(number).orElseThrow().hash().toHex();
                if (!theirs.equals(ours)) {
                    report.failed(name + ", block " + number, "expected " + theirs + " but was " + ours);
                    return;
                }
                same++;
            }
            report.equal(name + ": blocks as op-geth has them", wanted + 1, same);
            report.note("  %s: %d blocks derived by op-node as the sandbox has them".formatted(name, wanted));
        } finally {
            started.reversed().forEach(SandboxStory::end);
        }
    }

    private NodeClient geth(SandboxFiles files, int engine, List<Process> started) throws IOException {
        String data = files.folder().resolve("geth").toString();
        Process init = start(
                files,
                "init",
                List.of(
                        "op-geth",
                        "init",
                        "--datadir",
                        data,
                        "--state.scheme",
                        "hash",
                        files.genesis().toString()));
        started.add(init);
        Stage.untilTrue("op-geth init", PATIENCE, () -> !init.isAlive());
        int http = freePort();
        started.add(start(
                files,
                "op-geth",
                words("op-geth --datadir " + data + " --networkid 1 --syncmode full --gcmode archive"
                        + " --state.scheme hash --nodiscover --maxpeers 0 --nat none --port 0 --ipcdisable"
                        + " --cache 128 --http --http.addr 127.0.0.1 --http.port " + http
                        + " --http.api eth --authrpc.addr 127.0.0.1 --authrpc.port " + engine
                        + " --authrpc.jwtsecret " + files.folder().resolve("jwt")
                        + " --rollup.disabletxpoolgossip --rollup.superchain-upgrades=false")));
        NodeClient geth = new NodeClient(URI.create("http://127.0.0.1:" + http));
        Stage.untilTrue(
                "op-geth answers",
                PATIENCE,
                () -> ask(geth, "eth_chainId", "[]").isPresent());
        return geth;
    }

    private NodeClient node(Sandbox sandbox, SandboxFiles files, int engine, List<Process> started) throws IOException {
        int port = freePort();
        started.add(start(
                files,
                "op-node",
                words("op-node --l1 " + sandbox.url() + " --l1.beacon " + sandbox.beaconUrl()
                        + " --l1.http-poll-interval 500ms --l1.epoch-poll-interval 2s --l2 http://127.0.0.1:"
                        + engine + " --l2.jwt-secret " + files.folder().resolve("jwt")
                        + " --l2.enginekind geth --rollup.config " + files.rollup()
                        + " --rollup.l1-chain-config " + files.l1()
                        + " --p2p.disable --rpc.addr 127.0.0.1 --rpc.port " + port + " --verifier.l1-confs 0")));
        return new NodeClient(URI.create("http://127.0.0.1:" + port));
    }

    private static List<String> words(String command) {
        return List.of(command.split(" ", -1));
    }

    private Process start(SandboxFiles files, String name, List<String> command) throws IOException {
        List<String> whole = new ArrayList<>(command);
        whole.set(0, built.resolve(command.getFirst()).toString());
        return new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(files.folder().resolve(name + ".log").toFile())
                .start();
    }

    private static Optional<Long> safe(NodeClient node) {
        return ask(node, "optimism_syncStatus", "[]")
                .map(status -> status.at("/safe_l2/number").longValue());
    }

    private static JsonNode block(NodeClient geth, long number) {
        return geth.rpc("eth_getBlockByNumber", "[\"0x" + Long.toHexString(number) + "\",false]");
    }

    /// @return empty while it does not answer
    private static Optional<JsonNode> ask(NodeClient node, String method, String parameters) {
        try {
            return Optional.of(node.rpc(method, parameters));
        } catch (NodeClient.NodeError | UncheckedIOException notYet) {
            return Optional.empty();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void end(Process process) {
        process.destroy();
        process.onExit().join();
    }
}
