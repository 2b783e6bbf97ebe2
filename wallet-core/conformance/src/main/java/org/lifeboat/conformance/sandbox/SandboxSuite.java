package org.lifeboat.conformance.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lifeboat.conformance.Report;
import org.lifeboat.conformance.Suite;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.sandbox.chain.ChainState;
import org.lifeboat.sandbox.chain.History;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.node.L1Node;
import org.lifeboat.sandbox.node.Mining;
import org.lifeboat.sandbox.node.NodeClock;
import org.lifeboat.sandbox.rpc.JsonRpc;
import org.lifeboat.sandbox.world.Faucet;
import org.lifeboat.testkit.vectors.VectorFile;
import org.lifeboat.testkit.vectors.VectorSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Questions of execution-apis about the newest state of its test chain, asked of the sandbox on that state.
public final class SandboxSuite implements Suite {
    private static final JsonMapper JSON = JsonMapper.shared();

    /// The methods, each with the place of its parameter for the block; -1: it has none.
    private static final Map<String, Integer> METHODS = Map.ofEntries(
            Map.entry("eth_getBalance", 1),
            Map.entry("eth_getCode", 1),
            Map.entry("eth_getTransactionCount", 1),
            Map.entry("eth_getStorageAt", 2),
            Map.entry("eth_getStorageValues", 1),
            Map.entry("eth_getProof", 2),
            Map.entry("eth_call", 1),
            Map.entry("eth_estimateGas", 1),
            Map.entry("eth_createAccessList", 1),
            Map.entry("eth_simulateV1", 1),
            Map.entry("eth_chainId", -1),
            Map.entry("eth_blockNumber", -1),
            Map.entry("eth_baseFee", -1),
            Map.entry("eth_blobBaseFee", -1),
            Map.entry("eth_syncing", -1),
            Map.entry("eth_sendRawTransaction", -1),
            Map.entry("net_version", -1));

    /// Cases in which the sandbox does otherwise on purpose, each with its reason.
    private static final Map<String, String> OTHERWISE = Map.of(
            "ethSimulate-overflow-nonce", "a nonce of 2^64-1, which no account reaches (EIP-2681)",
            "ethSimulate-use-as-many-features-as-possible", "events numbered with those that were undone",
            "send-blob-tx", "blobs sent over JSON-RPC");

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
            List<BlockHeader> headers = HeadState.headers(Bytes.of(blocks.get().content()));
            BlockHeader head = headers.getLast();
            JsonRpc rpc = world(state.get(), config.get(), headers, report);
            questions.forEach(file -> report.run(file.path(), () -> conversation(rpc, head, file, report)));
        });
    }

    private static JsonRpc world(VectorFile state, VectorFile config, List<BlockHeader> headers, Report report) {
        BlockHeader head = headers.getLast();
        long chain = JSON.readTree(config.text()).path("config").path("chainId").longValue();
        ChainState accounts = ChainState.of(HeadState.accounts(JSON.readTree(state.text())));
        report.equal("state root of the head", head.stateRoot(), accounts.root());
        Map<Long, Hash32> older = new HashMap<>();
        headers.forEach(header -> older.put(header.number(), header.hash()));
        History history = new History(SealedBlock.of(head, List.of(), accounts), older);
        Secp256k1 curve = Secp256k1.preferred();
        InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond(head.unixSeconds()));
        L1Node node = new L1Node(
                HeadState.settings(new ChainId(chain), head), history, curve, new NodeClock(clock), Mining.WHEN_TOLD);
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
        if (isOlder(block, head)) {
            report.skipped("questions about a block before the head");
            return;
        }
        Optional<String> otherwise = OTHERWISE.entrySet().stream()
                .filter(each -> name.endsWith("/" + each.getKey() + ".io"))
                .map(Map.Entry::getValue)
                .findFirst();
        if (otherwise.isPresent()) {
            report.skipped(otherwise.get());
            return;
        }
        JsonNode told = ask(rpc, request);
        if (expected.has("error") || formOnly) {
            report.equal(
                    name,
                    expected.path("error").path("code"),
                    told.path("error").path("code"));
        } else {
            report.equal(name, expected.path("result"), told.path("result"));
        }
    }

    private static boolean isOlder(JsonNode block, BlockHeader head) {
        String said = block.asString("latest");
        boolean number = said.startsWith("0x") && said.length() < 2 + 2 * Hash32.SIZE;
        return number
                ? Long.decode(said) < head.number()
                : !said.equals("latest") && !said.equals(head.hash().toHex());
    }

    private static JsonNode ask(JsonRpc rpc, JsonNode request) {
        byte[] answer = rpc.answer(JSON.writeValueAsString(request).getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        return JSON.readTree(answer);
    }
}
