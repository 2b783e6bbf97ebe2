package org.lifeboat.sandbox.rpc;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.rlp.RlpWriter;
import org.lifeboat.primitives.tx.AccessListEntry;
import org.lifeboat.primitives.tx.EcdsaSignature;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.chain.SenderTransaction;
import org.lifeboat.sandbox.node.ChainNode;
import org.lifeboat.sandbox.node.FeeTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a transaction lacks to be signed. Source: geth, internal/ethapi/api.go, `FillTransaction`, and
/// transaction_args.go, `setDefaults`. Of transactions without blobs and authorizations.
final class FillMethods {
    /// Nobody's, as geth writes it in a transaction that is not signed.
    private static final EcdsaSignature NONE = new EcdsaSignature(0, BigInteger.ZERO, BigInteger.ZERO);

    private final ChainNode node;
    private final CallMethods calls;

    FillMethods(ChainNode node) {
        this.node = node;
        this.calls = new CallMethods(node);
    }

    Map<String, Method> all() {
        return Map.of("eth_fillTransaction", this::fill);
    }

    private JsonNode fill(Params params) {
        JsonNode wish = params.required(0, Params::object);
        if (wish.hasNonNull("authorizationList")
                || wish.hasNonNull("blobVersionedHashes")
                || wish.hasNonNull("blobs")) {
            throw RpcFault.server("filled are transactions without blobs and authorizations alone");
        }
        requireChain(params.required(0, each -> Params.member(each, "chainId", Params::quantity)));
        Gas limit = calls.limit(params);
        Transaction transaction = params.required(0, each -> transaction(each, limit));
        Address from = params.required(0, FillMethods::from);
        Bytes encoded = encoded(transaction);
        ObjectNode json = Shown.object();
        json.put("raw", encoded.toHex());
        json.set(
                "tx",
                TransactionJson.unsigned(new SenderTransaction(
                        transaction,
                        new SenderTransaction.Origin.Signed(NONE),
                        encoded,
                        Keccak256.hash(encoded),
                        from)));
        return json;
    }

    /// Where the signature will be stand zeros; with the oldest type the chain's id will be in it.
    private static Bytes encoded(Transaction transaction) {
        return transaction instanceof Transaction.Legacy old
                ? new RlpWriter()
                        .list(fields -> fields.integer(old.nonce().value())
                                .integer(old.gasPrice().value())
                                .integer(old.gasLimit().amount())
                                .addressOrEmpty(old.to())
                                .integer(old.value().value())
                                .bytes(old.data())
                                .integer(0)
                                .integer(0)
                                .integer(0))
                        .toBytes()
                : new SignedTransaction(transaction, NONE).encoded();
    }

    private void requireChain(Optional<BigInteger> named) {
        BigInteger own = BigInteger.valueOf(chain().value());
        named.filter(id -> !id.equals(own)).ifPresent(id -> {
            throw RpcFault.server("chainId does not match node's (have=%d, want=%d)".formatted(id, own));
        });
    }

    private ChainId chain() {
        return node.settings().chain();
    }

    private static Address from(JsonNode wish) {
        return Params.member(wish, "from", Params::address).orElse(Address.ZERO);
    }

    private Transaction transaction(JsonNode wish, Gas limit) {
        CallMethods.onePrice(wish);
        Optional<Address> to = Params.member(wish, "to", Params::address);
        Bytes data = CallMethods.input(wish);
        if (to.isEmpty() && data.isEmpty()) {
            throw RpcFault.server("contract creation without any data provided");
        }
        Optional<Long> named = Params.member(wish, "nonce", (Function<JsonNode, Long>) Params::number);
        Nonce nonce = new Nonce(named.orElseGet(() -> node.pendingNonce(from(wish))));
        Wei value = Params.member(wish, "value", CallMethods::wei).orElse(Wei.ZERO);
        Optional<List<AccessListEntry>> list = Params.member(wish, "accessList", CallMethods::accessEntries);
        Optional<Wei> gasPrice = Params.member(wish, "gasPrice", CallMethods::wei);
        if (gasPrice.isPresent()) {
            return priced(gasPrice.get(), nonce, limit, to, value, data, list);
        }
        Wei tip = Params.member(wish, "maxPriorityFeePerGas", CallMethods::wei).orElse(FeeTable.SUGGESTED_TIP);
        Wei most = Params.member(wish, "maxFeePerGas", CallMethods::wei)
                .orElseGet(() -> baseFee().times(2).plus(tip));
        if (most.compareTo(tip) < 0) {
            throw RpcFault.server("maxFeePerGas (%d) < maxPriorityFeePerGas (%d)".formatted(most.value(), tip.value()));
        }
        return new Transaction.DynamicFee(chain(), nonce, tip, most, limit, to, value, data, list.orElse(List.of()));
    }

    private Transaction priced(
            Wei price,
            Nonce nonce,
            Gas limit,
            Optional<Address> to,
            Wei value,
            Bytes data,
            Optional<List<AccessListEntry>> list) {
        if (price.isZero()) {
            throw RpcFault.server("gasPrice must be non-zero after london fork");
        }
        return list.<Transaction>map(
                        entries -> new Transaction.AccessListTx(chain(), nonce, price, limit, to, value, data, entries))
                .orElseGet(() -> new Transaction.Legacy(Optional.of(chain()), nonce, price, limit, to, value, data));
    }

    private Wei baseFee() {
        SealedBlock newest = node.history().newest();
        return node.baseFeeAfter(newest);
    }
}
