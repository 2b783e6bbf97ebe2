package org.lifeboat.primitives.trie;

import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

/// Checks that a key has a value, or none, in the trie with a given root.
///
/// What each outcome means:
/// - proven, with a value: the key has it; proven, empty: the key is not in the trie.
/// - refuted: a node does not have the hash that its parent (or the root) names, or nodes are left over that
/// the path
///   does not touch. Left-over nodes are no part of any proof: whoever sends them answers another question.
/// - unknown, missing: every node fits, but the path goes on below the last one.
/// - unknown, update needed: a node has the right hash and is no Merkle-Patricia node; the root belongs to a
/// tree of
///   another kind.
///
/// A node of less than 32 bytes stands inside its parent. Servers leave it out of the list; tools made for the
/// contract library of the OP Stack repeat it as an element of its own. Both are accepted, the repetition only
/// byte for byte.
public final class TrieProof {
    /// The root of a trie without entries: the Keccak-256 of the empty string's RLP (Yellow Paper, appendix D).
    public static final Hash32 EMPTY_ROOT =
            Hash32.fromHex("0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421");

    private TrieProof() {}

    /// @param key as it is in the trie: already hashed where the trie hashes its keys
    /// @param nodes from the root down; none at all prove that the empty trie lacks the key
    public static Answer<Optional<Bytes>> check(Hash32 root, byte[] key, List<Bytes> nodes) {
        if (nodes.isEmpty() && root.equals(EMPTY_ROOT)) {
            return new Answer.Proven<>(Optional.empty());
        }
        return new ProofWalk(key, nodes).from(root);
    }
}
