package org.lifeboat.sandbox.rpc;

import java.util.List;
import java.util.Optional;
import org.lifeboat.evm.transaction.TransactionParts;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.tx.AccessListEntry;
import org.lifeboat.primitives.tx.AuthorizationNumbers;
import org.lifeboat.primitives.tx.EcdsaSignature;
import org.lifeboat.primitives.tx.SignedAuthorization;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.rollups.opstack.execution.DepositTransaction;
import org.lifeboat.sandbox.chain.ExecutedTransaction;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.chain.SenderTransaction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A transaction as `eth_getTransactionByHash` gives it (execution-apis, src/schemas/transaction.yaml).
final class TransactionJson {
    /// Source: EIP-155: `v` is the chain id twice, 35, and the parity; 27 and the parity without a chain id.
    private static final long EIP155_V = 35;

    private static final long OLD_V = 27;

    private TransactionJson() {}

    static ObjectNode mined(SealedBlock block, ExecutedTransaction each) {
        ObjectNode json = common(each.sent());
        json.put("blockHash", block.hash().toHex());
        json.put("blockNumber", Shown.quantity(block.number()));
        json.put("blockTimestamp", Shown.quantity(block.header().unixSeconds()));
        json.put("transactionIndex", Shown.quantity(each.index()));
        json.put("gasPrice", Shown.quantity(each.price()));
        return json;
    }

    static ObjectNode pending(SenderTransaction sent) {
        ObjectNode json = common(sent);
        json.putNull("blockHash");
        json.putNull("blockNumber");
        json.putNull("blockTimestamp");
        json.putNull("transactionIndex");
        json.put("gasPrice", Shown.quantity(sent.transaction().maxGasPrice()));
        return json;
    }

    /// As geth writes one that nobody has signed: without a sender, and with zeros for the signature.
    static ObjectNode unsigned(SenderTransaction sent) {
        ObjectNode json = common(sent);
        json.remove("from");
        if (sent.type() == 0) {
            json.remove("chainId");
            json.put("v", "0x0");
        }
        if (sent.type() <= 1) {
            json.put("gasPrice", Shown.quantity(sent.transaction().maxGasPrice()));
        } else {
            json.putNull("gasPrice");
        }
        return json;
    }

    private static ObjectNode common(SenderTransaction sent) {
        Transaction transaction = sent.transaction();
        ObjectNode json = Shown.object();
        json.put("type", Shown.quantity(sent.type()));
        json.put("hash", sent.hash().toHex());
        json.put("from", sent.from().toHex());
        putAddress(json, "to", transaction.recipient());
        json.put("nonce", Shown.quantity(transaction.nonce().value()));
        json.put("gas", Shown.quantity(transaction.gasLimit()));
        json.put("value", Shown.quantity(transaction.value()));
        json.put("input", transaction.data().toHex());
        transaction.chain().ifPresent(chain -> json.put("chainId", Shown.quantity(chain.value())));
        if (transaction.type() >= 2) {
            json.put("maxFeePerGas", Shown.quantity(transaction.maxGasPrice()));
            json.put("maxPriorityFeePerGas", Shown.quantity(TransactionParts.maxPriorityFee(transaction)));
        }
        if (transaction.type() >= 1) {
            json.set("accessList", accessList(TransactionParts.accessList(transaction)));
        }
        if (transaction instanceof Transaction.Blob blob) {
            json.put("maxFeePerBlobGas", Shown.quantity(blob.maxFeePerBlobGas()));
            ArrayNode hashes = json.putArray("blobVersionedHashes");
            blob.blobHashes().forEach(hash -> hashes.add(hash.toHex()));
        }
        if (transaction instanceof Transaction.SetCode setCode) {
            ArrayNode list = json.putArray("authorizationList");
            setCode.authorizations().forEach(each -> list.add(authorization(each)));
        }
        switch (sent.origin()) {
            case SenderTransaction.Origin.Signed(EcdsaSignature signature) ->
                putSignature(json, transaction, signature);
            case SenderTransaction.Origin.Deposited(DepositTransaction deposit, long _) -> putDeposit(json, deposit);
        }
        return json;
    }

    /// As op-geth writes it: a signature of zeros (op-geth, internal/ethapi, `newRPCTransaction`).
    private static void putDeposit(ObjectNode json, DepositTransaction deposit) {
        json.put("sourceHash", deposit.sourceHash().toHex());
        json.put("mint", Shown.quantity(deposit.mint()));
        json.put("v", "0x0");
        json.put("r", "0x0");
        json.put("s", "0x0");
    }

    static void putAddress(ObjectNode json, String name, Optional<Address> address) {
        address.ifPresentOrElse(value -> json.put(name, value.toHex()), () -> json.putNull(name));
    }

    static ArrayNode accessList(List<AccessListEntry> entries) {
        ArrayNode list = Shown.list();
        for (AccessListEntry entry : entries) {
            ObjectNode json = list.addObject();
            json.put("address", entry.contract().toHex());
            ArrayNode keys = json.putArray("storageKeys");
            entry.slots().forEach(slot -> keys.add(slot.toHex()));
        }
        return list;
    }

    private static ObjectNode authorization(SignedAuthorization signed) {
        AuthorizationNumbers numbers = signed.numbers();
        ObjectNode json = Shown.object();
        json.put("chainId", Shown.quantity(numbers.chain()));
        json.put("address", signed.authorization().delegate().toHex());
        json.put("nonce", Shown.quantity(numbers.nonce()));
        json.put("yParity", Shown.quantity(numbers.yParity()));
        json.put("r", Shown.quantity(signed.signature().r()));
        json.put("s", Shown.quantity(signed.signature().s()));
        return json;
    }

    private static void putSignature(ObjectNode json, Transaction transaction, EcdsaSignature signature) {
        long v = signature.yParity();
        if (transaction.type() == 0) {
            v += transaction
                    .chain()
                    .map(ChainId::value)
                    .map(id -> 2 * id + EIP155_V)
                    .orElse(OLD_V);
        } else {
            json.put("yParity", Shown.quantity(signature.yParity()));
        }
        json.put("v", Shown.quantity(v));
        json.put("r", Shown.quantity(signature.r()));
        json.put("s", Shown.quantity(signature.s()));
    }
}
