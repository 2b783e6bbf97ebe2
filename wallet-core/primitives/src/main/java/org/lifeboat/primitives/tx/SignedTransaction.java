package org.lifeboat.primitives.tx;

import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.rlp.RlpException;
import org.lifeboat.primitives.rlp.RlpReader;

/// A transaction with its signature: what is sent, and what stands in a block.
public record SignedTransaction(Transaction transaction, EcdsaSignature signature) {
    /// The bytes that are sent: the type byte (none for type 0), then the RLP of fields and signature.
    public Bytes encoded() {
        return TransactionEncoding.signed(transaction, signature);
    }

    /// The transaction's hash, by which nodes and explorers know it.
    public Hash32 hash() {
        return Keccak256.hash(encoded());
    }

    /// Reads one transaction and nothing behind it. Says nothing about whether a chain would take it.
    ///
    /// @return proven: `encoded` is exactly this transaction; refuted: it is none; unknown: of a type that this
    /// program does not know. Numbers no chain reaches (nonce, gas limit, chain id of 2^63 or more) are refused.
    public static Answer<SignedTransaction> decode(Bytes encoded) {
        try {
            return read(encoded);
        } catch (RlpException e) {
            return new Answer.Refuted<>("not a transaction: " + e.reason());
        }
    }

    private static Answer<SignedTransaction> read(Bytes encoded) throws RlpException {
        if (encoded.isEmpty()) {
            return new Answer.Refuted<>("not a transaction: no bytes");
        }
        int first = encoded.at(0) & 0xff;
        boolean typed = first < 0x80;
        RlpReader reader = RlpReader.of(encoded.sharedArray(), typed ? 1 : 0, encoded.size());
        if (typed && (first == 0 || first > 4)) {
            return new Answer.Unknown<>(
                    Answer.Cause.UPDATE_NEEDED,
                    "a transaction of type " + first + ", which this program does not know");
        }
        RlpReader fields = reader.list();
        SignedTransaction signed = switch (typed ? first : 0) {
            case 1 -> TransactionDecoding.accessList(fields);
            case 2 -> TransactionDecoding.dynamicFee(fields);
            case 3 -> TransactionDecoding.blob(fields);
            case 4 -> TransactionDecoding.setCode(fields);
            default -> TransactionDecoding.legacy(fields);
        };
        fields.end();
        reader.end();
        return new Answer.Proven<>(signed);
    }
}
