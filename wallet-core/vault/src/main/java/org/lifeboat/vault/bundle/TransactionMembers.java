package org.lifeboat.vault.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.AccessListEntry;
import org.lifeboat.primitives.tx.EcdsaSignature;
import org.lifeboat.primitives.tx.SignedAuthorization;
import org.lifeboat.primitives.tx.Transaction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Transactions of type 0, 1, 2 and 4 as members of a JSON object.
final class TransactionMembers {
    private TransactionMembers() {}

    static Transaction read(Members members) throws BundleException {
        long type = members.small("type");
        Nonce nonce = new Nonce(members.small("nonce"));
        Gas gas = new Gas(members.small("gasLimit"));
        Optional<Address> to = members.has("to") ? Optional.of(members.address("to")) : Optional.empty();
        Wei value = wei(members, "value");
        Bytes data = members.bytes("data");
        if (type == 0) {
            long chain = members.small("chainId");
            Optional<ChainId> bound = chain == 0 ? Optional.empty() : Optional.of(new ChainId(chain));
            return new Transaction.Legacy(bound, nonce, wei(members, "gasPrice"), gas, to, value, data);
        }
        ChainId chain = RequestBundle.chain(members.small("chainId"));
        List<AccessListEntry> list = accessList(members);
        if (type == 1) {
            return new Transaction.AccessListTx(chain, nonce, wei(members, "gasPrice"), gas, to, value, data, list);
        }
        Wei tip = wei(members, "maxPriorityFeePerGas");
        Wei cap = wei(members, "maxFeePerGas");
        if (type == 2) {
            return new Transaction.DynamicFee(chain, nonce, tip, cap, gas, to, value, data, list);
        }
        if (type != 4 || to.isEmpty()) {
            throw new BundleException("a type of transaction that is not signed here");
        }
        return new Transaction.SetCode(
                chain, nonce, tip, cap, gas, to.get(), value, data, list, authorizations(members));
    }

    private static Wei wei(Members members, String name) throws BundleException {
        return new Wei(members.number(name));
    }

    private static List<AccessListEntry> accessList(Members members) throws BundleException {
        List<AccessListEntry> entries = new ArrayList<>();
        for (Members entry : members.list("accessList")) {
            entries.add(new AccessListEntry(entry.address("address"), entry.hashes("storageKeys")));
            entry.end();
        }
        return entries;
    }

    private static List<SignedAuthorization> authorizations(Members members) throws BundleException {
        List<SignedAuthorization> list = new ArrayList<>();
        for (Members entry : members.list("authorizations")) {
            list.add(authorization(entry));
            entry.end();
        }
        return list;
    }

    static SignedAuthorization authorization(Members entry) throws BundleException {
        long yParity = entry.small("yParity");
        if (yParity > 1) {
            throw new BundleException("yParity is neither 0 nor 1");
        }
        return new SignedAuthorization(
                RequestBundle.authorization(entry),
                new EcdsaSignature(
                        (int) yParity,
                        entry.hash("r").toNumber(),
                        entry.hash("s").toNumber()));
    }

    static void write(Transaction transaction, ObjectNode node) {
        node.put("type", Integer.toString(transaction.type()));
        node.put("chainId", transaction.chain().map(ChainId::toString).orElse("0"));
        node.put("nonce", Long.toString(transaction.nonce().value()));
        node.put("gasLimit", Long.toString(transaction.gasLimit().amount()));
        transaction.recipient().ifPresent(to -> node.put("to", to.toChecksum()));
        node.put("value", transaction.value().value().toString());
        node.put("data", transaction.data().toHex());
        switch (transaction) {
            case Transaction.Legacy tx ->
                node.put("gasPrice", tx.gasPrice().value().toString());
            case Transaction.AccessListTx tx -> {
                node.put("gasPrice", tx.gasPrice().value().toString());
                write(tx.accessList(), node);
            }
            case Transaction.DynamicFee tx -> {
                fees(tx.maxPriorityFeePerGas(), tx.maxFeePerGas(), node);
                write(tx.accessList(), node);
            }
            case Transaction.SetCode tx -> {
                fees(tx.maxPriorityFeePerGas(), tx.maxFeePerGas(), node);
                write(tx.accessList(), node);
                ArrayNode list = node.putArray("authorizations");
                tx.authorizations().forEach(signed -> write(signed, list.addObject()));
            }
            case Transaction.Blob _ -> throw new IllegalArgumentException("blob transactions are not signed here");
        }
    }

    private static void fees(Wei tip, Wei cap, ObjectNode node) {
        node.put("maxPriorityFeePerGas", tip.value().toString());
        node.put("maxFeePerGas", cap.value().toString());
    }

    private static void write(List<AccessListEntry> entries, ObjectNode node) {
        ArrayNode list = node.putArray("accessList");
        for (AccessListEntry entry : entries) {
            ObjectNode item = list.addObject().put("address", entry.contract().toChecksum());
            ArrayNode slots = item.putArray("storageKeys");
            entry.slots().forEach(slot -> slots.add(slot.toHex()));
        }
    }

    static void write(SignedAuthorization signed, ObjectNode node) {
        RequestBundle.write(signed.authorization(), node);
        EcdsaSignature signature = signed.signature();
        node.put("yParity", Integer.toString(signature.yParity()));
        node.put("r", Hash32.ofNumber(signature.r()).toHex());
        node.put("s", Hash32.ofNumber(signature.s()).toHex());
    }
}
