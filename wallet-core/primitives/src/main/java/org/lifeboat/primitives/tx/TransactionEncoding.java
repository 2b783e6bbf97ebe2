package org.lifeboat.primitives.tx;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.rlp.RlpWriter;
import org.lifeboat.primitives.tx.Transaction.AccessListTx;
import org.lifeboat.primitives.tx.Transaction.Blob;
import org.lifeboat.primitives.tx.Transaction.DynamicFee;
import org.lifeboat.primitives.tx.Transaction.Legacy;
import org.lifeboat.primitives.tx.Transaction.SetCode;

/// Writes transactions: for signing, and signed.
final class TransactionEncoding {
    private TransactionEncoding() {}

    static Bytes unsigned(Transaction transaction) {
        return withType(transaction, new RlpWriter().list(writer -> {
                    writeFields(transaction, writer);
                    if (transaction instanceof Legacy legacy && legacy.chain().isPresent()) {
                        // EIP-155: the chain id and two zeros stand where the signature will be.
                        writer.integer(legacy.chain().get().value()).integer(0).integer(0);
                    }
                }));
    }

    static Bytes signed(Transaction transaction, EcdsaSignature signature) {
        return withType(transaction, new RlpWriter().list(writer -> {
                    writeFields(transaction, writer);
                    if (transaction instanceof Legacy legacy) {
                        writer.integer(legacyV(legacy.chain(), signature.yParity()));
                    } else {
                        writer.integer(signature.yParity());
                    }
                    writer.integer(signature.r()).integer(signature.s());
                }));
    }

    /// EIP-155: `{0,1} + CHAIN_ID * 2 + 35`, or `{0,1} + 27` without a chain.
    private static BigInteger legacyV(Optional<ChainId> chain, int yParity) {
        return chain.map(id -> BigInteger.valueOf(id.value()).shiftLeft(1).add(BigInteger.valueOf(35)))
                .orElse(BigInteger.valueOf(27))
                .add(BigInteger.valueOf(yParity));
    }

    private static Bytes withType(Transaction transaction, RlpWriter fields) {
        return transaction.type() == 0
                ? fields.toBytes()
                : Bytes.of((byte) transaction.type()).plus(fields.toBytes());
    }

    private static void writeFields(Transaction transaction, RlpWriter writer) {
        switch (transaction) {
            case Legacy tx -> {
                writer.integer(tx.nonce().value()).integer(tx.gasPrice().value());
                writeCall(tx, writer);
            }
            case AccessListTx tx -> {
                writer.integer(tx.chainId().value()).integer(tx.nonce().value());
                writer.integer(tx.gasPrice().value());
                writeCall(tx, writer);
                writeAccessList(tx.accessList(), writer);
            }
            case DynamicFee tx -> {
                writer.integer(tx.chainId().value()).integer(tx.nonce().value());
                writer.integer(tx.maxPriorityFeePerGas().value());
                writer.integer(tx.maxFeePerGas().value());
                writeCall(tx, writer);
                writeAccessList(tx.accessList(), writer);
            }
            case Blob tx -> {
                writer.integer(tx.chainId().value()).integer(tx.nonce().value());
                writer.integer(tx.maxPriorityFeePerGas().value());
                writer.integer(tx.maxFeePerGas().value());
                writeCall(tx, writer);
                writeAccessList(tx.accessList(), writer);
                writer.integer(tx.maxFeePerBlobGas().value()).list(tx.blobHashes(), RlpWriter::hash);
            }
            case SetCode tx -> {
                writer.integer(tx.chainId().value()).integer(tx.nonce().value());
                writer.integer(tx.maxPriorityFeePerGas().value());
                writer.integer(tx.maxFeePerGas().value());
                writeCall(tx, writer);
                writeAccessList(tx.accessList(), writer);
                writer.list(tx.authorizations(), TransactionEncoding::writeAuthorization);
            }
        }
    }

    /// Gas limit, recipient, value and data stand together in every type.
    private static void writeCall(Transaction tx, RlpWriter writer) {
        writer.integer(tx.gasLimit().amount()).addressOrEmpty(tx.recipient());
        writer.integer(tx.value().value()).bytes(tx.data());
    }

    private static void writeAccessList(List<AccessListEntry> entries, RlpWriter writer) {
        writer.list(
                entries,
                (outer, entry) ->
                        outer.list(inner -> inner.address(entry.contract()).list(entry.slots(), RlpWriter::hash)));
    }

    private static void writeAuthorization(RlpWriter writer, SignedAuthorization signed) {
        writer.list(fields -> {
            AuthorizationNumbers numbers = signed.numbers();
            numbers.writeFields(fields, signed.authorization().delegate());
            EcdsaSignature signature = signed.signature();
            fields.integer(numbers.yParity()).integer(signature.r()).integer(signature.s());
        });
    }
}
