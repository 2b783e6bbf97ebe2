package org.lifeboat.sandbox.rpc;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.evm.block.Requests;
import org.lifeboat.evm.block.Withdrawal;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.sandbox.chain.BlockAttributes;
import org.lifeboat.sandbox.chain.ExecutedTransaction;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.chain.SenderTransaction;
import org.lifeboat.sandbox.node.BlockTrial;
import org.lifeboat.sandbox.node.L1Node;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A block on the newest one that is shown and not kept (execution-apis, src/testing,
/// `testing_buildBlockV1`). Of transactions without blobs alone.
final class BuildingMethods {
    /// Source: Yellow Paper, section 4.4: a block's extra data. Unit: bytes.
    private static final int MOST_EXTRA_DATA = 32;

    private final L1Node node;

    BuildingMethods(L1Node node) {
        this.node = node;
    }

    Map<String, Method> all() {
        return Map.of("testing_buildBlockV1", this::build);
    }

    private JsonNode build(Params params) {
        Hash32 parent = params.required(0, Params::word);
        Bytes extraData = params.optional(3, BuildingMethods::extraData).orElse(Bytes.EMPTY);
        BlockAttributes attributes = params.required(1, value -> attributes(value, extraData));
        Optional<List<SenderTransaction>> chosen = params.optional(2, value -> Params.items(value, Params::bytes))
                .map(all -> all.stream().map(this::read).toList());
        BlockHeader newest = node.history().newest().header();
        if (!newest.hash().equals(parent)) {
            throw RpcFault.server("parentHash is not current head");
        }
        if (attributes.unixSeconds() <= newest.unixSeconds()) {
            throw RpcFault.server(
                    "invalid timestamp, parent %d given %d".formatted(newest.unixSeconds(), attributes.unixSeconds()));
        }
        return switch (node.tryOut(attributes, chosen)) {
            case BlockTrial.Built(SealedBlock block, Requests requests) -> envelope(block, requests);
            case BlockTrial.Refused(var reason) -> throw RpcFault.server(Sentences.of(reason));
        };
    }

    private static Bytes extraData(JsonNode value) {
        Bytes data = Params.bytes(value);
        if (data.size() > MOST_EXTRA_DATA) {
            throw new IllegalArgumentException("extra data of more than " + MOST_EXTRA_DATA + " bytes");
        }
        return data;
    }

    private static BlockAttributes attributes(JsonNode value, Bytes extraData) {
        JsonNode object = Params.object(value);
        return new BlockAttributes(
                Params.number(object.path("timestamp")),
                Params.word(object.path("prevRandao")),
                Params.word(object.path("parentBeaconBlockRoot")),
                Optional.of(Params.address(object.path("suggestedFeeRecipient"))),
                extraData,
                Params.items(object.path("withdrawals"), BuildingMethods::withdrawal));
    }

    private static Withdrawal withdrawal(JsonNode value) {
        JsonNode object = Params.object(value);
        return new Withdrawal(
                Params.number(object.path("index")),
                Params.number(object.path("validatorIndex")),
                Params.address(object.path("address")),
                Params.number(object.path("amount")));
    }

    private SenderTransaction read(Bytes encoded) {
        SignedTransaction signed = TransactionMethods.decode(encoded);
        if (signed.transaction() instanceof Transaction.Blob) {
            throw RpcFault.server("blocks are built of transactions without blobs alone");
        }
        return node.sender(signed).orElseThrow(() -> RpcFault.server("invalid sender"));
    }

    /// Source: execution-apis, src/engine/cancun.md, `ExecutionPayloadV3`; prague.md, `engine_getPayloadV4`.
    private static JsonNode envelope(SealedBlock block, Requests requests) {
        ObjectNode json = Shown.object();
        json.set("executionPayload", payload(block));
        json.put("blockValue", Shown.quantity(value(block)));
        ObjectNode blobs = json.putObject("blobsBundle");
        List.of("commitments", "proofs", "blobs").forEach(blobs::putArray);
        json.set("executionRequests", Shown.bytes(requests.requests()));
        json.put("shouldOverrideBuilder", false);
        return json;
    }

    private static ObjectNode payload(SealedBlock block) {
        BlockHeader header = block.header();
        ObjectNode json = Shown.object();
        json.put("parentHash", header.parentHash().toHex());
        json.put("feeRecipient", header.beneficiary().toHex());
        json.put("stateRoot", header.stateRoot().toHex());
        json.put("receiptsRoot", header.receiptsRoot().toHex());
        json.put("logsBloom", header.logsBloom().toHex());
        json.put("prevRandao", header.mixHash().toHex());
        json.put("blockNumber", Shown.quantity(header.number()));
        json.put("gasLimit", Shown.quantity(header.gasLimit()));
        json.put("gasUsed", Shown.quantity(header.gasUsed()));
        json.put("timestamp", Shown.quantity(header.unixSeconds()));
        json.put("extraData", header.extraData().toHex());
        json.put("baseFeePerGas", Shown.quantity(block.baseFee()));
        json.put("blockHash", block.hash().toHex());
        json.set(
                "transactions",
                Shown.bytes(block.transactions().stream()
                        .map(each -> each.sent().encoded())
                        .toList()));
        ArrayNode withdrawals = json.putArray("withdrawals");
        block.withdrawals().ifPresent(all -> all.forEach(each -> withdrawals.add(BlockJson.withdrawal(each))));
        header.blobGasUsed().ifPresent(gas -> json.put("blobGasUsed", Shown.quantity(gas)));
        header.excessBlobGas().ifPresent(gas -> json.put("excessBlobGas", Shown.quantity(gas)));
        return json;
    }

    /// All tips. Unit: wei.
    private static Wei value(SealedBlock block) {
        BigInteger sum = BigInteger.ZERO;
        for (ExecutedTransaction each : block.transactions()) {
            BigInteger tip = each.price().value().subtract(block.baseFee().value());
            sum = sum.add(tip.multiply(BigInteger.valueOf(each.gasUsed().amount())));
        }
        return new Wei(sum);
    }
}
