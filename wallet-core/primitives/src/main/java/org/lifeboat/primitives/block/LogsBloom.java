package org.lifeboat.primitives.block;

import java.util.List;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;

/// The filter that a receipt and a header carry over their logs (Yellow Paper, section 4.4.1, `M`): three of
/// 2048 bits for each contract and each topic.
public final class LogsBloom {
    private static final int BITS_EACH = 3;
    private static final int BIT_MASK = 2047;

    private LogsBloom() {}

    public static Bytes of(List<Log> logs) {
        byte[] bloom = new byte[BlockHeader.BLOOM_SIZE];
        for (Log log : logs) {
            add(bloom, log.contract().toArray());
            for (Hash32 topic : log.topics()) {
                add(bloom, topic.toArray());
            }
        }
        return Bytes.of(bloom);
    }

    /// Whether a log of a contract, or with a topic, `entry` may be among those that `bloom` was made of.
    /// Never false if one is.
    public static boolean mayHold(Bytes bloom, Bytes entry) {
        byte[] hash = Keccak256.digest(entry.toArray());
        for (int i = 0; i < BITS_EACH; i++) {
            int bit = bit(hash, i);
            if ((bloom.at(bloom.size() - 1 - bit / 8) & (1 << (bit % 8))) == 0) {
                return false;
            }
        }
        return true;
    }

    private static void add(byte[] bloom, byte[] entry) {
        byte[] hash = Keccak256.digest(entry);
        for (int i = 0; i < BITS_EACH; i++) {
            int bit = bit(hash, i);
            bloom[bloom.length - 1 - bit / 8] |= (byte) (1 << (bit % 8));
        }
    }

    private static int bit(byte[] hash, int which) {
        return ((hash[2 * which] & 0xff) << 8 | (hash[2 * which + 1] & 0xff)) & BIT_MASK;
    }
}
