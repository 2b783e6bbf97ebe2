package org.lifeboat.conformance.proofs;

import java.math.BigInteger;
import org.lifeboat.conformance.Report;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.rlp.RlpException;
import org.lifeboat.primitives.rlp.RlpReader;
import org.lifeboat.primitives.rlp.RlpWriter;
import org.lifeboat.primitives.trie.AccountState;
import org.lifeboat.primitives.trie.TrieBuilder;
import org.lifeboat.testkit.vectors.VectorFile;
import tools.jackson.databind.JsonNode;

/// ethereum/tests GenesisTests (`{name: {alloc, ..., result}}`, the state root out of the accounts) and the
/// main network's genesis block (`{genesis_rlp_hex, genesis_hash, genesis_state_root}`).
final class GenesisFormat implements Format {
    @Override
    public boolean recognises(VectorFile file, JsonNode json) {
        return mainNetwork(json).has("genesis_rlp_hex")
                || (json.isObject()
                        && !json.isEmpty()
                        && json.values().stream().allMatch(t -> t.has("alloc") && t.has("result")));
    }

    private static JsonNode mainNetwork(JsonNode json) {
        return json.path("test").isObject() ? json.path("test") : json;
    }

    @Override
    public void run(VectorFile file, JsonNode json, Report report) {
        JsonNode main = mainNetwork(json);
        if (main.has("genesis_rlp_hex")) {
            report.run(file.path(), () -> {
                Bytes header = headerOf(Values.bytes(main, "genesis_rlp_hex"));
                RawAnswers.header(file.path(), header, report);
                report.equal(file.path() + " hash", Values.hash(main, "genesis_hash"), Keccak256.hash(header));
                report.equal(
                        file.path() + " state root",
                        Values.hash(main, "genesis_state_root").toString(),
                        stateRoot(header));
            });
            return;
        }
        json.properties().forEach(entry -> {
            String name = file.path() + " " + entry.getKey();
            report.run(name, () -> {
                JsonNode test = entry.getValue();
                Bytes header = headerOf(Values.bytes(test, "result"));
                RawAnswers.header(name, header, report);
                report.equal(
                        name + " state root",
                        stateRoot(header),
                        root(test.path("alloc")).toString());
            });
        });
    }

    private static Bytes headerOf(Bytes block) throws RlpException {
        return RlpReader.of(block).list().raw();
    }

    private static String stateRoot(Bytes header) {
        return switch (BlockHeader.fromRlp(header)) {
            case Answer.Proven<BlockHeader>(BlockHeader h) -> h.stateRoot().toString();
            case Answer.Refuted<BlockHeader>(String reason) -> reason;
            case Answer.Unknown<BlockHeader>(Answer.Cause cause, String reason) -> cause + reason;
        };
    }

    private static Hash32 root(JsonNode accounts) {
        TrieBuilder state = TrieBuilder.secure();
        accounts.properties().forEach(entry -> {
            JsonNode json = entry.getValue();
            AccountState account = new AccountState(
                    new Nonce(Values.smallNumber(json, "nonce")),
                    new Wei(Values.number(json, json.has("wei") ? "wei" : "balance")),
                    storageRoot(json.path("storage")),
                    Keccak256.hash(json.has("code") ? Values.bytes(json, "code") : Bytes.EMPTY));
            state.put(Values.bytes(entry.getKey()), account.encoded());
        });
        return state.root();
    }

    private static Hash32 storageRoot(JsonNode slots) {
        TrieBuilder storage = TrieBuilder.secure();
        slots.properties().forEach(slot -> {
            Hash32 key = Hash32.ofNumber(new BigInteger(slot.getKey().substring(2), 16));
            Bytes value =
                    new RlpWriter().integer(Values.number(slot.getValue())).toBytes();
            storage.put(Bytes.of(key.toArray()), value);
        });
        return storage.root();
    }
}
