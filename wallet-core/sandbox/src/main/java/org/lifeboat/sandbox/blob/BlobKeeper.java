package org.lifeboat.sandbox.blob;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

/// Every blob that was sent to the L1. Thread-safe.
public final class BlobKeeper {
    private final Map<Hash32, PlayBlob> blobs = new HashMap<>();
    private final Map<Bytes, Hash32> hashes = new HashMap<>();

    public synchronized void keep(PlayBlob blob) {
        blobs.put(blob.versionedHash(), blob);
        hashes.put(blob.content(), blob.versionedHash());
    }

    /// @return empty where one of them was never sent
    public synchronized Optional<List<PlayBlob>> find(List<Hash32> versionedHashes) {
        List<PlayBlob> found = new ArrayList<>();
        versionedHashes.forEach(hash -> Optional.ofNullable(blobs.get(hash)).ifPresent(found::add));
        return found.size() == versionedHashes.size() ? Optional.of(found) : Optional.empty();
    }

    /// What a blob commits to, which was computed when it was made.
    /// @return empty for bytes that were never sent as a blob
    public synchronized Optional<byte[]> versionedHash(byte[] content) {
        return Optional.ofNullable(hashes.get(Bytes.of(content))).map(Hash32::toArray);
    }
}
