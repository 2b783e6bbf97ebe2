package org.lifeboat.verifier.trie;

import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

/// A node that was needed and is not known.
/// @param hash its Keccak-256, as its parent (or whoever named the root) has it
/// @param path the nibbles that lead to it from the root of its trie, one a byte
/// @param unreadable there are bytes with that hash, but they are no node of a Merkle-Patricia trie
public record MissingNode(Hash32 hash, Bytes path, boolean unreadable) {
    /// The path as hexadecimal digits, one a nibble.
    public String pathDigits() {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < path.size(); i++) {
            digits.append(Character.forDigit(path.at(i), 16));
        }
        return digits.toString();
    }

    @Override
    public String toString() {
        return (unreadable ? "unreadable node " : "node ") + hash + " at path \"" + pathDigits() + "\"";
    }
}
