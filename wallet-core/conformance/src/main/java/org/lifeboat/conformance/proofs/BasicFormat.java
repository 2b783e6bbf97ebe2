package org.lifeboat.conformance.proofs;

import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.conformance.Report;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.crypto.TransactionSender;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.trie.HexPrefix;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.testkit.vectors.VectorFile;
import tools.jackson.databind.JsonNode;

/// ethereum/tests BasicTests: keys and addresses, hex-prefix encoding, old signed transactions; and lists of
/// transactions with their sender as ethereumjs keeps them. Told apart entry by entry.
final class BasicFormat implements Format {
    private final Secp256k1 curve;
    private final TransactionSender sender;

    BasicFormat(Secp256k1 curve) {
        this.curve = curve;
        this.sender = new TransactionSender(curve);
    }

    @Override
    public boolean recognises(VectorFile file, JsonNode json) {
        return json.isContainer() && !json.isEmpty() && json.values().stream().allMatch(BasicFormat::isKnown);
    }

    private static boolean isKnown(JsonNode entry) {
        return isHexPrefix(entry) || isKey(entry) || isOldTransaction(entry) || isVitalik(entry) || isSigned1559(entry);
    }

    private static boolean isHexPrefix(JsonNode entry) {
        return entry.path("seq").isArray() && entry.has("term") && entry.has("out");
    }

    private static boolean isKey(JsonNode entry) {
        return entry.has("addr") && entry.has("sig_of_emptystring");
    }

    private static boolean isOldTransaction(JsonNode entry) {
        return entry.has("unsigned") && entry.has("signed") && entry.has("key");
    }

    private static boolean isVitalik(JsonNode entry) {
        return entry.has("rlp") && entry.has("sender") && entry.has("hash");
    }

    private static boolean isSigned1559(JsonNode entry) {
        return entry.has("privateKey") && entry.has("signedTransactionRLP");
    }

    @Override
    public void run(VectorFile file, JsonNode json, Report report) {
        int index = 0;
        for (JsonNode entry : json.values()) {
            String name = file.path() + " " + index++;
            report.run(name, () -> one(name, entry, report));
        }
    }

    private void one(String name, JsonNode entry, Report report) {
        if (isHexPrefix(entry)) {
            hexPrefix(name, entry, report);
        } else if (isKey(entry)) {
            key(name, entry, report);
        } else if (isOldTransaction(entry)) {
            Address owner = curve.addressOfKey(Values.bytes(entry, "key").toArray());
            Answer<SignedTransaction> decoded = SignedTransaction.decode(Values.bytes(entry, "signed"));
            // Signed before low s was demanded: recovered without asking for it.
            report.equal(
                    name,
                    new Answer.Proven<>(Optional.of(owner)),
                    decoded.map(tx -> curve.recover(tx.transaction().signingHash(), tx.signature())));
        } else if (isVitalik(entry)) {
            Answer<SignedTransaction> decoded = SignedTransaction.decode(Values.bytes(entry, "rlp"));
            Address from = Values.address(entry, "sender");
            report.equal(name, new Answer.Proven<>(Optional.of(from)), decoded.map(sender::of));
            report.equal(
                    name + " signing hash",
                    new Answer.Proven<>(Values.hash(entry, "hash")),
                    decoded.map(tx -> tx.transaction().signingHash()));
        } else {
            signed1559(name, entry, report);
        }
    }

    private static void hexPrefix(String name, JsonNode entry, Report report) {
        byte[] nibbles = new byte[entry.path("seq").size()];
        for (int i = 0; i < nibbles.length; i++) {
            nibbles[i] = (byte) entry.path("seq").path(i).intValue();
        }
        boolean leaf = entry.path("term").booleanValue();
        report.equal(name, Values.bytes(entry, "out"), Bytes.of(HexPrefix.encode(nibbles, leaf)));
    }

    private void key(String name, JsonNode entry, Report report) {
        byte[] key = Values.bytes(entry, "key").toArray();
        Address address = Values.address(entry, "addr");
        report.equal(name, address, curve.addressOfKey(key));
        report.skipped("sig_of_emptystring: a signature over a digest that the file does not spell out");
    }

    /// Signs again: RFC 6979 gives the same signature everywhere.
    private void signed1559(String name, JsonNode entry, Report report) {
        Bytes wrapped = Values.bytes(entry, "signedTransactionRLP");
        Bytes encoded = wrapped.slice(wrapped.size() - lengthOf(wrapped), wrapped.size());
        byte[] key = Values.bytes(entry, "privateKey").toArray();
        report.equal(
                name,
                new Answer.Proven<>(encoded),
                SignedTransaction.decode(encoded)
                        .map(SignedTransaction::transaction)
                        .map(tx -> new SignedTransaction(
                                tx, curve.sign(tx.signingHash().toArray(), key)))
                        .map(SignedTransaction::encoded));
    }

    /// The transaction stands in an RLP string with one length byte (0xb8).
    private static int lengthOf(Bytes wrapped) {
        return new BigInteger(1, new byte[] {wrapped.at(1)}).intValue();
    }
}
