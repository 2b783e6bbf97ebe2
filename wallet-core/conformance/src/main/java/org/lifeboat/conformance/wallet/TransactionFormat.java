package org.lifeboat.conformance.wallet;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.conformance.Report;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.crypto.TransactionSender;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Hex;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.AccessListEntry;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.signing.Approval;
import org.lifeboat.vault.signing.Facts;
import org.lifeboat.vault.signing.Signed;
import org.lifeboat.vault.signing.Signer;
import org.lifeboat.vault.signing.Signing;
import org.lifeboat.vault.signing.SigningRequest;
import org.lifeboat.vault.signing.TransactionRequest;
import tools.jackson.databind.JsonNode;

/// `transactions.json` of ethers.js: the same fields as five kinds of transaction, unsigned and signed. Signs
/// through the wallet's own door, [Signer], wherever the wallet signs such transactions at all.
final class TransactionFormat implements WalletFormat {
    private final Secp256k1 curve;

    TransactionFormat(Secp256k1 curve) {
        this.curve = curve;
    }

    @Override
    public boolean recognises(JsonNode sample) {
        return WalletFormat.has(sample, "transaction", "privateKey", "unsignedLegacy", "signedLegacy");
    }

    @Override
    public void run(String path, JsonNode json, Report report) {
        for (JsonNode test : json) {
            for (String form : List.of("Legacy", "Eip155", "Berlin", "London", "Cancun")) {
                String name = path + " " + test.get("name").stringValue() + " " + form;
                report.run(name, () -> check(name, form, test, report));
            }
        }
    }

    private void check(String name, String form, JsonNode test, Report report) {
        String unsigned = test.path("unsigned" + form).asString("");
        if (unsigned.isEmpty()) {
            report.skipped("transactions: the fields make no transaction of this form");
            return;
        }
        JsonNode fields = test.get("transaction");
        if (!form.equals("Legacy") && number(fields, "chainId").signum() == 0) {
            report.skipped("transactions: chain id 0 belongs to no chain and is refused");
            return;
        }
        Transaction transaction = transaction(form, fields);
        report.equal(name + " unsigned", unsigned, transaction.signingPayload().toHex());
        Secret key = Secret.take(Hex.decode(test.get("privateKey").stringValue()));
        SignedTransaction signed = transaction instanceof Transaction.Blob
                ? new SignedTransaction(
                        transaction,
                        key.with(bytes -> curve.sign(transaction.signingHash().toArray(), bytes)))
                : sign(transaction, key);
        report.equal(
                name + " signed",
                test.get("signed" + form).stringValue(),
                signed.encoded().toHex());
    }

    private SignedTransaction sign(Transaction transaction, Secret key) {
        Signing signing = sign(TransactionRequest.of(transaction, new TransactionSender(curve)), key, curve);
        if (signing instanceof Signing.Done(Signed.Sendable(SignedTransaction signed))) {
            return signed;
        }
        throw new IllegalStateException("not signed: " + signing);
    }

    /// As a user would who confirms whatever is asked.
    static Signing sign(SigningRequest request, Secret key, Secp256k1 curve) {
        Address account = key.with(curve::addressOfKey);
        Approval approval = request.describe(account, Facts.NONE).approve().confirmAgain();
        return new Signer(curve).sign(request, account, key, approval);
    }

    private static Transaction transaction(String form, JsonNode fields) {
        Nonce nonce = new Nonce(fields.path("nonce").asLong(0));
        Gas gas = new Gas(number(fields, "gasLimit").longValueExact());
        Optional<Address> to = fields.path("to").isString()
                ? Optional.of(Address.fromHex(fields.get("to").stringValue()))
                : Optional.empty();
        Wei value = wei(fields, "value");
        Bytes data = fields.path("data").isString()
                ? Bytes.fromHex(fields.get("data").stringValue())
                : Bytes.EMPTY;
        Wei price = wei(fields, "gasPrice");
        if (form.equals("Legacy")) {
            return new Transaction.Legacy(Optional.empty(), nonce, price, gas, to, value, data);
        }
        ChainId chain = new ChainId(number(fields, "chainId").longValueExact());
        Wei tip = wei(fields, "maxPriorityFeePerGas");
        Wei cap = wei(fields, "maxFeePerGas");
        List<AccessListEntry> list = accessList(fields.path("accessList"));
        return switch (form) {
            case "Eip155" -> new Transaction.Legacy(Optional.of(chain), nonce, price, gas, to, value, data);
            case "Berlin" -> new Transaction.AccessListTx(chain, nonce, price, gas, to, value, data, list);
            case "London" -> new Transaction.DynamicFee(chain, nonce, tip, cap, gas, to, value, data, list);
            default ->
                new Transaction.Blob(
                        chain,
                        nonce,
                        tip,
                        cap,
                        gas,
                        to.orElse(Address.ZERO),
                        value,
                        data,
                        list,
                        wei(fields, "maxFeePerBlobGas"),
                        hashes(fields.path("blobVersionedHashes")));
        };
    }

    private static List<AccessListEntry> accessList(JsonNode list) {
        List<AccessListEntry> entries = new ArrayList<>();
        for (JsonNode entry : list) {
            entries.add(new AccessListEntry(
                    Address.fromHex(entry.get("address").stringValue()), hashes(entry.get("storageKeys"))));
        }
        return entries;
    }

    private static List<Hash32> hashes(JsonNode list) {
        List<Hash32> hashes = new ArrayList<>();
        list.forEach(hash -> hashes.add(Hash32.fromHex(hash.stringValue())));
        return hashes;
    }

    private static Wei wei(JsonNode fields, String name) {
        return new Wei(number(fields, name));
    }

    private static BigInteger number(JsonNode fields, String name) {
        String text = fields.path(name).asString("0x0").substring(2);
        return text.isEmpty() ? BigInteger.ZERO : new BigInteger(text, 16);
    }
}
