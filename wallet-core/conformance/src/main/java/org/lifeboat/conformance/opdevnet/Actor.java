package org.lifeboat.conformance.opdevnet;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.Authorization;
import org.lifeboat.primitives.tx.SignedAuthorization;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.testkit.anvil.NodeClient;
import tools.jackson.databind.JsonNode;

/// Signs and sends on one chain for one key. Not the wallet's path, on purpose: it plays everybody else.
public record Actor(NodeClient node, ChainId chain, Hash32 key) {
    /// Above every price a devnet has.
    static final Wei MOST_PER_GAS = Wei.of(20_000_000_000L);

    static final Wei TIP = Wei.of(1_000_000_000L);

    private static final Secp256k1 CURVE = Secp256k1.preferred();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public Address address() {
        return CURVE.addressOfKey(key.toArray());
    }

    /// The next nonce, after what waits.
    public Nonce nonce() {
        return nonceAt("pending");
    }

    private Nonce nonceAt(String block) {
        return new Nonce(number(node.rpc(
                        "eth_getTransactionCount",
                        "[\"%s\",\"%s\"]".formatted(address().toHex(), block)))
                .longValueExact());
    }

    public Wei balance() {
        return balanceOf(address());
    }

    public Wei balanceOf(Address owner) {
        return new Wei(number(node.rpc("eth_getBalance", "[\"%s\",\"latest\"]".formatted(owner.toHex()))));
    }

    /// @return its hash; it waits to be mined
    /// @throws NodeClient.NodeError if the node refuses it
    public Hash32 send(Transaction transaction) {
        SignedTransaction signed = new SignedTransaction(
                transaction, CURVE.sign(transaction.signingHash().toArray(), key.toArray()));
        node.rpc("eth_sendRawTransaction", "[\"%s\"]".formatted(signed.encoded().toHex()));
        return signed.hash();
    }

    /// Of type 2, with the next nonce.
    /// @param to empty to create a contract
    public Hash32 send(Optional<Address> to, Wei value, Bytes data, long gas) {
        return send(new Transaction.DynamicFee(
                chain, nonce(), TIP, MOST_PER_GAS, new Gas(gas), to, value, data, List.of()));
    }

    /// As [#send(Optional, Wei, Bytes, long)], and waits for its receipt.
    /// @throws IllegalStateException if it was mined and failed
    public JsonNode run(Address to, Wei value, Bytes data, long gas) {
        JsonNode receipt = receipt(send(Optional.of(to), value, data, gas));
        if (!receipt.get("status").stringValue().equals("0x1")) {
            throw new IllegalStateException("failed: " + receipt);
        }
        return receipt;
    }

    /// @throws IllegalStateException if it is not mined in time, with what the node says of its sender
    public JsonNode receipt(Hash32 hash) {
        try {
            return Stage.until("the receipt of " + hash, PATIENCE, () -> findReceipt(hash));
        } catch (IllegalStateException e) {
            throw new IllegalStateException(
                    e.getMessage() + "; next nonces of " + address() + ": mined " + nonceAt("latest") + ", waiting "
                            + nonce() + "; the transaction: "
                            + node.rpc("eth_getTransactionByHash", "[\"" + hash.toHex() + "\"]"),
                    e);
        }
    }

    /// @return empty also while a node that was just started answers that it is still indexing
    public Optional<JsonNode> findReceipt(Hash32 hash) {
        try {
            return Optional.of(node.rpc("eth_getTransactionReceipt", "[\"" + hash.toHex() + "\"]"))
                    .filter(receipt -> !receipt.isNull());
        } catch (NodeClient.NodeError e) {
            if (String.valueOf(e.getMessage()).contains("indexing is in progress")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /// Lets `delegate`'s code stand for this account (EIP-7702).
    /// @param nonce this account's at that moment
    public SignedAuthorization authorize(Address delegate, Nonce nonce) {
        Authorization authorization = new Authorization(Optional.of(chain), delegate, nonce);
        return new SignedAuthorization(
                authorization, CURVE.sign(authorization.signingHash().toArray(), key.toArray()));
    }

    /// A JSON-RPC quantity.
    static BigInteger number(JsonNode quantity) {
        return new BigInteger(quantity.stringValue().substring(2), 16);
    }
}
