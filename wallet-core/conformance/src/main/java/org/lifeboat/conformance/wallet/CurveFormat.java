package org.lifeboat.conformance.wallet;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lifeboat.conformance.Report;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Hex;
import org.lifeboat.primitives.tx.EcdsaSignature;
import tools.jackson.databind.JsonNode;

/// `ecdsa.json`, `points.json` and `rfc6979.json` of noble-curves for secp256k1, run on every implementation.
final class CurveFormat implements WalletFormat {
    private static final String NOT_OFFERED = "curve: the wallet does not add or multiply points by themselves";

    private final List<Secp256k1> curves = Secp256k1.all();

    @Override
    public boolean recognises(JsonNode sample) {
        return WalletFormat.has(sample, "valid", "invalid", "extraEntropy")
                || sample.path("valid").has("pointAddScalar")
                || WalletFormat.has(sample, "message", "d", "k0");
    }

    @Override
    public void run(String path, JsonNode json, Report report) {
        for (Secp256k1 curve : curves) {
            String name = path + " (" + curve.implementation() + ")";
            if (json.isArray()) {
                json.forEach(test -> report.run(name, () -> checkNonce(name, test, curve, report)));
            } else if (json.has("extraEntropy")) {
                signatures(name, json, curve, report);
            } else {
                points(name, json, curve, report);
            }
        }
    }

    private static void signatures(String name, JsonNode json, Secp256k1 curve, Report report) {
        json.get("valid").forEach(test -> report.run(name, () -> checkSigned(name, test, curve, report)));
        json.get("extraEntropy").forEach(_ -> report.skipped("curve: signing with extra entropy is not offered"));
        json.path("invalid")
                .path("sign")
                .forEach(test -> report.run(name, () -> {
                    byte[] key = bytes(test, "d");
                    byte[] digest = bytes(test, "m");
                    String case_ = name + " refuses to sign: "
                            + test.get("description").stringValue();
                    report.equal(case_, false, curve.isValidKey(key) && digest.length == Hash32.SIZE);
                }));
        json.path("invalid")
                .path("verify")
                .forEach(test -> report.run(name, () -> checkRefused(name, test, curve, report)));
    }

    private static void checkSigned(String name, JsonNode test, Secp256k1 curve, Report report) {
        byte[] key = bytes(test, "d");
        byte[] digest = bytes(test, "m");
        EcdsaSignature signature = curve.sign(digest, key);
        String found = Hash32.ofNumber(signature.r()).toHex().substring(2)
                + Hash32.ofNumber(signature.s()).toHex().substring(2);
        report.equal(name + " signs", test.get("signature").stringValue(), found);
        report.equal(name + " verifies", true, curve.verify(Hash32.of(digest), signature, curve.publicKey(key)));
        report.equal(
                name + " recovers", Optional.of(curve.addressOfKey(key)), curve.recover(Hash32.of(digest), signature));
    }

    private static void checkRefused(String name, JsonNode test, Secp256k1 curve, Report report) {
        byte[] signature = bytes(test, "signature");
        byte[] digest = bytes(test, "m");
        Optional<byte[]> point = curve.decompress(bytes(test, "Q"));
        boolean holds = point.isPresent() && signature.length == 64 && digest.length == Hash32.SIZE;
        if (holds) {
            EcdsaSignature split = new EcdsaSignature(
                    0,
                    new BigInteger(1, Arrays.copyOf(signature, 32)),
                    new BigInteger(1, Arrays.copyOfRange(signature, 32, 64)));
            holds = curve.verify(Hash32.of(digest), split, point.get()) && split.isLowS();
        }
        report.equal(name + " refuses: " + test.path("description").asString(""), false, holds);
    }

    private static void points(String name, JsonNode json, Secp256k1 curve, Report report) {
        JsonNode valid = json.get("valid");
        valid.path("isPoint")
                .forEach(test -> report.run(name, () -> {
                    boolean found = curve.decompress(bytes(test, "P")).isPresent();
                    report.equal(
                            name + " " + test.get("P").stringValue(),
                            test.get("expected").booleanValue(),
                            found);
                }));
        valid.path("pointFromScalar")
                .forEach(test -> report.run(name, () -> {
                    byte[] found = curve.publicKey(bytes(test, "d"));
                    report.equal(name, test.get("expected").stringValue(), hex(Secp256k1.compress(found)));
                }));
        valid.path("pointCompress")
                .forEach(test -> report.run(name, () -> {
                    byte[] point = curve.decompress(bytes(test, "P")).orElseThrow();
                    boolean compress = test.path("compress").asBoolean(true);
                    report.equal(
                            name,
                            test.get("expected").stringValue(),
                            hex(compress ? Secp256k1.compress(point) : point));
                }));
        valid.path("pointAddScalar")
                .forEach(test -> report.run(name, () -> {
                    byte[] point = curve.decompress(bytes(test, "P")).orElseThrow();
                    Optional<byte[]> sum = curve.addScalarToPublicKey(point, bytes(test, "d"));
                    report.equal(
                            name,
                            test.path("expected").asString("none"),
                            sum.map(found -> hex(Secp256k1.compress(found))).orElse("none"));
                }));
        valid.path("pointAdd").forEach(_ -> report.skipped(NOT_OFFERED));
        valid.path("pointMultiply").forEach(_ -> report.skipped(NOT_OFFERED));
        JsonNode invalid = json.path("invalid");
        invalid.path("pointFromScalar")
                .forEach(test -> report.run(
                        name, () -> report.equal(name + " refuses a key", false, curve.isValidKey(bytes(test, "d")))));
        invalid.path("pointCompress")
                .forEach(test -> report.run(
                        name,
                        () -> report.equal(
                                name + " refuses a point",
                                false,
                                curve.decompress(bytes(test, "P")).isPresent())));
        invalid.path("pointAddScalar")
                .forEach(test -> report.run(name, () -> {
                    if (test.path("description").asString("").contains("doesn't accept 0")) {
                        report.skipped("curve: BIP-32 allows a scalar of 0, which noble-curves refuses");
                        return;
                    }
                    Optional<byte[]> point = curve.decompress(bytes(test, "P"));
                    byte[] scalar = bytes(test, "d");
                    boolean found = point.isPresent()
                            && scalar.length == Hash32.SIZE
                            && curve.addScalarToPublicKey(point.get(), scalar).isPresent();
                    report.equal(
                            name + " refuses a sum: " + test.path("description").asString(""), false, found);
                }));
        invalid.path("pointAdd").forEach(_ -> report.skipped(NOT_OFFERED));
        invalid.path("pointMultiply").forEach(_ -> report.skipped(NOT_OFFERED));
    }

    /// RFC 6979: the nonce is secret, but its point's x-coordinate is the signature's r.
    private static void checkNonce(String name, JsonNode test, Secp256k1 curve, Report report) throws Exception {
        byte[] message = test.get("message").stringValue().getBytes(StandardCharsets.UTF_8);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(message);
        byte[] point = curve.publicKey(bytes(test, "k0"));
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, 33)).mod(EcdsaSignature.CURVE_ORDER);
        report.equal(name, x, curve.sign(digest, bytes(test, "d")).r());
    }

    private static byte[] bytes(JsonNode test, String member) {
        return Hex.decode("0x" + test.get(member).stringValue());
    }

    private static String hex(byte[] bytes) {
        return Hex.encode(bytes).substring(2);
    }
}
