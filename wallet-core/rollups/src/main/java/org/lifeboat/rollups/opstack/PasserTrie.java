package org.lifeboat.rollups.opstack;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.rlp.RlpWriter;
import org.lifeboat.primitives.trie.TrieBuilder;

/// The storage of the message passer, built again from what it ever wrote: when no server gives proofs any more,
/// a list of all withdrawals from anybody is enough. Nobody has to be believed: a list that is too short, too
/// long or invented has another root.
final class PasserTrie {
    private PasserTrie() {}

    /// @param root that the storage must have, from an L2 header or from L1
    /// @param others what else stands there, by slot: a proxy's implementation and owner, and the count of
    /// withdrawals; a claim too
    /// @return the nodes that prove `wanted`; unknown where the list does not have that root. On a chain that is
    /// older than Bedrock, such as OP Mainnet, the storage also holds withdrawals that were moved there and are in
    /// no event.
    static Answer<List<Bytes>> proof(
            Hash32 root, Hash32 wanted, Collection<Hash32> withdrawals, Map<Hash32, BigInteger> others) {
        TrieBuilder trie = TrieBuilder.secure();
        withdrawals.forEach(hash -> put(trie, Layout.sentMessage(hash), BigInteger.ONE));
        others.forEach((slot, value) -> put(trie, slot, value));
        if (!trie.root().equals(root)) {
            return new Answer.Unknown<>(
                    Answer.Cause.MISSING,
                    "these " + withdrawals.size() + " withdrawals are not all that the chain had at that block");
        }
        Hash32 slot = Layout.sentMessage(wanted);
        return withdrawals.contains(wanted)
                ? new Answer.Proven<>(PortalProof.of(slot, trie.proof(Bytes.of(slot.toArray()))))
                : new Answer.Unknown<>(Answer.Cause.MISSING, "the withdrawal is not among them");
    }

    private static void put(TrieBuilder trie, Hash32 slot, BigInteger value) {
        if (value.signum() != 0) {
            trie.put(Bytes.of(slot.toArray()), new RlpWriter().integer(value).toBytes());
        }
    }
}
