package org.lifeboat.sandbox.rpc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.evm.transaction.TransactionParts;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.rlp.RlpException;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.sandbox.blob.PlayBlob;
import org.lifeboat.sandbox.blob.Sidecar;
import org.lifeboat.sandbox.chain.History;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.chain.SenderTransaction;
import org.lifeboat.sandbox.node.Admission;
import org.lifeboat.sandbox.node.ChainNode;
import tools.jackson.databind.JsonNode;

/// Sending transactions, and looking for them.
final class TransactionMethods {
    /// Source: EIP-4844, `BLOB_TX_TYPE`.
    private static final byte BLOB_TYPE = 3;

    private final ChainNode node;
    private final Blocks blocks;

    TransactionMethods(ChainNode node) {
        this.node = node;
        this.blocks = new Blocks(node);
    }

    Map<String, Method> all() {
        return Map.of(
                "eth_sendRawTransaction", this::send,
                "eth_getTransactionByHash", this::transaction,
                "eth_getTransactionByBlockHashAndIndex",
                        params -> at(node.history().find(params.required(0, Params::word)), params),
                "eth_getTransactionByBlockNumberAndIndex", params -> at(params.required(0, blocks::byNumber), params),
                "eth_getTransactionReceipt", this::receipt,
                "debug_getRawTransaction", this::raw);
    }

    private JsonNode send(Params params) {
        Bytes encoded = params.required(0, Params::bytes);
        Optional<Sidecar> beside = sidecar(encoded);
        SignedTransaction signed = decode(beside.map(Sidecar::transaction).orElse(encoded));
        if (signed.transaction().chain().isEmpty()) {
            throw RpcFault.server("only replay-protected (EIP-155) transactions allowed over RPC");
        }
        SenderTransaction sent = node.sender(signed).orElseThrow(() -> RpcFault.server("invalid sender"));
        List<PlayBlob> blobs =
                beside.map(each -> blobs(each, sent.transaction())).orElse(List.of());
        return switch (node.send(sent, blobs)) {
            case Admission.Taken _ -> Shown.text(sent.hash().toHex());
            case Admission.Invalid(var reason) -> throw RpcFault.server(Sentences.of(reason));
            case Admission.NotPooled(var refusal) -> throw RpcFault.server(Sentences.of(refusal));
        };
    }

    /// @return what is sent with a transaction of blobs; empty for one of another type
    private static Optional<Sidecar> sidecar(Bytes encoded) {
        boolean blobs = !encoded.isEmpty() && encoded.at(0) == BLOB_TYPE;
        if (!blobs) {
            return Optional.empty();
        }
        try {
            if (!Sidecar.isBeside(encoded)) {
                throw RpcFault.server("missing sidecar in blob transaction");
            }
            return Optional.of(Sidecar.read(encoded));
        } catch (RlpException e) {
            throw RpcFault.server("rlp: " + e.reason());
        }
    }

    private List<PlayBlob> blobs(Sidecar beside, Transaction transaction) {
        List<Hash32> hashes = TransactionParts.blobHashes(transaction);
        long most = node.settings().rules().blobsPerTransaction;
        if (hashes.size() > most) {
            throw RpcFault.server(
                    "transaction blob limit exceeded: blob count %d, limit %d".formatted(hashes.size(), most));
        }
        return switch (beside.check(hashes)) {
            case Sidecar.Checked.Sound(List<PlayBlob> blobs) -> blobs;
            case Sidecar.Checked.Wrong(String why) -> throw RpcFault.server(why);
        };
    }

    static SignedTransaction decode(Bytes encoded) {
        return switch (SignedTransaction.decode(encoded)) {
            case Answer.Proven<SignedTransaction>(SignedTransaction signed) -> signed;
            case Answer.Unknown<SignedTransaction> _ -> throw RpcFault.server("transaction type not supported");
            case Answer.Refuted<SignedTransaction>(String reason) -> throw RpcFault.server("rlp: " + reason);
        };
    }

    private JsonNode transaction(Params params) {
        Hash32 hash = params.required(0, Params::word);
        Optional<JsonNode> mined = node.history()
                .transaction(hash)
                .map(place -> TransactionJson.mined(place.block(), place.transaction()));
        return mined.or(() -> node.pending(hash).map(TransactionJson::pending)).orElseGet(Shown::nothing);
    }

    private static JsonNode at(Optional<SealedBlock> block, Params params) {
        long index = params.required(1, Params::number);
        return block.filter(found -> index < found.transactions().size())
                .<JsonNode>map(found ->
                        TransactionJson.mined(found, found.transactions().get((int) index)))
                .orElseGet(Shown::nothing);
    }

    private JsonNode receipt(Params params) {
        return node.history()
                .transaction(params.required(0, Params::word))
                .<JsonNode>map(place -> ReceiptJson.write(node.settings(), place.block(), place.transaction()))
                .orElseGet(Shown::nothing);
    }

    private JsonNode raw(Params params) {
        Hash32 hash = params.required(0, Params::word);
        return node.history()
                .transaction(hash)
                .map(History.Place::transaction)
                .map(each -> each.sent())
                .or(() -> node.pending(hash))
                .map(sent -> Shown.text(sent.encoded().toHex()))
                .orElseGet(Shown::nothing);
    }
}
