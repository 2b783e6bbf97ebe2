package org.lifeboat.rollups.opstack.derivation;

import java.util.Optional;

/// Says what a blob commits to; `KzgSetup::versionedHash` does.
@FunctionalInterface
public interface BlobHashing {
    /// @param blob 131,072 bytes
    /// @return the hash that stands in the blob's transaction (EIP-4844); empty where these bytes are no blob
    Optional<byte[]> versionedHash(byte[] blob);
}
