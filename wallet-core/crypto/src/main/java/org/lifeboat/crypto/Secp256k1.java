package org.lifeboat.crypto;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.tx.EcdsaSignature;

/// Keys and signatures on secp256k1 (SEC 2, section 2.4.1), as Ethereum uses them.
///
/// Key arrays are lent: read during the call, never kept, never changed. Keys, digests and scalars have 32
/// bytes, public keys 65 (`0x04 || x || y`); another length is a bug of the caller and throws
/// `IllegalArgumentException`. Safe for many threads.
public final class Secp256k1 {
    public static final int KEY_SIZE = 32;
    public static final int PUBLIC_KEY_SIZE = 65;
    public static final int COMPRESSED_SIZE = 33;

    private final Secp256k1Backend backend;

    private Secp256k1(Secp256k1Backend backend) {
        this.backend = backend;
    }

    /// The native library where it loads, else Bouncy Castle, of which nothing is loaded then: checking the
    /// signature of its archive takes longer than all the rest.
    public static Secp256k1 preferred() {
        Optional<Secp256k1Backend> library = NativeSecp256k1.load();
        if (library.isPresent()) {
            return new Secp256k1(library.get());
        }
        return new Secp256k1(new BouncyCastleSecp256k1());
    }

    /// Every implementation that works on this computer, the preferred first; for checking one against the
    /// other.
    public static List<Secp256k1> all() {
        List<Secp256k1> javaOnly = List.of(new Secp256k1(new BouncyCastleSecp256k1()));
        return NativeSecp256k1.load()
                .map(library -> List.of(new Secp256k1(library), javaOnly.getFirst()))
                .orElse(javaOnly);
    }

    /// The name of the library underneath, for people.
    public String implementation() {
        return backend.name();
    }

    /// Whether `key` is from 1 to the order of the curve less one.
    public boolean isValidKey(byte[] key) {
        return key.length == KEY_SIZE && backend.isValidKey(key);
    }

    /// @throws IllegalArgumentException if the key is not valid
    public byte[] publicKey(byte[] key) {
        requireValid(key);
        return backend.publicKey(key);
    }

    /// Signs deterministically (RFC 6979 with SHA-256), with low s (EIP-2).
    /// @throws IllegalArgumentException if the key is not valid
    public EcdsaSignature sign(byte[] digest, byte[] key) {
        requireSize(digest, Hash32.SIZE);
        requireValid(key);
        byte[] signature = backend.sign(digest, key);
        byte[] signer = backend.publicKey(key);
        for (int yParity = 0; yParity <= 1; yParity++) {
            Optional<byte[]> found = backend.recover(digest, signature, yParity);
            if (found.isPresent() && Arrays.equals(found.get(), signer)) {
                return new EcdsaSignature(
                        yParity,
                        Hash32.of(Arrays.copyOf(signature, Hash32.SIZE)).toNumber(),
                        Hash32.of(Arrays.copyOfRange(signature, Hash32.SIZE, 2 * Hash32.SIZE))
                                .toNumber());
            }
        }
        // A fault in the arithmetic: such a signature must not leave this computer.
        throw new IllegalStateException("a fresh signature does not recover to its key");
    }

    /// @param publicKey 65 bytes, on the curve
    public boolean verify(Hash32 digest, EcdsaSignature signature, byte[] publicKey) {
        requireSize(publicKey, PUBLIC_KEY_SIZE);
        return backend.decompress(publicKey).isPresent()
                && backend.verify(digest.toArray(), compact(signature), publicKey);
    }

    /// The account that signed `digest`; empty if no key can have made this signature. Accepts high s: chains
    /// refuse that in transactions ([EcdsaSignature#isLowS]), the precompile `ecrecover` does not.
    public Optional<Address> recover(Hash32 digest, EcdsaSignature signature) {
        return recoverPublicKey(digest, signature).map(Secp256k1::addressOf);
    }

    /// As [#recover], but the public key itself.
    public Optional<byte[]> recoverPublicKey(Hash32 digest, EcdsaSignature signature) {
        return backend.recover(digest.toArray(), compact(signature), signature.yParity());
    }

    /// The last twenty bytes of the Keccak-256 of x and y (Yellow Paper, appendix F).
    /// @param publicKey 65 bytes
    public static Address addressOf(byte[] publicKey) {
        requireSize(publicKey, PUBLIC_KEY_SIZE);
        byte[] hash = Keccak256.digest(publicKey, 1, PUBLIC_KEY_SIZE - 1);
        return Address.of(Arrays.copyOfRange(hash, Hash32.SIZE - Address.SIZE, Hash32.SIZE));
    }

    /// The address of a private key.
    public Address addressOfKey(byte[] key) {
        return addressOf(publicKey(key));
    }

    /// `0x02` or `0x03` and x.
    /// @param publicKey 65 bytes
    public static byte[] compress(byte[] publicKey) {
        requireSize(publicKey, PUBLIC_KEY_SIZE);
        byte[] compressed = Arrays.copyOf(publicKey, COMPRESSED_SIZE);
        compressed[0] = (byte) (2 + (publicKey[PUBLIC_KEY_SIZE - 1] & 1));
        return compressed;
    }

    /// @param encoded a stranger's: 33 bytes that begin with 2 or 3, or 65 that begin with 4
    /// @return 65 bytes; empty if `encoded` is no point of the curve in one of these two forms
    public Optional<byte[]> decompress(byte[] encoded) {
        boolean compressed = encoded.length == COMPRESSED_SIZE && (encoded[0] == 2 || encoded[0] == 3);
        boolean whole = encoded.length == PUBLIC_KEY_SIZE && encoded[0] == 4;
        return compressed || whole ? backend.decompress(encoded) : Optional.empty();
    }

    /// The child key of BIP-32: `key + scalar` modulo the order, in a new array that the caller must wipe.
    /// @return empty if BIP-32 says to take the next index: `scalar` not below the order, or a sum of zero
    public Optional<byte[]> addScalar(byte[] key, byte[] scalar) {
        requireValid(key);
        requireSize(scalar, KEY_SIZE);
        return backend.addScalar(key, scalar);
    }

    /// The child public key of BIP-32, without a private key.
    /// @param publicKey 65 bytes, on the curve
    public Optional<byte[]> addScalarToPublicKey(byte[] publicKey, byte[] scalar) {
        requireSize(publicKey, PUBLIC_KEY_SIZE);
        requireSize(scalar, KEY_SIZE);
        return backend.addScalarToPublicKey(publicKey, scalar);
    }

    private void requireValid(byte[] key) {
        if (!isValidKey(key)) {
            throw new IllegalArgumentException("not a private key");
        }
    }

    private static void requireSize(byte[] value, int size) {
        if (value.length != size) {
            throw new IllegalArgumentException(value.length + " bytes where " + size + " are needed");
        }
    }

    private static byte[] compact(EcdsaSignature signature) {
        byte[] compact = Arrays.copyOf(Hash32.ofNumber(signature.r()).toArray(), 2 * Hash32.SIZE);
        System.arraycopy(Hash32.ofNumber(signature.s()).toArray(), 0, compact, Hash32.SIZE, Hash32.SIZE);
        return compact;
    }
}
