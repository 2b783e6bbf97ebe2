package org.lifeboat.conformance.wallet;

import org.lifeboat.conformance.Report;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hex;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.signing.Signed;
import org.lifeboat.vault.signing.Signing;
import org.lifeboat.vault.signing.TypedData;
import org.lifeboat.vault.signing.TypedDataReading;
import org.lifeboat.vault.signing.TypedDataRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `typed-data.json` of ethers.js (EIP-712).
final class TypedDataFormat implements WalletFormat {
    private static final JsonMapper JSON = new JsonMapper();

    private final Secp256k1 curve;

    TypedDataFormat(Secp256k1 curve) {
        this.curve = curve;
    }

    @Override
    public boolean recognises(JsonNode sample) {
        return WalletFormat.has(sample, "domain", "primaryType", "types", "data", "digest");
    }

    @Override
    public void run(String path, JsonNode json, Report report) {
        WalletFormat.each(path, json, report, this::check);
    }

    private void check(String name, JsonNode test, Report report) {
        ObjectNode request = JSON.createObjectNode();
        request.set("types", test.get("types"));
        request.set("primaryType", test.get("primaryType"));
        request.set("domain", test.get("domain"));
        request.set("message", test.get("data"));
        switch (TypedData.read(Bytes.of(JSON.writeValueAsBytes(request)))) {
            case TypedDataReading.Refused(String reason) -> report.failed(name, "refused: " + reason);
            case TypedDataReading.Valid(TypedData data) -> {
                report.equal(
                        name, test.get("digest").stringValue(), data.digest().toHex());
                if (test.has("signature")) {
                    checkSignature(name, test, data, report);
                }
            }
        }
    }

    private void checkSignature(String name, JsonNode test, TypedData data, Report report) {
        Secret key = Secret.take(Hex.decode(test.get("privateKey").stringValue()));
        Signing signing = TransactionFormat.sign(new TypedDataRequest(data, ChainId.ETHEREUM), key, curve);
        if (signing instanceof Signing.Done(Signed.Statement statement)) {
            report.equal(
                    name + " signature",
                    test.get("signature").stringValue(),
                    statement.encoded().toHex());
        } else {
            report.failed(name, "not signed: " + signing);
        }
    }
}
