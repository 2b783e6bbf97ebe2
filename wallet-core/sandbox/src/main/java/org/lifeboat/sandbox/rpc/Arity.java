package org.lifeboat.sandbox.rpc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// How many parameters a method has at most. Who sends more means something else than what would be answered:
/// geth refuses that as well (rpc/json.go, `parsePositionalArguments`).
final class Arity {
    private static final Map<String, Integer> MOST = new HashMap<>();

    static {
        put(
                0,
                "eth_chainId net_version web3_clientVersion eth_syncing eth_accounts eth_blockNumber eth_gasPrice",
                "eth_maxPriorityFeePerGas eth_baseFee eth_blobBaseFee eth_capabilities eth_config eth_newBlockFilter",
                "txpool_content txpool_inspect txpool_status");
        put(
                1,
                "web3_sha3 eth_getBlockTransactionCountByNumber eth_getBlockTransactionCountByHash",
                "eth_getBlockReceipts debug_getRawHeader debug_getRawBlock debug_getRawReceipts",
                "debug_getRawTransaction debug_executionWitness eth_sendRawTransaction eth_getTransactionByHash",
                "eth_getTransactionReceipt eth_getLogs eth_newFilter eth_getFilterChanges eth_getFilterLogs",
                "eth_uninstallFilter txpool_contentFrom");
        put(
                2,
                "eth_getBlockByNumber eth_getBlockByHash eth_getBalance eth_getTransactionCount eth_getCode",
                "eth_getStorageValues eth_simulateV1 eth_getTransactionByBlockHashAndIndex",
                "eth_getTransactionByBlockNumberAndIndex debug_traceTransaction debug_traceBlockByNumber",
                "debug_traceBlockByHash");
        put(3, "eth_getStorageAt eth_getProof eth_createAccessList eth_feeHistory");
        put(4, "eth_call eth_estimateGas testing_buildBlockV1");
    }

    private Arity() {}

    private static void put(int most, String... names) {
        for (String line : names) {
            List.of(line.split(" ")).forEach(name -> MOST.put(name, most));
        }
    }

    /// The sandbox's own methods are not so strict.
    static void check(String method, JsonNode params) {
        int most = MOST.getOrDefault(method, Integer.MAX_VALUE);
        if (params.size() > most) {
            throw RpcFault.of(RpcFault.INVALID_PARAMETERS, "too many arguments, want at most " + most);
        }
    }
}
