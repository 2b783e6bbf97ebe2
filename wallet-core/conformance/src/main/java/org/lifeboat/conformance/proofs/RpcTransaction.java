package org.lifeboat.conformance.proofs;

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
import org.lifeboat.primitives.tx.AccessListEntry;
import org.lifeboat.primitives.tx.Authorization;
import org.lifeboat.primitives.tx.EcdsaSignature;
import org.lifeboat.primitives.tx.SignedAuthorization;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.primitives.tx.Transaction;
import tools.jackson.databind.JsonNode;

/// A transaction as JSON-RPC writes it, for computing its hash again.
public final class RpcTransaction {
    private final JsonNode json;

    public RpcTransaction(JsonNode json) {
        this.json = json;
    }

    /// Empty for types that are not Ethereum's own (deposits of L2s, which nobody signs).
    public Optional<SignedTransaction> read() {
        return switch ((int) Values.smallNumber(json, "type")) {
            case 0 -> legacy();
            case 1 ->
                Optional.of(typed(new Transaction.AccessListTx(
                        chainId(), nonce(), wei("gasPrice"), gas(), to(), wei("value"), data(), accessList())));
            case 2 ->
                Optional.of(typed(new Transaction.DynamicFee(
                        chainId(),
                        nonce(),
                        wei("maxPriorityFeePerGas"),
                        wei("maxFeePerGas"),
                        gas(),
                        to(),
                        wei("value"),
                        data(),
                        accessList())));
            case 3 ->
                Optional.of(typed(new Transaction.Blob(
                        chainId(),
                        nonce(),
                        wei("maxPriorityFeePerGas"),
                        wei("maxFeePerGas"),
                        gas(),
                        to().orElseThrow(),
                        wei("value"),
                        data(),
                        accessList(),
                        wei("maxFeePerBlobGas"),
                        hashes(json.path("blobVersionedHashes")))));
            case 4 ->
                Optional.of(typed(new Transaction.SetCode(
                        chainId(),
                        nonce(),
                        wei("maxPriorityFeePerGas"),
                        wei("maxFeePerGas"),
                        gas(),
                        to().orElseThrow(),
                        wei("value"),
                        data(),
                        accessList(),
                        authorizations())));
            default -> Optional.empty();
        };
    }

    private Optional<SignedTransaction> legacy() {
        BigInteger v = Values.number(json, "v");
        if (v.signum() == 0) {
            return Optional.empty();
        }
        boolean old = v.bitLength() < 6 && v.intValue() < 35;
        BigInteger above = v.subtract(BigInteger.valueOf(old ? 27 : 35));
        Optional<ChainId> chain = old
                ? Optional.empty()
                : Optional.of(new ChainId(above.shiftRight(1).longValueExact()));
        return Optional.of(new SignedTransaction(
                new Transaction.Legacy(chain, nonce(), wei("gasPrice"), gas(), to(), wei("value"), data()),
                new EcdsaSignature(above.testBit(0) ? 1 : 0, Values.number(json, "r"), Values.number(json, "s"))));
    }

    private SignedTransaction typed(Transaction transaction) {
        return new SignedTransaction(transaction, signature(json, json.has("yParity") ? "yParity" : "v"));
    }

    private static EcdsaSignature signature(JsonNode object, String parity) {
        return new EcdsaSignature(
                (int) Values.smallNumber(object, parity), Values.number(object, "r"), Values.number(object, "s"));
    }

    private ChainId chainId() {
        return new ChainId(Values.smallNumber(json, "chainId"));
    }

    private Nonce nonce() {
        return new Nonce(Values.smallNumber(json, "nonce"));
    }

    private Gas gas() {
        return new Gas(Values.smallNumber(json, "gas"));
    }

    private Wei wei(String member) {
        return new Wei(Values.number(json, member));
    }

    private Optional<Address> to() {
        return Values.addressIfAny(json, "to");
    }

    private Bytes data() {
        return Values.bytes(json, "input");
    }

    private List<AccessListEntry> accessList() {
        List<AccessListEntry> entries = new ArrayList<>();
        json.path("accessList")
                .values()
                .forEach(e ->
                        entries.add(new AccessListEntry(Values.address(e, "address"), hashes(e.path("storageKeys")))));
        return entries;
    }

    private List<SignedAuthorization> authorizations() {
        List<SignedAuthorization> list = new ArrayList<>();
        json.path("authorizationList").values().forEach(a -> {
            long chain = Values.smallNumber(a, "chainId");
            Authorization authorization = new Authorization(
                    chain == 0 ? Optional.empty() : Optional.of(new ChainId(chain)),
                    Values.address(a, "address"),
                    new Nonce(Values.smallNumber(a, "nonce")));
            list.add(new SignedAuthorization(authorization, signature(a, "yParity")));
        });
        return list;
    }

    private static List<Hash32> hashes(JsonNode array) {
        List<Hash32> hashes = new ArrayList<>();
        array.values().forEach(value -> hashes.add(Hash32.fromHex(value.stringValue())));
        return hashes;
    }
}
