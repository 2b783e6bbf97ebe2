package org.lifeboat.conformance.proofs;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.conformance.Report;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.crypto.TransactionSender;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.rlp.RlpWriter;
import org.lifeboat.primitives.trie.OrderedTrie;
import org.lifeboat.primitives.tx.SignedTransaction;
import tools.jackson.databind.JsonNode;

/// One block of JSON-RPC: header hash; where the transactions are whole, their hashes, senders and root; where
/// there are withdrawals, their root.
final class BlockCheck {
    private final TransactionSender sender;

    BlockCheck(Secp256k1 curve) {
        this.sender = new TransactionSender(curve);
    }

    static boolean isBlock(JsonNode json) {
        return json.path("hash").isString()
                && json.path("parentHash").isString()
                && json.path("stateRoot").isString()
                && json.path("sha3Uncles").isString();
    }

    void run(String name, JsonNode json, Report report) {
        Hash32 hash = Values.hash(json, "hash");
        Map<String, String> members = new HashMap<>();
        json.properties().forEach(e -> {
            if (e.getValue().isString() && !e.getKey().equals("hash")) {
                members.put(e.getKey(), e.getValue().stringValue());
            }
        });
        Answer<BlockHeader> header = BlockHeader.fromFields(members, hash);
        if (!Values.text(json, "difficulty").startsWith("0x")) {
            report.equal(name + " header with a decimal number", "refuted", said(header));
            return;
        }
        report.equal(name + " header", "proven", said(header));
        if (header instanceof Answer.Proven<BlockHeader>(BlockHeader h)) {
            report.equal(name + " header RLP", header, BlockHeader.fromRlp(h.encoded()));
            JsonNode transactions = json.path("transactions");
            if (transactions.isArray() && transactions.values().stream().allMatch(JsonNode::isObject)) {
                transactions(name, transactions, h.transactionsRoot(), report);
            }
            if (json.path("withdrawals").isArray() && h.withdrawalsRoot().isPresent()) {
                withdrawals(name, json.path("withdrawals"), h.withdrawalsRoot().get(), report);
            }
        }
        members.put(
                "gasUsed",
                "0x" + Values.number(json, "gasUsed").add(BigInteger.ONE).toString(16));
        report.equal(name + " header changed", "refuted", said(BlockHeader.fromFields(members, hash)));
        members.put("fieldOfALaterFork", "0x1");
        report.equal(name + " header unknown", "update needed", said(BlockHeader.fromFields(members, hash)));
    }

    private void transactions(String name, JsonNode list, Hash32 root, Report report) {
        List<Bytes> encoded = new ArrayList<>();
        boolean complete = true;
        for (JsonNode json : list.values()) {
            Optional<SignedTransaction> signed = new RpcTransaction(json).read();
            if (signed.isEmpty()) {
                report.skipped("a transaction of an L2's own type, which nobody signs");
                complete = false;
                continue;
            }
            encoded.add(signed.get().encoded());
            String title = name + " transaction " + Values.text(json, "hash");
            report.equal(title, Values.hash(json, "hash"), signed.get().hash());
            report.equal(
                    title + " decoded", new Answer.Proven<>(signed.get()), SignedTransaction.decode(encoded.getLast()));
            if (json.has("from")) {
                report.equal(title + " sender", Optional.of(Values.address(json, "from")), sender.of(signed.get()));
            }
        }
        if (complete) {
            report.equal(name + " transactions root", root, OrderedTrie.root(encoded));
            for (int i = 0; i < encoded.size(); i += 1 + encoded.size() / 3) {
                report.equal(
                        name + " transaction " + i + " in the root",
                        new Answer.Proven<>(Optional.of(encoded.get(i))),
                        OrderedTrie.check(root, i, OrderedTrie.proof(encoded, i)));
            }
        }
    }

    /// EIP-4895: `[index, validator_index, address, amount]`.
    private static void withdrawals(String name, JsonNode list, Hash32 root, Report report) {
        List<Bytes> encoded = new ArrayList<>();
        for (JsonNode json : list.values()) {
            encoded.add(new RlpWriter()
                    .list(w -> w.integer(Values.number(json, "index"))
                            .integer(Values.number(json, "validatorIndex"))
                            .address(Values.address(json, "address"))
                            .integer(Values.number(json, "amount")))
                    .toBytes());
        }
        report.equal(name + " withdrawals root", root, OrderedTrie.root(encoded));
    }

    private static String said(Answer<BlockHeader> answer) {
        return switch (answer) {
            case Answer.Proven<BlockHeader> _ -> "proven";
            case Answer.Refuted<BlockHeader> _ -> "refuted";
            case Answer.Unknown<BlockHeader>(Answer.Cause cause, String reason) ->
                cause == Answer.Cause.UPDATE_NEEDED ? "update needed" : reason;
        };
    }
}
