package org.lifeboat.evm.state;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.lifeboat.evm.word.Words;

/// The slots of one account in one flat array, with an open-addressing index over it. An entry keeps its
/// place, so that the journal may name it by number.
///
/// Entry: key, current value, original value (at the start of the transaction), then the number of the
/// transaction that warmed it, the number of the transaction that the original belongs to, whether it was
/// ever written, and whether it was read (before, both values are nothing).
final class Slots {
    static final int KEY = 0;
    static final int CURRENT = 4;
    static final int ORIGINAL = 8;
    static final int WARM_IN = 12;
    static final int ORIGINAL_OF = 13;
    static final int WRITTEN = 14;
    static final int READ = 15;
    static final int STRIDE = 16;

    /// No entry.
    static final int NONE = -1;

    // Secret multipliers: nobody can choose keys that fall on one another.
    private static final long[] SALT = new SplittableRandom().longs(4).toArray();

    long[] data = new long[4 * STRIDE];
    private int[] index = new int[8];
    private int count;

    /// @return where the entry with the key at `k` begins, or [#NONE]
    int find(long[] s, int k) {
        int mask = index.length - 1;
        for (int i = hash(s, k) & mask; ; i = (i + 1) & mask) {
            int entry = index[i];
            if (entry == 0) {
                return NONE;
            }
            int at = (entry - 1) * STRIDE;
            if (Words.equal(data, at, s, k)) {
                return at;
            }
        }
    }

    /// Adds an entry for a key that is not there. Values are zero.
    int add(long[] s, int k) {
        if ((count + 1) * STRIDE > data.length) {
            data = Arrays.copyOf(data, data.length * 2);
        }
        if ((count + 1) * 2 > index.length) {
            grow();
        }
        int at = count * STRIDE;
        Words.copy(s, k, data, at + KEY);
        count++;
        link(count);
        return at;
    }

    int size() {
        return count;
    }

    private void grow() {
        index = new int[index.length * 2];
        for (int entry = 1; entry <= count; entry++) {
            link(entry);
        }
    }

    private void link(int entry) {
        int mask = index.length - 1;
        int i = hash(data, (entry - 1) * STRIDE) & mask;
        while (index[i] != 0) {
            i = (i + 1) & mask;
        }
        index[i] = entry;
    }

    private static int hash(long[] s, int k) {
        long h = (s[k] ^ SALT[0]) * 0x9E3779B97F4A7C15L;
        h = (h ^ (h >>> 32) ^ s[k + 1] ^ SALT[1]) * 0xC2B2AE3D27D4EB4FL;
        h = (h ^ (h >>> 29) ^ s[k + 2] ^ SALT[2]) * 0x165667B19E3779F9L;
        h = (h ^ (h >>> 32) ^ s[k + 3] ^ SALT[3]) * 0x9E3779B97F4A7C15L;
        return (int) (h >>> 32);
    }
}
