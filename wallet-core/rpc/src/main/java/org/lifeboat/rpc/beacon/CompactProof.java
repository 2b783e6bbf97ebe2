package org.lifeboat.rpc.beacon;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.lifeboat.engine.source.Reply.Failure;
import org.lifeboat.engine.sync.Branch;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.rpc.transport.SourceFault;
import org.lifeboat.rpc.wire.Json;
import tools.jackson.databind.JsonNode;

/// Proofs of one node of a tree as Lodestar writes them: a descriptor, and leaves from left to right.
///
/// The descriptor walks through the tree with the left child first: a bit 0 for a node whose children follow, a bit
/// 1 for one that is given. Source: ChainSafe/ssz, packages/persistent-merkle-tree, compact multiproofs.
final class CompactProof {
    private CompactProof() {}

    /// What asks for the node at `index` alone.
    /// @param index a generalized index above 1
    static Bytes descriptor(long index) {
        StringBuilder bits = new StringBuilder();
        int lefts = 0;
        for (int level = depth(index) - 1; level >= 0; level--) {
            boolean right = (index >> level & 1) == 1;
            bits.append(right ? "01" : "0");
            lefts += right ? 0 : 1;
        }
        bits.append("1".repeat(lefts + 1));
        byte[] bytes = new byte[(bits.length() + 7) / 8];
        for (int i = 0; i < bits.length(); i++) {
            if (bits.charAt(i) == '1') {
                bytes[i / 8] |= (byte) (0x80 >> i % 8);
            }
        }
        return Bytes.of(bytes);
    }

    /// @throws SourceFault if the answer is no proof of that node
    static Branch read(byte[] body, long index) throws SourceFault {
        JsonNode data = Json.read(body).path("data");
        if (!data.path("descriptor").asString("").equals(descriptor(index).toHex())) {
            throw malformed("the proof is of something else than was asked for");
        }
        List<Hash32> leaves = new ArrayList<>();
        for (JsonNode leaf : data.path("leaves")) {
            leaves.add(hash(leaf));
        }
        if (leaves.size() != depth(index) + 1) {
            throw malformed("the proof has another number of leaves than its descriptor");
        }
        return branch(leaves, index);
    }

    /// To the left of the node stand the siblings of its turns to the right, the uppermost first; to its right
    /// those of its turns to the left, the lowest first.
    private static Branch branch(List<Hash32> leaves, long index) {
        int before = Long.bitCount(index) - 1;
        Deque<Hash32> left = new ArrayDeque<>(leaves.subList(0, before));
        Deque<Hash32> right = new ArrayDeque<>(leaves.subList(before + 1, leaves.size()));
        List<Hash32> siblings = new ArrayList<>();
        for (long at = index; at > 1; at >>= 1) {
            siblings.add((at & 1) == 1 ? left.removeLast() : right.removeFirst());
        }
        return new Branch(leaves.get(before), siblings);
    }

    private static int depth(long index) {
        return 63 - Long.numberOfLeadingZeros(index);
    }

    private static Hash32 hash(JsonNode node) throws SourceFault {
        try {
            return Hash32.fromHex(node.asString(""));
        } catch (IllegalArgumentException e) {
            throw malformed("a leaf of the proof is no hash");
        }
    }

    private static SourceFault malformed(String why) {
        return new SourceFault(Failure.MALFORMED, why);
    }
}
