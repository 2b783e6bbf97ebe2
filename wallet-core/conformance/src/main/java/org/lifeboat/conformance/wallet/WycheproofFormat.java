package org.lifeboat.conformance.wallet;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.lifeboat.conformance.Report;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Hex;
import org.lifeboat.primitives.tx.EcdsaSignature;
import tools.jackson.databind.JsonNode;

/// Wycheproof's `ecdsa_test.json`: the groups for secp256k1. Signatures there are DER; what is no strict DER is
/// skipped, because nothing in the wallet reads DER.
final class WycheproofFormat implements WalletFormat {
    private final Secp256k1 curve;

    WycheproofFormat(Secp256k1 curve) {
        this.curve = curve;
    }

    @Override
    public boolean recognises(JsonNode sample) {
        return sample.path("algorithm").asString("").equals("ECDSA") && sample.has("testGroups");
    }

    @Override
    public void run(String path, JsonNode json, Report report) {
        for (JsonNode group : json.get("testGroups")) {
            if (!group.path("key").path("curve").asString("").equals("secp256k1")) {
                group.get("tests").forEach(_ -> report.skipped("Wycheproof: another curve"));
                continue;
            }
            byte[] key = Hex.decode("0x" + group.get("key").get("uncompressed").stringValue());
            for (JsonNode test : group.get("tests")) {
                String name = path + " " + test.get("tcId") + " "
                        + test.get("comment").asString("");
                report.run(name, () -> check(name, group.get("sha").stringValue(), key, test, report));
            }
        }
    }

    private void check(String name, String hash, byte[] key, JsonNode test, Report report)
            throws NoSuchAlgorithmException {
        if (hash.startsWith("SHAKE")) {
            report.skipped("Wycheproof: a hash that the JDK lacks");
            return;
        }
        Optional<BigInteger[]> numbers =
                strictDer(Hex.decode("0x" + test.get("sig").stringValue()));
        if (numbers.isEmpty()) {
            report.skipped("Wycheproof: not strict DER, which the wallet never reads");
            return;
        }
        byte[] digest = MessageDigest.getInstance(hash)
                .digest(Hex.decode("0x" + test.get("msg").stringValue()));
        byte[] word = new byte[Hash32.SIZE];
        int length = Math.min(digest.length, Hash32.SIZE);
        System.arraycopy(digest, 0, word, Hash32.SIZE - length, length);
        boolean found = holds(Hash32.of(word), numbers.get(), key);
        report.equal(name, test.get("result").stringValue().equals("valid"), found);
    }

    private boolean holds(Hash32 digest, BigInteger[] numbers, byte[] key) {
        for (BigInteger number : numbers) {
            if (number.signum() < 0 || number.bitLength() > 256) {
                return false;
            }
        }
        return curve.verify(digest, new EcdsaSignature(0, numbers[0], numbers[1]), key);
    }

    /// `30 len 02 len r 02 len s`, shortest forms only, nothing before or behind.
    private static Optional<BigInteger[]> strictDer(byte[] der) {
        if (der.length < 8 || der[0] != 0x30 || (der[1] & 0xff) != der.length - 2 || der[1] < 0) {
            return Optional.empty();
        }
        BigInteger[] numbers = new BigInteger[2];
        int at = 2;
        for (int i = 0; i < 2; i++) {
            int size = at + 1 < der.length ? der[at + 1] : -1;
            if (size < 1 || der[at] != 0x02 || at + 2 + size > der.length) {
                return Optional.empty();
            }
            byte[] number = Arrays.copyOfRange(der, at + 2, at + 2 + size);
            boolean padded = size > 1 && ((number[0] == 0 && number[1] >= 0) || (number[0] == -1 && number[1] < 0));
            if (padded) {
                return Optional.empty();
            }
            numbers[i] = new BigInteger(number);
            at += 2 + size;
        }
        return at == der.length ? Optional.of(numbers) : Optional.empty();
    }
}
