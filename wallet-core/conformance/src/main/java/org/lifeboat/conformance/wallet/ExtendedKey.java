package org.lifeboat.conformance.wallet;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.digests.RIPEMD160Digest;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.hd.DerivationPath;
import org.lifeboat.vault.hd.HdKey;

/// A node of a key tree in the text form of BIP-32 ("Serialization format"), which only vectors need.
record ExtendedKey(HdKey node, HdKey parent, DerivationPath path) {
    private static final int PUBLIC = 0x0488B21E;
    private static final int PRIVATE = 0x0488ADE4;
    private static final String DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    static ExtendedKey of(Secret seed, DerivationPath path, Secp256k1 curve) {
        HdKey root = HdKey.master(seed, curve).orElseThrow();
        List<DerivationPath.Step> steps = path.steps();
        DerivationPath above = new DerivationPath(steps.isEmpty() ? steps : steps.subList(0, steps.size() - 1));
        return new ExtendedKey(
                root.derive(path).orElseThrow(), root.derive(above).orElseThrow(), path);
    }

    String xprv() {
        byte[] key = node.privateKey().with(bytes -> {
            byte[] padded = new byte[33];
            System.arraycopy(bytes, 0, padded, 1, 32);
            return padded;
        });
        return serialize(PRIVATE, key);
    }

    String xpub() {
        return serialize(PUBLIC, node.compressedPublicKey());
    }

    byte[] parentFingerprint() {
        return path.steps().isEmpty() ? new byte[4] : fingerprint(parent);
    }

    static byte[] fingerprint(HdKey key) {
        byte[] sha = sha256(key.compressedPublicKey());
        RIPEMD160Digest digest = new RIPEMD160Digest();
        digest.update(sha, 0, sha.length);
        byte[] hash = new byte[20];
        digest.doFinal(hash, 0);
        return Arrays.copyOf(hash, 4);
    }

    private String serialize(int version, byte[] key) {
        ByteBuffer out = ByteBuffer.allocate(78);
        out.putInt(version).put((byte) path.steps().size()).put(parentFingerprint());
        out.putInt(path.steps().isEmpty() ? 0 : serialized(path.steps().getLast()));
        out.put(node.chainCode().with(byte[]::clone)).put(key);
        byte[] checksum = sha256(sha256(out.array()));
        return base58(
                ByteBuffer.allocate(82).put(out.array()).put(checksum, 0, 4).array());
    }

    private static int serialized(DerivationPath.Step step) {
        return step.hardened() ? step.index() | 0x8000_0000 : step.index();
    }

    private static String base58(byte[] bytes) {
        BigInteger value = new BigInteger(1, bytes);
        BigInteger base = BigInteger.valueOf(58);
        StringBuilder text = new StringBuilder();
        while (value.signum() > 0) {
            BigInteger[] parts = value.divideAndRemainder(base);
            text.append(DIGITS.charAt(parts[1].intValue()));
            value = parts[0];
        }
        return text.reverse().toString();
    }

    private static byte[] sha256(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
