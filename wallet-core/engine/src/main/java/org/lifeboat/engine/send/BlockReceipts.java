package org.lifeboat.engine.send;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.Log;
import org.lifeboat.primitives.block.Receipt;
import org.lifeboat.primitives.trie.OrderedTrie;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// All receipts of one block as `eth_getBlockReceipts` gives them, held against the header's receipts root.
///
/// The root binds what the receipts say and their order, not whose they are: for that the place of the
/// transaction must be known from the transactions root, see [BlockWord].
public final class BlockReceipts {
    private static final JsonMapper JSON = new JsonMapper();

    private final List<Receipt> receipts;

    private BlockReceipts(List<Receipt> receipts) {
        this.receipts = receipts;
    }

    /// @return empty if the answer holds anything that is not understood
    public static Optional<BlockReceipts> read(String json) {
        try {
            JsonNode list = JSON.readTree(json);
            if (!list.isArray()) {
                return Optional.empty();
            }
            List<Receipt> receipts = new ArrayList<>();
            for (JsonNode one : list) {
                receipts.add(receipt(one));
            }
            return Optional.of(new BlockReceipts(receipts));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// As the receipts trie holds them.
    public List<Bytes> encoded() {
        return receipts.stream().map(Receipt::encoded).toList();
    }

    public List<Receipt> receipts() {
        return receipts;
    }

    public boolean hasRoot(Hash32 receiptsRoot) {
        return OrderedTrie.root(encoded()).equals(receiptsRoot);
    }

    /// How every transaction of the block ended; empty if they differ, or there is none.
    Optional<Boolean> commonOutcome() {
        List<Receipt.Outcome> outcomes =
                receipts.stream().map(Receipt::outcome).distinct().toList();
        return outcomes.size() == 1 && outcomes.getFirst() instanceof Receipt.Outcome.Status(boolean succeeded)
                ? Optional.of(succeeded)
                : Optional.empty();
    }

    /// How the transaction at `place` ended, and what it used: the rise of the sum that the receipts carry.
    /// @return empty if there is none, or its receipt is of before Byzantium
    Optional<BlockWord.Ended> at(int place) {
        if (place >= receipts.size()
                || !(receipts.get(place).outcome() instanceof Receipt.Outcome.Status(boolean succeeded))) {
            return Optional.empty();
        }
        long before =
                place == 0 ? 0 : receipts.get(place - 1).cumulativeGasUsed().amount();
        long used = receipts.get(place).cumulativeGasUsed().amount() - before;
        return used < 0
                ? Optional.empty()
                : Optional.of(new BlockWord.Ended(succeeded, Optional.of(new Gas(used)), Optional.empty()));
    }

    private static Receipt receipt(JsonNode json) {
        long type = JsonMembers.number(json, "type");
        if (type > 4 && type != Receipt.DEPOSIT) {
            throw new IllegalArgumentException("a type this program does not know");
        }
        List<Log> logs = new ArrayList<>();
        for (JsonNode log : json.path("logs")) {
            List<Hash32> topics = new ArrayList<>();
            for (JsonNode topic : log.path("topics")) {
                topics.add(Hash32.fromHex(topic.asString()));
            }
            logs.add(new Log(
                    Address.fromHex(JsonMembers.text(log, "address")),
                    topics,
                    Bytes.fromHex(JsonMembers.text(log, "data"))));
        }
        return new Receipt(
                (int) type,
                new Receipt.Outcome.Status(JsonMembers.number(json, "status") == 1),
                new Gas(JsonMembers.number(json, "cumulativeGasUsed")),
                Bytes.fromHex(JsonMembers.text(json, "logsBloom")),
                logs,
                type == Receipt.DEPOSIT ? deposit(json) : Optional.empty());
    }

    private static Optional<Receipt.Deposit> deposit(JsonNode json) {
        if (!json.has("depositNonce")) {
            return Optional.empty();
        }
        Optional<Long> version = json.has("depositReceiptVersion")
                ? Optional.of(JsonMembers.number(json, "depositReceiptVersion"))
                : Optional.empty();
        return Optional.of(new Receipt.Deposit(JsonMembers.number(json, "depositNonce"), version));
    }
}
