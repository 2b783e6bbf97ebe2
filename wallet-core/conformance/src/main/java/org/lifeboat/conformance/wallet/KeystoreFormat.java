package org.lifeboat.conformance.wallet;

import java.util.Map;
import org.lifeboat.conformance.Report;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hex;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.keystore.Keystore;
import org.lifeboat.vault.keystore.KeystoreReading;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Keystore files: `wallets.json` of ethers.js, and the objects with `json`, `password`, `priv` of
/// ethereum/tests and go-ethereum.
final class KeystoreFormat implements WalletFormat {
    private static final JsonMapper JSON = new JsonMapper();

    private final Secp256k1 curve;

    KeystoreFormat(Secp256k1 curve) {
        this.curve = curve;
    }

    @Override
    public boolean recognises(JsonNode sample) {
        return WalletFormat.has(sample, "content", "password", "address") || isNamedCases(sample);
    }

    private static boolean isNamedCases(JsonNode sample) {
        return sample.isObject()
                && !sample.isEmpty()
                && WalletFormat.has(sample.iterator().next(), "json", "password", "priv");
    }

    @Override
    public void run(String path, JsonNode json, Report report) {
        if (json.isArray()) {
            for (JsonNode test : json) {
                String name = path + " " + test.get("name").stringValue();
                report.run(name, () -> checkWallet(name, test, report));
            }
            return;
        }
        for (Map.Entry<String, JsonNode> test : json.properties()) {
            String name = path + " " + test.getKey();
            report.run(name, () -> checkNamed(name, test.getValue(), report));
        }
    }

    private void checkWallet(String name, JsonNode test, Report report) {
        if (!test.get("type").stringValue().equals("keystore")) {
            report.skipped("crowd-sale wallets of 2014 are not read");
            return;
        }
        Secret password = Secret.take(Hex.decode(test.get("password").stringValue()));
        byte[] file = SeedWordFormat.secret(test.get("content").stringValue()).with(byte[]::clone);
        if (Keystore.read(file, password, curve) instanceof KeystoreReading.Opened(Secret key, Address address)) {
            report.equal(name, test.get("address").stringValue(), address.toChecksum());
            key.close();
        } else {
            report.failed(name, "not opened");
        }
    }

    private void checkNamed(String name, JsonNode test, Report report) {
        JsonNode file = test.get("json");
        if (file.path("version").asString("").equals("1")) {
            report.skipped("keystores of version 1 are not read");
            return;
        }
        byte[] bytes = JSON.writeValueAsBytes(file);
        Secret password = SeedWordFormat.secret(test.get("password").stringValue());
        switch (Keystore.read(bytes, password, curve)) {
            case KeystoreReading.Opened(Secret key, Address _) -> {
                String wanted = test.get("priv").stringValue();
                report.equal(name, "0x" + "0".repeat(64 - wanted.length()) + wanted, key.with(Hex::encode));
                boolean other = Keystore.read(bytes, SeedWordFormat.secret("not it"), curve)
                        instanceof KeystoreReading.WrongPassword;
                report.equal(name + " with another password", true, other);
            }
            case KeystoreReading other -> report.failed(name, "not opened: " + other);
        }
    }
}
