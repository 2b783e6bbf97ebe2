package org.lifeboat.conformance.wallet;

import java.util.Arrays;
import org.lifeboat.conformance.Report;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Hex;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.rlp.RlpWriter;
import tools.jackson.databind.JsonNode;

/// `accounts.json`, `create.json` and `create2.json` of ethers.js: addresses of keys and of new contracts.
final class AccountFormat implements WalletFormat {
    private final Secp256k1 curve;

    AccountFormat(Secp256k1 curve) {
        this.curve = curve;
    }

    @Override
    public boolean recognises(JsonNode sample) {
        return sample.has("icap") || WalletFormat.has(sample, "sender", "creates");
    }

    @Override
    public void run(String path, JsonNode json, Report report) {
        for (JsonNode test : json) {
            if (test.has("creates")) {
                Address sender = Address.fromHex(test.get("sender").stringValue());
                test.get("creates").forEach(created -> {
                    String name = path + " " + created.get("name").stringValue();
                    report.run(name, () -> checkCreated(name, sender, created, report));
                });
            } else {
                String name = path + " " + test.get("name").stringValue();
                report.run(name, () -> checkAccount(name, test, report));
            }
        }
    }

    private void checkAccount(String name, JsonNode test, Report report) {
        String expected = test.get("address").stringValue();
        report.equal(name + " checksum", expected, Address.fromUser(expected).toChecksum());
        if (test.path("privateKey").isString()) {
            byte[] key = Hex.decode(test.get("privateKey").stringValue());
            report.equal(name, expected, curve.addressOfKey(key).toChecksum());
        } else {
            report.skipped("an account without its key: only the checksum is compared");
        }
    }

    private static void checkCreated(String name, Address sender, JsonNode created, Report report) {
        Bytes hashed;
        if (created.has("salt")) {
            // EIP-1014.
            hashed = Bytes.of((byte) 0xff)
                    .plus(Bytes.of(sender.toArray()))
                    .plus(Bytes.fromHex(created.get("salt").stringValue()))
                    .plus(Bytes.of(
                            Keccak256.digest(Hex.decode(created.get("initCode").stringValue()))));
        } else {
            hashed = new RlpWriter()
                    .list(writer ->
                            writer.address(sender).integer(created.get("nonce").longValue()))
                    .toBytes();
        }
        byte[] hash = Keccak256.digest(hashed.toArray());
        Address found = Address.of(Arrays.copyOfRange(hash, Hash32.SIZE - Address.SIZE, Hash32.SIZE));
        report.equal(name, created.get("address").stringValue(), found.toChecksum());
    }
}
