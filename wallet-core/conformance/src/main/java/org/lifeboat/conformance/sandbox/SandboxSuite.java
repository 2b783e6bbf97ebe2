package org.lifeboat.conformance.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lifeboat.conformance.Report;
import org.lifeboat.conformance.Suite;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.rlp.RlpException;
import org.lifeboat.sandbox.chain.ChainSettings;
import org.lifeboat.sandbox.chain.History;
import org.lifeboat.sandbox.node.L1Node;
import org.lifeboat.sandbox.node.Mining;
import org.lifeboat.sandbox.node.NodeClock;
import org.lifeboat.sandbox.rpc.JsonRpc;
import org.lifeboat.sandbox.world.Faucet;
import org.lifeboat.testkit.vectors.VectorFile;
import org.lifeboat.testkit.vectors.VectorSource;
import org.lifeboat.verifier.block.EthereumChain;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Questions of execution-apis about its test chain, asked of the sandbox on that chain, which is run here
/// from its genesis on.
public final class SandboxSuite implements Suite {
    private static final JsonMapper JSON = JsonMapper.shared();

    /// Geth's wish where nobody says otherwise. Source: geth, eth/ethconfig, `Defaults`. Unit: gas.
    private static final Gas GAS_LIMIT = new Gas(60_000_000);

    /// Cases in which the sandbox does otherwise on purpose, each with its reason.
    private static final Map<String, String> OTHERWISE = Map.ofEntries(
            Map.entry("ethSimulate-overflow-nonce", "a nonce of 2^64-1, which no account reaches (EIP-2681)"),
            Map.entry(
                    "ethSimulate-use-as-many-features-as-possible",
                    "events numbered with those that were undone, as geth 1.17.0 did and 1.17.10 does not"),
            Map.entry("ethSimulate-empty-with-block-num-set-firstblock", "simulated blocks of proof of work"),
            Map.entry("trace-block-memory-encoding", "the memory of each instruction, which is not traced"));

    /// The files say so of cases of which only the form of the answer is laid down.
    private static final String FORM_ONLY = "speconly";

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public String description() {
        return "JSON-RPC of the sandbox: questions of execution-apis about its chain";
    }

    @Override
    public void run(VectorSource vectors, Report report) throws IOException {
        List<VectorFile> questions = new ArrayList<>();
        Map<String, VectorFile> parts = new TreeMap<>();
        vectors.forEach(path -> path.contains("execution-apis") || !path.contains("/"), file -> {
            if (file.name().endsWith(".io")) {
                questions.add(file);
            } else {
                parts.putIfAbsent(file.name(), file);
            }
        });
        Optional<VectorFile> blocks = Optional.ofNullable(parts.get("chain.rlp"));
        Optional<VectorFile> config = Optional.ofNullable(parts.get("genesis.json"));
        if (blocks.isEmpty() || config.isEmpty()) {
            return;
        }
        report.run("whole chain", () -> {
            JsonRpc rpc = world(config.get(), blocks.get());
            report.passed();
            questions.forEach(file -> report.run(file.path(), () -> conversation(rpc, file, report)));
        });
    }

    private static JsonRpc world(VectorFile config, VectorFile blocks) throws RlpException {
        GenesisFile genesis = new GenesisFile(JSON.readTree(config.text()));
        EthereumChain chain = genesis.chain();
        Secp256k1 curve = Secp256k1.preferred();
        History history = WholeChain.run(chain, curve, genesis.seal(), Bytes.of(blocks.content()));
        BlockHeader head = history.newest().header();
        ChainSettings settings = new ChainSettings(
                chain.id(),
                chain.forks(),
                GAS_LIMIT,
                head.beneficiary(),
                head.baseFeePerGas().orElseThrow());
        InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond(head.unixSeconds()));
        L1Node node = new L1Node(settings, history, curve, new NodeClock(clock), Mining.WHEN_TOLD);
        return new JsonRpc(node, new Faucet(node, curve), "conformance");
    }

    private static void conversation(JsonRpc rpc, VectorFile file, Report report) {
        boolean formOnly = file.text().lines().anyMatch(line -> line.startsWith("//") && line.contains(FORM_ONLY));
        JsonNode request = JSON.createObjectNode();
        for (String line : file.text().lines().toList()) {
            if (line.startsWith(">>")) {
                request = JSON.readTree(line.substring(2));
            } else if (line.startsWith("<<")) {
                compare(rpc, file.path(), request, JSON.readTree(line.substring(2)), formOnly, report);
            }
        }
    }

    private static void compare(
            JsonRpc rpc, String name, JsonNode request, JsonNode expected, boolean formOnly, Report report) {
        Optional<String> otherwise = OTHERWISE.entrySet().stream()
                .filter(each -> name.endsWith("/" + each.getKey() + ".io"))
                .map(Map.Entry::getValue)
                .findFirst();
        if (otherwise.isPresent()) {
            report.skipped(otherwise.get());
            return;
        }
        JsonNode told = ask(rpc, request);
        if (expected.has("error")) {
            report.equal(
                    name,
                    expected.path("error").path("code"),
                    told.path("error").path("code"));
        } else if (formOnly && !followsFromTheChain(request) && told.has("result")) {
            Form.difference(expected.path("result"), told.path("result"))
                    .ifPresentOrElse(difference -> report.failed(name, difference), report::passed);
        } else {
            report.equal(name, expected.path("result"), told.path("result"));
        }
    }

    /// Traces are compared whole, though the files ask for less: there is nothing in them that a node may choose.
    private static boolean followsFromTheChain(JsonNode request) {
        return request.path("method").asString("").startsWith("debug_trace");
    }

    private static JsonNode ask(JsonRpc rpc, JsonNode request) {
        byte[] answer = rpc.answer(JSON.writeValueAsString(request).getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        return JSON.readTree(answer);
    }
}
