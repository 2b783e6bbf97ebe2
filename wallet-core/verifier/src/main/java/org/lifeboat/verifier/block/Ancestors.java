package org.lifeboat.verifier.block;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.block.BlockHeader;

/// Headers by their hash, from which a block's ancestors are found by walking from parent to parent. An
/// ancestor's hash is told only where its own header is here as well, though its child's names it: that is how
/// a witness is counted as complete (EIP-8025).
public final class Ancestors {
    private final Map<Hash32, BlockHeader> headers;

    /// @param headers each under its own hash
    public Ancestors(Map<Hash32, BlockHeader> headers) {
        this.headers = Map.copyOf(headers);
    }

    /// @param encoded RLP of headers, in any order; whatever is no header is not among them
    public static Ancestors of(Collection<Bytes> encoded) {
        Map<Hash32, BlockHeader> headers = new HashMap<>();
        for (Bytes header : encoded) {
            if (BlockHeader.fromRlp(header) instanceof Answer.Proven<BlockHeader>(BlockHeader read)) {
                headers.put(Keccak256.hash(header), read);
            }
        }
        return new Ancestors(headers);
    }

    public Optional<BlockHeader> find(Hash32 hash) {
        return Optional.ofNullable(headers.get(hash));
    }

    /// The hash of the ancestor of `block` with that number; empty where a header on the way, or its own, is
    /// missing.
    public Optional<Hash32> hash(BlockHeader block, long number) {
        Hash32 hash = block.parentHash();
        Optional<BlockHeader> header = find(hash);
        for (long at = block.number() - 1; at > number && header.isPresent(); at--) {
            hash = header.get().parentHash();
            header = find(hash);
        }
        return header.isPresent() && number < block.number() ? Optional.of(hash) : Optional.empty();
    }
}
