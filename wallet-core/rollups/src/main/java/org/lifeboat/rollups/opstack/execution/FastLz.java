package org.lifeboat.rollups.opstack.execution;

import org.lifeboat.primitives.Bytes;

/// The length that FastLZ (level 1, commit 344eb40 of ariya/FastLZ) would compress bytes to. The chain
/// charges by it since Fjord (specification, fjord/exec-engine, "FastLZ implementation"), so it must be that
/// number exactly; the compressed bytes themselves are of no use and are not made.
final class FastLz {
    private static final int HASH_BITS = 13;
    private static final int HASH_MASK = (1 << HASH_BITS) - 1;
    private static final int MAX_DISTANCE = 1 << HASH_BITS;
    private static final int MAX_LITERALS = 32;
    private static final int MAX_MATCH = 262;
    private static final int SHORT_MATCH = 6;

    /// The last bytes are always literals: 12 of them, and one that a match may not start on.
    private static final int TAIL = 13;

    private final byte[] data;
    private final int[] seen = new int[1 << HASH_BITS];
    private int length;

    private FastLz(byte[] data) {
        this.data = data;
    }

    static int compressedLength(Bytes data) {
        return new FastLz(data.toArray()).run();
    }

    private int run() {
        int limit = data.length - TAIL;
        int anchor = 0;
        int at = 2;
        while (at < limit) {
            int from = 0;
            boolean found = false;
            while (!found && at < limit) {
                int three = three(at);
                int slot = slot(three);
                from = seen[slot];
                seen[slot] = at;
                found = at - from < MAX_DISTANCE && three == three(from);
                at++;
            }
            if (!found) {
                break;
            }
            at--;
            // A match on the very last place to begin at is not taken.
            if (at + 1 > limit) {
                break;
            }
            literals(at - anchor);
            int matched = matched(from + 3, at + 3, limit + 9);
            match(matched);
            at += matched;
            remember(at);
            remember(at + 1);
            at += 2;
            anchor = at;
        }
        literals(data.length - anchor);
        return length;
    }

    private int three(int at) {
        return (data[at] & 0xff) | (data[at + 1] & 0xff) << 8 | (data[at + 2] & 0xff) << 16;
    }

    private static int slot(int three) {
        // Knuth's multiplicative constant, 2^32 divided by the golden ratio.
        return (int) ((2654435769L * three & 0xffffffffL) >>> 19) & HASH_MASK;
    }

    private void remember(int at) {
        seen[slot(three(at))] = at;
    }

    /// How many bytes are equal, and the first that is not.
    private int matched(int earlier, int later, int end) {
        int most = end - later;
        for (int count = 0; count < most; count++) {
            if (data[earlier + count] != data[later + count]) {
                return count + 1;
            }
        }
        return Math.max(0, most);
    }

    private void literals(int count) {
        length += (MAX_LITERALS + 1) * (count / MAX_LITERALS);
        int rest = count % MAX_LITERALS;
        length += rest == 0 ? 0 : rest + 1;
    }

    private void match(int count) {
        int less = count - 1;
        length += 3 * (less / MAX_MATCH);
        length += less % MAX_MATCH >= SHORT_MATCH ? 3 : 2;
    }
}
