package org.lifeboat.vault.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.crypto.TransactionSender;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.tx.Authorization;
import org.lifeboat.vault.signing.AuthorizationRequest;
import org.lifeboat.vault.signing.MessageRequest;
import org.lifeboat.vault.signing.SigningRequest;
import org.lifeboat.vault.signing.TransactionRequest;
import org.lifeboat.vault.signing.TypedData;
import org.lifeboat.vault.signing.TypedDataReading;
import org.lifeboat.vault.signing.TypedDataRequest;
import tools.jackson.databind.node.ObjectNode;

/// Requests on their way to a computer without a network, each with the account that is to sign it.
public record RequestBundle(List<Item> items) {
    private static final String FORMAT = "lifeboat-requests";

    public record Item(Address account, SigningRequest request) {}

    public RequestBundle {
        items = List.copyOf(items);
        if (items.isEmpty() || items.size() > Members.MOST_ITEMS) {
            throw new IllegalArgumentException("a bundle has 1 to " + Members.MOST_ITEMS + " requests");
        }
    }

    /// @param senders finds out whose accounts a transaction's authorizations are about
    public static BundleReading<RequestBundle> read(Bytes json, TransactionSender senders) {
        return Envelope.read(json, FORMAT, list -> {
            List<Item> items = new ArrayList<>();
            for (Members members : list) {
                Address account = members.address("account");
                SigningRequest request = request(members, senders);
                members.end();
                items.add(new Item(account, request));
            }
            return new RequestBundle(items);
        });
    }

    private static SigningRequest request(Members members, TransactionSender senders) throws BundleException {
        String kind = members.text("kind");
        return switch (kind) {
            case "transaction" -> TransactionRequest.of(TransactionMembers.read(members), senders);
            case "typedData" -> typedData(members);
            case "message" -> new MessageRequest(members.bytes("message"));
            case "authorization" -> new AuthorizationRequest(authorization(members));
            default -> throw new BundleException("a kind of request that this program does not know");
        };
    }

    private static SigningRequest typedData(Members members) throws BundleException {
        Bytes json = Bytes.of(Members.JSON.writeValueAsBytes(members.node("typedData")));
        return switch (TypedData.read(json)) {
            case TypedDataReading.Valid(TypedData data) -> new TypedDataRequest(data, chain(members.small("chainId")));
            case TypedDataReading.Refused(String reason) -> throw new BundleException("typed data: " + reason);
        };
    }

    static Authorization authorization(Members members) throws BundleException {
        long chain = members.small("chainId");
        return new Authorization(
                chain == 0 ? Optional.empty() : Optional.of(new ChainId(chain)),
                members.address("delegate"),
                new Nonce(members.small("nonce")));
    }

    static ChainId chain(long value) throws BundleException {
        if (value == 0) {
            throw new BundleException("chainId is 0");
        }
        return new ChainId(value);
    }

    public Bytes write() {
        return Envelope.write(FORMAT, items.stream().map(RequestBundle::write).toList());
    }

    private static ObjectNode write(Item item) {
        ObjectNode node =
                Members.JSON.createObjectNode().put("account", item.account().toChecksum());
        switch (item.request()) {
            case TransactionRequest sent ->
                TransactionMembers.write(sent.transaction(), node.put("kind", "transaction"));
            case TypedDataRequest(TypedData data, ChainId expected) -> {
                node.put("kind", "typedData").put("chainId", expected.toString());
                node.set("typedData", Members.JSON.readTree(data.json().toArray()));
            }
            case MessageRequest(Bytes message) -> node.put("kind", "message").put("message", message.toHex());
            case AuthorizationRequest(Authorization authorization) ->
                write(authorization, node.put("kind", "authorization"));
        }
        return node;
    }

    static void write(Authorization authorization, ObjectNode node) {
        node.put("chainId", authorization.chain().map(ChainId::toString).orElse("0"));
        node.put("delegate", authorization.delegate().toChecksum());
        node.put("nonce", Long.toString(authorization.nonce().value()));
    }
}
