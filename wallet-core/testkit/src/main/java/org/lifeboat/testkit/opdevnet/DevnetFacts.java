package org.lifeboat.testkit.opdevnet;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lifeboat.testkit.anvil.NodeClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is where on a running devnet. Addresses and keys are hex texts with 0x.
/// @param sequencer op-geth of the operator: what a public L2 server would be
/// @param sequencerNode op-node of the operator
/// @param verifier op-geth of a stranger, derived from L1 alone
/// @param verifierNode op-node of that stranger
/// @param beacon the L1's beacon face, for blobs
/// @param contracts the L1 contracts (proxies where there are proxies) by their Solidity names
/// @param rollupConfig the file `rollup.json` as op-node reads it
/// @param l2Genesis the file that op-geth began with
/// @param document all of `devnet.json`
public record DevnetFacts(
        long l1ChainId,
        long l2ChainId,
        NodeClient l1,
        URI beacon,
        NodeClient sequencer,
        NodeClient sequencerNode,
        NodeClient verifier,
        NodeClient verifierNode,
        Map<String, String> contracts,
        Map<Role, Account> accounts,
        String batchInbox,
        Path rollupConfig,
        Path l2Genesis,
        URI control,
        JsonNode document) {
    public DevnetFacts {
        contracts = Map.copyOf(contracts);
        accounts = Map.copyOf(accounts);
    }

    /// Whose key it is. All own 10,000 ETH on L1; user, attacker and other own 1,000 on L2.
    public enum Role {
        ADMIN,
        USER,
        BATCHER,
        L2ADMIN,
        PROPOSER,
        CHALLENGER,
        ATTACKER,
        OTHER
    }

    /// @param key public: it comes from the well-known test words
    public record Account(String address, String key) {}

    static DevnetFacts read(Path file) {
        JsonNode root = JsonMapper.shared().readTree(file.toFile());
        Map<String, String> contracts = new TreeMap<>();
        root.get("addresses").properties().stream()
                .filter(entry -> entry.getValue().isString())
                .forEach(entry -> contracts.put(entry.getKey(), entry.getValue().stringValue()));
        Map<Role, Account> accounts = new TreeMap<>();
        for (Role role : Role.values()) {
            JsonNode one = root.get("keys").get(role.name().toLowerCase(java.util.Locale.ROOT));
            accounts.put(
                    role,
                    new Account(one.get("address").stringValue(), one.get("key").stringValue()));
        }
        return new DevnetFacts(
                root.get("l1ChainId").longValue(),
                root.get("l2ChainId").longValue(),
                client(root.at("/l1")),
                URI.create(root.get("beacon").stringValue()),
                client(root.at("/sequencer/geth")),
                client(root.at("/sequencer/node")),
                client(root.at("/verifier/geth")),
                client(root.at("/verifier/node")),
                contracts,
                accounts,
                root.get("batchInbox").stringValue(),
                Path.of(root.get("rollup").stringValue()),
                Path.of(root.get("l2Genesis").stringValue()),
                URI.create(root.get("control").stringValue()),
                root);
    }

    private static NodeClient client(JsonNode url) {
        return new NodeClient(URI.create(url.stringValue()));
    }

    /// @param name as in Solidity, for example `OptimismPortal2`
    public String contract(String name) {
        return Optional.ofNullable(contracts.get(name))
                .orElseThrow(
                        () -> new IllegalArgumentException("no contract " + name + " among " + contracts.keySet()));
    }

    public Account account(Role role) {
        return Optional.ofNullable(accounts.get(role)).orElseThrow();
    }
}
