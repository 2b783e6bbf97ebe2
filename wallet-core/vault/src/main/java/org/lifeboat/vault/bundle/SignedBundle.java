package org.lifeboat.vault.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.crypto.TransactionSender;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.tx.EcdsaSignature;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.vault.signing.Signed;
import tools.jackson.databind.node.ObjectNode;

/// Signatures on their way back from a computer without a network.
public record SignedBundle(List<Item> items) {
    private static final String FORMAT = "lifeboat-signatures";

    public record Item(Address account, Signed signed) {}

    public SignedBundle {
        items = List.copyOf(items);
        if (items.isEmpty() || items.size() > Members.MOST_ITEMS) {
            throw new IllegalArgumentException("a bundle has 1 to " + Members.MOST_ITEMS + " signatures");
        }
    }

    /// Refuses the whole bundle if one signature does not belong to the account beside it. Whether these are the
    /// requests that were asked for is the caller's question.
    public static BundleReading<SignedBundle> read(Bytes json, Secp256k1 curve) {
        return Envelope.read(json, FORMAT, list -> {
            List<Item> items = new ArrayList<>();
            for (Members members : list) {
                Address account = members.address("account");
                Signed signed = signed(members);
                members.end();
                if (!signer(signed, curve).equals(Optional.of(account))) {
                    throw new BundleException("a signature does not belong to the account beside it");
                }
                items.add(new Item(account, signed));
            }
            return new SignedBundle(items);
        });
    }

    private static Signed signed(Members members) throws BundleException {
        String kind = members.text("kind");
        return switch (kind) {
            case "transaction" -> new Signed.Sendable(transaction(members.bytes("raw")));
            case "authorization" -> new Signed.Delegation(TransactionMembers.authorization(members));
            case "statement" -> statement(members);
            default -> throw new BundleException("a kind of signature that this program does not know");
        };
    }

    private static SignedTransaction transaction(Bytes raw) throws BundleException {
        return switch (SignedTransaction.decode(raw)) {
            case Answer.Proven<SignedTransaction>(SignedTransaction transaction) -> transaction;
            case Answer.Refuted<SignedTransaction>(String reason) -> throw new BundleException(reason);
            case Answer.Unknown<SignedTransaction> unknown -> throw new BundleException(unknown.reason());
        };
    }

    private static Signed statement(Members members) throws BundleException {
        Bytes bytes = members.bytes("signature");
        int v = bytes.size() == 65 ? bytes.at(64) : 0;
        if (v != 27 && v != 28) {
            throw new BundleException("a signature has 65 bytes that end in 27 or 28");
        }
        EcdsaSignature signature = new EcdsaSignature(
                v - 27,
                Hash32.of(bytes.slice(0, 32).toArray()).toNumber(),
                Hash32.of(bytes.slice(32, 64).toArray()).toNumber());
        return new Signed.Statement(members.hash("digest"), signature);
    }

    private static Optional<Address> signer(Signed signed, Secp256k1 curve) {
        TransactionSender sender = new TransactionSender(curve);
        return switch (signed) {
            case Signed.Sendable(SignedTransaction transaction) -> sender.of(transaction);
            case Signed.Delegation(var authorization) -> sender.of(authorization);
            case Signed.Statement(Hash32 digest, EcdsaSignature signature) -> curve.recover(digest, signature);
        };
    }

    public Bytes write() {
        return Envelope.write(FORMAT, items.stream().map(SignedBundle::write).toList());
    }

    private static ObjectNode write(Item item) {
        ObjectNode node =
                Members.JSON.createObjectNode().put("account", item.account().toChecksum());
        switch (item.signed()) {
            case Signed.Sendable(SignedTransaction transaction) ->
                node.put("kind", "transaction").put("raw", transaction.encoded().toHex());
            case Signed.Delegation(var authorization) ->
                TransactionMembers.write(authorization, node.put("kind", "authorization"));
            case Signed.Statement statement ->
                node.put("kind", "statement")
                        .put("digest", statement.digest().toHex())
                        .put("signature", statement.encoded().toHex());
        }
        return node;
    }
}
