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
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.rlp.RlpException;
import org.lifeboat.sandbox.chain.Genesis;
import org.lifeboat.sandbox.node.L1Node;
import org.lifeboat.sandbox.node.Mining;
import org.lifeboat.sandbox.node.NodeClock;
import org.lifeboat.sandbox.rpc.JsonRpc;
import org.lifeboat.sandbox.world.Faucet;
import org.lifeboat.testkit.vectors.VectorFile;
import org.lifeboat.testkit.vectors.VectorSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Questions of execution-apis about the newest state of its test chain, asked of the sandbox on that state.
public final class SandboxSuite implements Suite {
    private static final JsonMapper JSON = JsonMapper.shared();

    /// The methods, each with the place of its parameter for the block; -1: it has none.
    private static final Map<String, Integer> METHODS = Map.of(
            "eth_getBalance", 1,
            "eth_getCode", 1,
            "eth_getTransactionCount", 1,
            "eth_getStorageAt", 2,
            "eth_getProof", 2,
            "eth_call", 1,
            "eth_estimateGas", 1,
            "eth_createAccessList", 1,
            "eth_chainId", -1,
            "net_version", -1);

    /// The files say so of cases of which only the form of the answer is laid down.
    private static final String FORM_ONLY = "speconly";

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public String description() {
        return "JSON-RPC of the sandbox: questions of execution-apis about the newest state of its chain";
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
        Optional<VectorFile> state = Optional.ofNullable(parts.get("headstate.json"));
        Optional<VectorFile> blocks = Optional.ofNullable(parts.get("chain.rlp"));
        Optional<VectorFile> config = Optional.ofNullable(parts.get("genesis.json"));
        if (state.isEmpty() || blocks.isEmpty() || config.isEmpty()) {
            return;
        }
        report.run("head state", () -> {
            BlockHeader head = HeadState.newest(Bytes.of(blocks.get().content()));
            JsonRpc rpc = world(state.get(), config.get(), head, report);
            questions.forEach(file -> report.run(file.path(), () -> conversation(rpc, head, file, report)));
        });
    }

    private static JsonRpc world(VectorFile state, VectorFile config, BlockHeader head, Report report)
            throws RlpException {
        long chain = JSON.readTree(config.text()).path("config").path("chainId").longValue();
        Genesis genesis = HeadState.genesis(JSON.readTree(state.text()), new ChainId(chain), head);
        Secp256k1 curve = Secp256k1.preferred();
        InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond(head.unixSeconds()));
        L1Node node = new L1Node(genesis, curve, new NodeClock(clock), Mining.WHEN_TOLD);
        report.equal(
                "state root of the head",
                head.stateRoot(),
                node.history().newest().header().stateRoot());
        return new JsonRpc(node, new Faucet(node, curve), "conformance");
    }

    private static void conversation(JsonRpc rpc, BlockHeader head, VectorFile file, Report report) {
        boolean formOnly = file.text().lines().anyMatch(line -> line.startsWith("//") && line.contains(FORM_ONLY));
        JsonNode request = JSON.createObjectNode();
        for (String line : file.text().lines().toList()) {
            if (line.startsWith(">>")) {
                request = JSON.readTree(line.substring(2));
            } else if (line.startsWith("<<")) {
                compare(rpc, head, file.path(), request, JSON.readTree(line.substring(2)), formOnly, report);
            }
        }
    }

    private static void compare(
            JsonRpc rpc,
            BlockHeader head,
            String name,
            JsonNode request,
            JsonNode expected,
            boolean formOnly,
            Report report) {
        String method = request.path("method").asString("");
        if (!METHODS.containsKey(method)) {
            report.skipped("methods that are about older blocks, or that the sandbox does not have");
            return;
        }
        JsonNode block = request.path("params").path(METHODS.get(method));
        boolean aboutTheHead = block.isMissingNode() || block.asString("").equals("latest");
        if (!aboutTheHead) {
            report.skipped("questions about another block than the head");
            return;
        }
        JsonNode told = ask(rpc, method.equals("eth_call") ? inThatBlock(request, head) : request);
        if (expected.has("error") || formOnly) {
            report.equal(
                    name,
                    expected.path("error").path("code"),
                    told.path("error").path("code"));
        } else {
            report.equal(name, expected.path("result"), told.path("result"));
        }
    }

    /// The state is at our block 0: the figures of the block itself are given along.
    private static JsonNode inThatBlock(JsonNode request, BlockHeader head) {
        ObjectNode changed = request.deepCopy().asObject();
        ArrayNode parameters = changed.path("params").deepCopy().asArray();
        while (parameters.size() < 2) {
            parameters.add("latest");
        }
        ObjectNode block = JSON.createObjectNode();
        block.put("number", "0x" + Long.toHexString(head.number()));
        block.put("prevRandao", head.mixHash().toHex());
        parameters.add(JSON.createObjectNode());
        parameters.add(block);
        changed.set("params", parameters);
        return changed;
    }

    private static JsonNode ask(JsonRpc rpc, JsonNode request) {
        byte[] answer = rpc.answer(JSON.writeValueAsString(request).getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        return JSON.readTree(answer);
    }
}
