package org.lifeboat.sandbox.rpc;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lifeboat.evm.state.StoredAccount;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.sandbox.chain.SenderTransaction;
import org.lifeboat.sandbox.node.ChainNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What waits for a block: `txpool_`, as geth's internal/ethapi (`TxPoolAPI`) gives it. Transactions with
/// blobs are counted and not shown (geth, core/txpool/blobpool, `Content`).
final class PoolMethods {
    private final ChainNode node;

    PoolMethods(ChainNode node) {
        this.node = node;
    }

    Map<String, Method> all() {
        return Map.of(
                "txpool_content", _ -> byAccount(TransactionJson::pending),
                "txpool_contentFrom", this::from,
                "txpool_inspect", _ -> byAccount(each -> Shown.text(sentence(each.transaction()))),
                "txpool_status", _ -> status());
    }

    /// What waits of one account.
    /// @param next those that follow on the account's nonce without a gap
    /// @param later those behind a gap
    private record Queue(NavigableMap<Long, SenderTransaction> next, NavigableMap<Long, SenderTransaction> later) {}

    private Map<Address, Queue> queues() {
        Map<Address, List<SenderTransaction>> accounts = node.allPending().stream()
                .collect(Collectors.groupingBy(SenderTransaction::from, TreeMap::new, Collectors.toList()));
        Map<Address, Queue> queues = new TreeMap<>();
        accounts.forEach((account, all) -> queues.put(account, queue(account, all)));
        return queues;
    }

    private Queue queue(Address account, List<SenderTransaction> all) {
        NavigableMap<Long, SenderTransaction> later = new TreeMap<>();
        all.forEach(each -> later.put(each.nonce(), each));
        NavigableMap<Long, SenderTransaction> next = new TreeMap<>();
        long nonce = node.history()
                .newest()
                .state()
                .account(account)
                .orElse(StoredAccount.EMPTY)
                .nonce();
        while (later.containsKey(nonce)) {
            next.put(nonce, later.remove(nonce));
            nonce++;
        }
        return new Queue(next, later);
    }

    private static boolean isShown(SenderTransaction each) {
        return !(each.transaction() instanceof Transaction.Blob);
    }

    private JsonNode byAccount(Function<SenderTransaction, JsonNode> shown) {
        ObjectNode json = Shown.object();
        ObjectNode pending = json.putObject("pending");
        ObjectNode queued = json.putObject("queued");
        queues().forEach((account, queue) -> {
            put(pending, account, queue.next(), shown);
            put(queued, account, queue.later(), shown);
        });
        return json;
    }

    private static void put(
            ObjectNode accounts,
            Address account,
            Map<Long, SenderTransaction> all,
            Function<SenderTransaction, JsonNode> shown) {
        if (all.values().stream().anyMatch(PoolMethods::isShown)) {
            accounts.set(account.toChecksum(), byNonce(all, shown));
        }
    }

    private static ObjectNode byNonce(Map<Long, SenderTransaction> all, Function<SenderTransaction, JsonNode> shown) {
        ObjectNode json = Shown.object();
        all.forEach((nonce, each) -> {
            if (isShown(each)) {
                json.set(Long.toString(nonce), shown.apply(each));
            }
        });
        return json;
    }

    private JsonNode from(Params params) {
        Address account = params.required(0, Params::address);
        List<SenderTransaction> all = node.allPending().stream()
                .filter(each -> each.from().equals(account))
                .toList();
        Queue queue = queue(account, all);
        ObjectNode json = Shown.object();
        json.set("pending", byNonce(queue.next(), TransactionJson::pending));
        json.set("queued", byNonce(queue.later(), TransactionJson::pending));
        return json;
    }

    private JsonNode status() {
        int pending = 0;
        int queued = 0;
        for (Queue queue : queues().values()) {
            pending += queue.next().size();
            queued += queue.later().size();
        }
        ObjectNode json = Shown.object();
        json.put("pending", Shown.quantity(pending));
        json.put("queued", Shown.quantity(queued));
        return json;
    }

    private static String sentence(Transaction transaction) {
        String to = transaction.recipient().map(Address::toChecksum).orElse("contract creation");
        return to + ": " + transaction.value().value() + " wei + "
                + transaction.gasLimit().amount() + " gas \u00d7 "
                + transaction.maxGasPrice().value() + " wei";
    }
}
