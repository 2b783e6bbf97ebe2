package org.lifeboat.engine.name;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;

/// How ENS names its names to contracts. Pure.
public final class NameHash {
    /// The longest label that the wire form can carry (RFC 1035, 2.3.4, as ENSIP-10 uses it: one byte for the
    /// length).
    private static final int LONGEST_LABEL = 255;

    private NameHash() {}

    /// The node of a name (ERC-137, "namehash algorithm").
    /// @param name normalised
    public static Hash32 of(String name) {
        Hash32 node = Hash32.ZERO;
        List<String> labels = name.isEmpty() ? List.of() : List.of(name.split("\\.", -1));
        for (String label : labels.reversed()) {
            Hash32 hash = Keccak256.hash(Bytes.of(label.getBytes(StandardCharsets.UTF_8)));
            node = Keccak256.hash(Bytes.of(node.toArray()).plus(Bytes.of(hash.toArray())));
        }
        return node;
    }

    /// The wire form that wildcard resolvers take (ENSIP-10, "Specification"): each label behind its length, and
    /// an empty one at the end.
    /// @throws IllegalArgumentException if a label has more than 255 bytes
    static Bytes wire(String name) {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        for (String label : name.split("\\.", -1)) {
            byte[] bytes = label.getBytes(StandardCharsets.UTF_8);
            if (bytes.length > LONGEST_LABEL) {
                throw new IllegalArgumentException("a label of more than " + LONGEST_LABEL + " bytes");
            }
            wire.write(bytes.length);
            wire.writeBytes(bytes);
        }
        wire.write(0);
        return Bytes.of(wire.toByteArray());
    }
}
