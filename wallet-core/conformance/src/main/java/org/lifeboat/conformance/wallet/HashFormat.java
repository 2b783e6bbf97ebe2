package org.lifeboat.conformance.wallet;

import java.util.Locale;
import org.lifeboat.conformance.Report;
import org.lifeboat.primitives.Hex;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.kdf.Pbkdf2;
import org.lifeboat.vault.kdf.Scrypt;
import tools.jackson.databind.JsonNode;

/// `hashes.json`, `pbkdf.json` and `hmac.json` of ethers.js.
final class HashFormat implements WalletFormat {
    @Override
    public boolean recognises(JsonNode sample) {
        return WalletFormat.has(sample, "data", "keccak256", "sha512")
                || WalletFormat.has(sample, "pbkdf2", "scrypt")
                || WalletFormat.has(sample, "hmac", "algorithm");
    }

    @Override
    public void run(String path, JsonNode json, Report report) {
        WalletFormat.each(path, json, report, HashFormat::check);
    }

    private static void check(String name, JsonNode test, Report report) {
        if (test.has("keccak256")) {
            String found =
                    Hex.encode(Keccak256.digest(Hex.decode(test.get("data").stringValue())));
            report.equal(name, test.get("keccak256").stringValue(), found);
        } else if (test.has("hmac")) {
            checkHmac(name, test, report);
        } else {
            checkDerived(name, test, report);
        }
    }

    private static void checkHmac(String name, JsonNode test, Report report) {
        if (!test.get("algorithm").stringValue().equals("sha512")) {
            report.skipped("HMAC with SHA-256 is the JDK's and not ours");
            return;
        }
        String found = Pbkdf2.hmacSha512(
                        Hex.decode(test.get("key").stringValue()),
                        Hex.decode(test.get("data").stringValue()))
                .with(Hex::encode);
        report.equal(name, test.get("hmac").stringValue(), found);
    }

    private static void checkDerived(String name, JsonNode test, Report report) {
        byte[] password = Hex.decode(test.get("password").stringValue());
        byte[] salt = Hex.decode(test.get("salt").stringValue());
        int size = test.get("dkLen").intValue();
        JsonNode pbkdf2 = test.get("pbkdf2");
        Pbkdf2.Hash hash =
                Pbkdf2.Hash.valueOf(pbkdf2.get("algorithm").stringValue().toUpperCase(Locale.ROOT));
        report.equal(
                name + " pbkdf2",
                pbkdf2.get("key").stringValue(),
                Pbkdf2.derive(hash, password, salt, pbkdf2.get("iterations").intValue(), size)
                        .with(Hex::encode));
        JsonNode scrypt = test.get("scrypt");
        Scrypt figures = new Scrypt(
                scrypt.get("N").intValue(),
                scrypt.get("r").intValue(),
                scrypt.get("p").intValue());
        String found = figures.derive(Secret.take(password), salt, size).with(Hex::encode);
        report.equal(name + " scrypt", scrypt.get("key").stringValue(), found);
    }
}
