package org.lifeboat.engine.send;

import java.math.BigInteger;
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
import org.lifeboat.primitives.block.Receipt;
import org.lifeboat.primitives.rlp.RlpWriter;
import org.lifeboat.primitives.tx.AccessListEntry;
import org.lifeboat.primitives.tx.Authorization;
import org.lifeboat.primitives.tx.EcdsaSignature;
import org.lifeboat.primitives.tx.SignedAuthorization;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.primitives.tx.Transaction;
import tools.jackson.databind.JsonNode;

/// A transaction as JSON-RPC writes it, put back into the bytes that stand in the block's trie.
/// All throw [IllegalArgumentException] for what is not understood.
///
/// Source: github.com/ethereum/execution-apis, `src/schemas/transaction.yaml`.
final class TransactionJson {
    private TransactionJson() {}

    /// An OP Stack deposit: nobody signed it.
    /// Source: OP Stack specification, "Deposits", "The Deposited Transaction Type".
    static boolean isDeposit(JsonNode json) {
        return type(json) == Receipt.DEPOSIT;
    }

    static Bytes deposit(JsonNode json) {
        Bytes fields = new RlpWriter()
                .list(writer -> writer.hash(Hash32.fromHex(JsonMembers.text(json, "sourceHash")))
                        .address(Address.fromHex(JsonMembers.text(json, "from")))
                        .addressOrEmpty(recipient(json))
                        .integer(JsonMembers.largeIfThere(json, "mint").orElse(BigInteger.ZERO))
                        .integer(JsonMembers.large(json, "value"))
                        .integer(JsonMembers.number(json, "gas"))
                        .integer(json.path("isSystemTx").asBoolean(false) ? 1 : 0)
                        .bytes(JsonMembers.bytes(json, "input")))
                .toBytes();
        return Bytes.of((byte) Receipt.DEPOSIT).plus(fields);
    }

    static SignedTransaction signed(JsonNode json) {
        int type = type(json);
        if (type == 0) {
            return legacy(json);
        }
        EcdsaSignature signature = signature(json, JsonMembers.has(json, "yParity") ? "yParity" : "v");
        Common common = Common.of(json);
        ChainId chain = new ChainId(JsonMembers.number(json, "chainId"));
        List<AccessListEntry> list = accessList(json);
        if (type == 1) {
            return new SignedTransaction(
                    new Transaction.AccessListTx(
                            chain,
                            common.nonce,
                            wei(json, "gasPrice"),
                            common.gas,
                            common.to,
                            common.value,
                            common.data,
                            list),
                    signature);
        }
        Wei tip = wei(json, "maxPriorityFeePerGas");
        Wei most = wei(json, "maxFeePerGas");
        Transaction transaction = switch (type) {
            case 2 ->
                new Transaction.DynamicFee(
                        chain, common.nonce, tip, most, common.gas, common.to, common.value, common.data, list);
            case 3 ->
                new Transaction.Blob(
                        chain,
                        common.nonce,
                        tip,
                        most,
                        common.gas,
                        common.recipient(),
                        common.value,
                        common.data,
                        list,
                        wei(json, "maxFeePerBlobGas"),
                        hashes(json.path("blobVersionedHashes")));
            case 4 ->
                new Transaction.SetCode(
                        chain,
                        common.nonce,
                        tip,
                        most,
                        common.gas,
                        common.recipient(),
                        common.value,
                        common.data,
                        list,
                        authorizations(json));
            default -> throw new IllegalArgumentException("a type this program does not know");
        };
        return new SignedTransaction(transaction, signature);
    }

    /// What every type has.
    private record Common(Nonce nonce, Gas gas, Optional<Address> to, Wei value, Bytes data) {
        static Common of(JsonNode json) {
            return new Common(
                    new Nonce(JsonMembers.number(json, "nonce")),
                    new Gas(JsonMembers.number(json, "gas")),
                    TransactionJson.recipient(json),
                    wei(json, "value"),
                    JsonMembers.bytes(json, "input"));
        }

        Address recipient() {
            return to.orElseThrow(() -> new IllegalArgumentException("this type has a recipient"));
        }
    }

    /// `v` is 27 or 28, or with EIP-155 `{0,1} + CHAIN_ID * 2 + 35`.
    private static SignedTransaction legacy(JsonNode json) {
        long v = JsonMembers.number(json, "v");
        if (v < 27 || (v > 28 && v < 37)) {
            throw new IllegalArgumentException("a signature this program does not know");
        }
        Optional<ChainId> chain = v < 35 ? Optional.empty() : Optional.of(new ChainId((v - 35) / 2));
        int parity = (int) (v < 35 ? v - 27 : (v - 35) % 2);
        Common common = Common.of(json);
        return new SignedTransaction(
                new Transaction.Legacy(
                        chain, common.nonce, wei(json, "gasPrice"), common.gas, common.to, common.value, common.data),
                new EcdsaSignature(parity, JsonMembers.large(json, "r"), JsonMembers.large(json, "s")));
    }

    private static int type(JsonNode json) {
        return JsonMembers.has(json, "type") ? Math.toIntExact(JsonMembers.number(json, "type")) : 0;
    }

    private static Optional<Address> recipient(JsonNode json) {
        return JsonMembers.has(json, "to")
                ? Optional.of(Address.fromHex(JsonMembers.text(json, "to")))
                : Optional.empty();
    }

    private static Wei wei(JsonNode json, String member) {
        return new Wei(JsonMembers.large(json, member));
    }

    private static EcdsaSignature signature(JsonNode json, String parity) {
        return new EcdsaSignature(
                Math.toIntExact(JsonMembers.number(json, parity)),
                JsonMembers.large(json, "r"),
                JsonMembers.large(json, "s"));
    }

    private static List<AccessListEntry> accessList(JsonNode json) {
        List<AccessListEntry> entries = new ArrayList<>();
        for (JsonNode entry : json.path("accessList")) {
            entries.add(new AccessListEntry(
                    Address.fromHex(JsonMembers.text(entry, "address")), hashes(entry.path("storageKeys"))));
        }
        return entries;
    }

    private static List<Hash32> hashes(JsonNode list) {
        List<Hash32> hashes = new ArrayList<>();
        for (JsonNode hash : list) {
            hashes.add(Hash32.fromHex(hash.asString()));
        }
        return hashes;
    }

    private static List<SignedAuthorization> authorizations(JsonNode json) {
        List<SignedAuthorization> authorizations = new ArrayList<>();
        for (JsonNode one : json.path("authorizationList")) {
            long chain = JsonMembers.number(one, "chainId");
            Authorization authorization = new Authorization(
                    chain == 0 ? Optional.empty() : Optional.of(new ChainId(chain)),
                    Address.fromHex(JsonMembers.text(one, "address")),
                    new Nonce(JsonMembers.number(one, "nonce")));
            authorizations.add(new SignedAuthorization(
                    authorization, signature(one, JsonMembers.has(one, "yParity") ? "yParity" : "v")));
        }
        return authorizations;
    }
}
