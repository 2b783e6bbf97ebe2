package org.lifeboat.vault.hd;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Address;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.kdf.Pbkdf2;

/// A private key with its chain code: one node of the tree that grows from a seed. Spec: BIP-32.
/// Closed by whoever made it.
public final class HdKey implements AutoCloseable {
    /// BIP-32, "Master key generation": the key of the first HMAC.
    private static final byte[] MASTER = "Bitcoin seed".getBytes(StandardCharsets.US_ASCII);

    private static final int HALF = 32;

    private final Secp256k1 curve;
    private final Secret key;
    private final Secret chainCode;

    private HdKey(Secp256k1 curve, Secret key, Secret chainCode) {
        this.curve = curve;
        this.key = key;
        this.chainCode = chainCode;
    }

    /// @param seed 16 to 64 bytes; not kept
    /// @return empty for the one seed in 2^127 that gives no key
    public static Optional<HdKey> master(Secret seed, Secp256k1 curve) {
        try (Secret both = seed.with(bytes -> Pbkdf2.hmacSha512(MASTER, bytes))) {
            return both.with(bytes -> {
                byte[] left = Arrays.copyOf(bytes, HALF);
                boolean valid = curve.isValidKey(left);
                HdKey master = new HdKey(curve, Secret.take(left), rightHalf(bytes));
                if (!valid) {
                    master.close();
                    return Optional.empty();
                }
                return Optional.of(master);
            });
        }
    }

    /// Private derivation of one child.
    /// @return empty for the one index in 2^127 that has no key; BIP-32 says to go on with the next
    public Optional<HdKey> child(DerivationPath.Step step) {
        byte[] message = step.hardened() ? hardenedMessage() : Arrays.copyOf(compressedPublicKey(), HALF + 5);
        int index = step.serialized();
        for (int i = 0; i < 4; i++) {
            message[HALF + 1 + i] = (byte) (index >> (24 - 8 * i));
        }
        try (Secret both = chainCode.with(code -> Pbkdf2.hmacSha512(code, message))) {
            return both.with(bytes -> {
                byte[] left = Arrays.copyOf(bytes, HALF);
                Optional<byte[]> sum = key.with(parent -> curve.addScalar(parent, left));
                Arrays.fill(left, (byte) 0);
                return sum.map(child -> new HdKey(curve, Secret.take(child), rightHalf(bytes)));
            });
        } finally {
            Arrays.fill(message, (byte) 0);
        }
    }

    /// All steps of `path` from here. The nodes between are wiped.
    public Optional<HdKey> derive(DerivationPath path) {
        Optional<HdKey> at = Optional.of(new HdKey(curve, key.copy(), chainCode.copy()));
        for (DerivationPath.Step step : path.steps()) {
            if (at.isEmpty()) {
                break;
            }
            try (HdKey parent = at.get()) {
                at = parent.child(step);
            }
        }
        return at;
    }

    private byte[] hardenedMessage() {
        return key.with(bytes -> {
            byte[] message = new byte[HALF + 5];
            System.arraycopy(bytes, 0, message, 1, HALF);
            return message;
        });
    }

    private static Secret rightHalf(byte[] both) {
        return Secret.take(Arrays.copyOfRange(both, HALF, 2 * HALF));
    }

    /// The private key, 32 bytes, in a secret of its own.
    public Secret privateKey() {
        return key.copy();
    }

    /// 32 bytes, in a secret of its own.
    public Secret chainCode() {
        return chainCode.copy();
    }

    /// 33 bytes: what BIP-32 hashes and serialises.
    public byte[] compressedPublicKey() {
        return Secp256k1.compress(key.with(curve::publicKey));
    }

    public Address address() {
        return Secp256k1.addressOf(key.with(curve::publicKey));
    }

    @Override
    public void close() {
        key.close();
        chainCode.close();
    }

    @Override
    public String toString() {
        return "HdKey";
    }
}
