package org.lifeboat.crypto;

import java.util.Optional;

/// The arithmetic of secp256k1 on raw bytes. Two implementations, which tests hold against each other.
///
/// Digests, keys and tweaks have 32 bytes, public keys 65 (uncompressed, `0x04 || x || y`), signatures 64 (`r
/// || s`); [Secp256k1] checks the lengths before it calls. What is not in range ends in an empty answer,
/// never in an exception.
interface Secp256k1Backend {
    /// For the status page: `libsecp256k1` or `Bouncy Castle`.
    String name();

    /// Whether `key` is from 1 to the order of the curve less one.
    boolean isValidKey(byte[] key);

    /// @param key valid
    byte[] publicKey(byte[] key);

    /// Deterministic (RFC 6979 with SHA-256), low s.
    /// @param key valid
    byte[] sign(byte[] digest, byte[] key);

    /// @param publicKey on the curve
    /// @return whether the signature holds; high s is accepted, as `ecrecover` does
    boolean verify(byte[] digest, byte[] signature, byte[] publicKey);

    /// @return the public key that made the signature; empty if there is none
    Optional<byte[]> recover(byte[] digest, byte[] signature, int yParity);

    /// @param encoded 33 or 65 bytes
    /// @return the same point in 65 bytes; empty if it is none
    Optional<byte[]> decompress(byte[] encoded);

    /// @return `key + scalar` modulo the order; empty if the sum is zero or `scalar` is not below the order
    Optional<byte[]> addScalar(byte[] key, byte[] scalar);

    /// @param publicKey on the curve
    /// @return `publicKey + scalar * G`; empty if that is infinity or `scalar` is not below the order
    Optional<byte[]> addScalarToPublicKey(byte[] publicKey, byte[] scalar);
}
