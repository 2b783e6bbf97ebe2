package org.lifeboat.conformance.proofs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.conformance.Report;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.Log;
import org.lifeboat.primitives.block.LogsBloom;
import org.lifeboat.primitives.block.Receipt;
import org.lifeboat.primitives.trie.OrderedTrie;
import tools.jackson.databind.JsonNode;

/// The receipts of one block: their blooms from their logs, their encoding there and back, and their root.
final class ReceiptsCheck {
    private ReceiptsCheck() {}

    static boolean isReceipts(JsonNode array) {
        return !array.isEmpty()
                && array.values().stream()
                        .allMatch(r -> r.isObject()
                                && r.has("cumulativeGasUsed")
                                && r.path("logs").isArray()
                                && r.path("blockHash").isString());
    }

    static void run(String name, JsonNode list, Map<Hash32, Hash32> roots, Report report) {
        List<Bytes> encoded = new ArrayList<>();
        for (JsonNode json : list.values()) {
            Receipt receipt = read(json);
            encoded.add(receipt.encoded());
            String title = name + " receipt " + encoded.size();
            report.equal(title + " bloom", receipt.logsBloom(), LogsBloom.of(receipt.logs()));
            report.equal(title + " decoded", new Answer.Proven<>(receipt), Receipt.decode(receipt.encoded()));
        }
        Optional<Hash32> root = Optional.ofNullable(roots.get(Values.hash(list.path(0), "blockHash")));
        if (root.isPresent()) {
            report.equal(name + " receipts root", root.get(), OrderedTrie.root(encoded));
        } else {
            report.skipped("receipts whose block is not among the files: no root to hold them against");
        }
    }

    private static Receipt read(JsonNode json) {
        List<Log> logs = new ArrayList<>();
        for (JsonNode log : json.path("logs").values()) {
            List<Hash32> topics = new ArrayList<>();
            log.path("topics").values().forEach(topic -> topics.add(Hash32.fromHex(topic.stringValue())));
            logs.add(new Log(Values.address(log, "address"), topics, Values.bytes(log, "data")));
        }
        Receipt.Outcome outcome = json.has("status")
                ? new Receipt.Outcome.Status(Values.number(json, "status").signum() == 1)
                : new Receipt.Outcome.PostState(Values.hash(json, "root"));
        Optional<Receipt.Deposit> deposit = json.has("depositNonce")
                ? Optional.of(new Receipt.Deposit(
                        Values.smallNumber(json, "depositNonce"),
                        json.has("depositReceiptVersion")
                                ? Optional.of(Values.smallNumber(json, "depositReceiptVersion"))
                                : Optional.empty()))
                : Optional.empty();
        return new Receipt(
                (int) Values.smallNumber(json, "type"),
                outcome,
                new Gas(Values.smallNumber(json, "cumulativeGasUsed")),
                Values.bytes(json, "logsBloom"),
                logs,
                deposit);
    }
}
