package org.lifeboat.verifier.block;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.block.BlockHeader;

/// Headers by their hash, from which a block's ancestors are found by walking from parent to parent. Whatever
/// is no header is not among them.
public final class Ancestors {
    private final Map<Hash32, BlockHeader> headers = new HashMap<>();

    /// @param encoded RLP of headers, in any order
    public Ancestors(Collection<Bytes> encoded) {
        for (Bytes header : encoded) {
            if (BlockHeader.fromRlp(header) instanceof Answer.Proven<BlockHeader>(BlockHeader read)) {
                headers.put(Keccak256.hash(header), read);
            }
        }
    }

    public Optional<BlockHeader> find(Hash32 hash) {
        return Optional.ofNullable(headers.get(hash));
    }

    /// The hash of the ancestor of `block` with that number; empty where a header on the way is missing.
    public Optional<Hash32> hash(BlockHeader block, long number) {
        Hash32 hash = block.parentHash();
        long at = block.number() - 1;
        while (at > number) {
            @Nullable BlockHeader header = headers.get(hash);
            if (header == null) {
                return Optional.empty();
            }
            hash = header.parentHash();
            at--;
        }
        return at == number ? Optional.of(hash) : Optional.empty();
    }
}
