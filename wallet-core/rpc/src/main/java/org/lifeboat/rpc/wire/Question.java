package org.lifeboat.rpc.wire;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.CallRequest;
import org.lifeboat.engine.source.Query;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;

/// A [Query] as a JSON-RPC call.
/// @param parameters values that a JSON writer knows: texts, booleans, numbers, lists, maps, trees
public record Question(String method, List<Object> parameters) {
    public Question {
        parameters = List.copyOf(parameters);
    }

    public static Question of(Query<?> query) {
        return switch (query) {
            case Query.ChainIdOf _ -> new Question("eth_chainId", List.of());
            case Query.HeaderOf(BlockSelector.ByHash(Hash32 hash)) ->
                new Question("eth_getBlockByHash", List.of(hash.toHex(), false));
            case Query.HeaderOf(BlockSelector block) ->
                new Question("eth_getBlockByNumber", List.of(block(block), false));
            case Query.ProofOf(Address account, List<Hash32> slots, BlockSelector block) ->
                new Question("eth_getProof", List.of(account.toHex(), hexes(slots), block(block)));
            case Query.BalanceOf(Address account, BlockSelector block) ->
                new Question("eth_getBalance", List.of(account.toHex(), block(block)));
            case Query.NonceOf(Address account, BlockSelector block) ->
                new Question("eth_getTransactionCount", List.of(account.toHex(), block(block)));
            case Query.CodeOf(Address account, BlockSelector block) ->
                new Question("eth_getCode", List.of(account.toHex(), block(block)));
            case Query.StorageOf(Address account, Hash32 slot, BlockSelector block) ->
                new Question("eth_getStorageAt", List.of(account.toHex(), slot.toHex(), block(block)));
            case Query.CallOf(CallRequest call, BlockSelector block) ->
                new Question("eth_call", List.of(call(call), block(block)));
            case Query.GasFor(CallRequest call) -> new Question("eth_estimateGas", List.of(call(call)));
            case Query.AccessListOf(CallRequest call, BlockSelector block) ->
                new Question("eth_createAccessList", List.of(call(call), block(block)));
            case Query.FeeHistoryOf(int blocks, List<Integer> percentiles) ->
                new Question("eth_feeHistory", List.of(quantity(blocks), "latest", percentiles));
            case Query.GasPriceOf _ -> new Question("eth_gasPrice", List.of());
            case Query.ReceiptOf(Hash32 transaction) ->
                new Question("eth_getTransactionReceipt", List.of(transaction.toHex()));
            case Query.TransactionOf(Hash32 transaction) ->
                new Question("eth_getTransactionByHash", List.of(transaction.toHex()));
            case Query.LogsOf logs -> new Question("eth_getLogs", List.of(filter(logs)));
            case Query.SendRaw(var transaction) -> new Question("eth_sendRawTransaction", List.of(transaction.toHex()));
            case Query.Probe(String method, String parametersJson) ->
                new Question(method, new ArrayList<>(Json.list(parametersJson)));
        };
    }

    private static Object block(BlockSelector block) {
        return switch (block) {
            case BlockSelector.Tag(BlockSelector.Name name) -> name.name().toLowerCase(Locale.ROOT);
            case BlockSelector.AtNumber(long number) -> quantity(number);
            case BlockSelector.ByHash(Hash32 hash) -> Map.of("blockHash", hash.toHex());
        };
    }

    private static Map<String, Object> call(CallRequest call) {
        Map<String, Object> object = new LinkedHashMap<>();
        call.from().ifPresent(from -> object.put("from", from.toHex()));
        call.to().ifPresent(to -> object.put("to", to.toHex()));
        if (!call.value().isZero()) {
            object.put("value", quantity(call.value().value()));
        }
        object.put("data", call.data().toHex()); // Older servers do not know the newer name `input`.
        return object;
    }

    private static Map<String, Object> filter(Query.LogsOf logs) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("fromBlock", quantity(logs.fromBlock()));
        object.put("toBlock", quantity(logs.toBlock()));
        if (!logs.addresses().isEmpty()) {
            object.put("address", logs.addresses().stream().map(Address::toHex).toList());
        }
        List<Object> topics = new ArrayList<>();
        for (List<Hash32> accepted : logs.topics()) {
            topics.add(accepted.isEmpty() ? Json.NULL : hexes(accepted));
        }
        object.put("topics", topics);
        return object;
    }

    private static List<String> hexes(List<Hash32> words) {
        return words.stream().map(Hash32::toHex).toList();
    }

    private static String quantity(long number) {
        return "0x" + Long.toHexString(number);
    }

    private static String quantity(BigInteger number) {
        return "0x" + number.toString(16);
    }
}
