package org.lifeboat.primitives.block;

import java.math.BigInteger;
import java.util.Map;
import java.util.Set;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;

/// What Arbitrum nodes add to a block object: copies of what Nitro keeps in two header fields.
///
/// `extraData` (32 bytes) is the send root; `mixHash` begins with the send count and the L1 block number, eight
/// bytes each. Only so in a header with difficulty 1 and a base fee. Source: OffchainLabs/go-ethereum,
/// `core/types/arb_types.go`, `DeserializeHeaderExtraInformation`.
final class ArbitrumMembers {
    static final Set<String> NAMES = Set.of("sendRoot", "sendCount", "l1BlockNumber");

    private final Map<String, String> members;

    ArbitrumMembers(Map<String, String> members) {
        this.members = members;
    }

    static boolean applyTo(BlockHeader header) {
        return header.extraData().size() == 32
                && header.difficulty().equals(BigInteger.ONE)
                && header.baseFeePerGas().isPresent()
                && header.withdrawalsRoot().isEmpty();
    }

    /// @param header whose hash was found right
    Answer<BlockHeader> check(BlockHeader header) {
        if (!applyTo(header)) {
            return new Answer.Proven<>(header);
        }
        byte[] counters = header.mixHash().toArray();
        boolean agrees = repeats("sendRoot", header.extraData().toArray(), 0, 32)
                && repeats("sendCount", counters, 0, 8)
                && repeats("l1BlockNumber", counters, 8, 16);
        return agrees
                ? new Answer.Proven<>(header)
                : new Answer.Refuted<>("sendRoot, sendCount or l1BlockNumber differ from the header's own");
    }

    /// Whether the member is absent or says the same number as the bytes.
    private boolean repeats(String name, byte[] field, int from, int to) {
        String text = members.get(name);
        if (text == null) {
            return true;
        }
        BigInteger own = new BigInteger(1, Bytes.copyOf(field, from, to).toArray());
        return text.matches("0x[0-9a-fA-F]{1,64}") && own.equals(HeaderMembers.quantity(text));
    }
}
