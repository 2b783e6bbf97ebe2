package org.lifeboat.conformance.proofs;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.conformance.Report;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.trie.AccountProof;
import org.lifeboat.primitives.trie.AccountState;
import org.lifeboat.primitives.trie.StorageProof;
import org.lifeboat.primitives.trie.TrieProof;
import tools.jackson.databind.JsonNode;

/// One `eth_getProof` result: what it claims must be proven, and no changed node may pass.
final class ProofCheck {
    private final JsonNode json;
    private final Address account;
    private final List<Bytes> nodes;
    private final Hash32 root;

    ProofCheck(JsonNode json) {
        this.json = json;
        this.account = Values.address(json, "address");
        this.nodes = Values.byteList(json.path("accountProof"));
        this.root = nodes.isEmpty() ? TrieProof.EMPTY_ROOT : Keccak256.hash(nodes.getFirst());
    }

    static boolean isProof(JsonNode json) {
        return json.path("accountProof").isArray()
                && json.path("storageHash").isString()
                && json.path("address").isString();
    }

    boolean hasRootIn(Set<Hash32> stateRoots) {
        return stateRoots.contains(root);
    }

    void run(String name, Report report) {
        AccountState claim = new AccountState(
                new Nonce(Values.smallNumber(json, "nonce")),
                new Wei(Values.number(json, "balance")),
                Values.hash(json, "storageHash"),
                Values.hash(json, "codeHash"));
        Answer<AccountState> proven =
                AccountProof.check(root, account, nodes).map(state -> state.orElse(AccountState.EMPTY));
        report.equal(name + " account " + account, new Answer.Proven<>(claim), proven);
        report.equal(name + " account " + account + " changed", List.of(), acceptedChanges(root, nodes, true, account));
        for (JsonNode slot : json.path("storageProof").values()) {
            slot(name, claim.storageRoot(), slot, report);
        }
    }

    private static void slot(String name, Hash32 storageRoot, JsonNode json, Report report) {
        Hash32 key = Hash32.ofNumber(Values.number(json, "key"));
        List<Bytes> proof = Values.byteList(json.path("proof"));
        BigInteger value = Values.number(json, "value");
        String title = name + " slot " + key;
        report.equal(title, new Answer.Proven<>(value), StorageProof.check(storageRoot, key, proof));
        report.equal(title + " changed", List.of(), acceptedChanges(storageRoot, proof, false, key));
    }

    /// Changes one bit of each node in turn, at places spread over it, and names those that were not refuted.
    private static List<String> acceptedChanges(Hash32 root, List<Bytes> nodes, boolean isAccount, Object key) {
        List<String> accepted = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            byte[] node = nodes.get(i).toArray();
            for (int at = 0; at < node.length; at += 1 + node.length / 16) {
                byte[] changed = node.clone();
                changed[at] ^= 1;
                List<Bytes> lie = new ArrayList<>(nodes);
                lie.set(i, Bytes.of(changed));
                Answer<? extends Object> answer = isAccount
                        ? AccountProof.check(root, (Address) key, lie).map(Optional::isPresent)
                        : StorageProof.check(root, (Hash32) key, lie);
                if (!(answer instanceof Answer.Refuted<?>)) {
                    accepted.add("node " + i + " byte " + at + ": " + answer);
                }
            }
        }
        return accepted;
    }
}
