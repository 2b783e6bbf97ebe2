package org.lifeboat.evm.state;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The accounts a run has met, by the three limbs of their address: open addressing, nothing boxed.
final class AccountTable {
    private static final long[] SALT = new SplittableRandom().longs(3).toArray();

    private @Nullable Account[] index = new @Nullable Account[64];
    private int count;

    @Nullable
    Account find(long low, long middle, long high) {
        int mask = index.length - 1;
        for (int i = hash(low, middle, high) & mask; ; i = (i + 1) & mask) {
            Account account = index[i];
            if (account == null || (account.low == low && account.middle == middle && account.high == high)) {
                return account;
            }
        }
    }

    void add(Account account) {
        if ((count + 1) * 2 > index.length) {
            @Nullable Account[] old = index;
            index = new @Nullable Account[old.length * 2];
            for (Account moved : old) {
                if (moved != null) {
                    link(moved);
                }
            }
        }
        link(account);
        count++;
    }

    void forEach(Consumer<Account> visitor) {
        for (Account account : Arrays.copyOf(index, index.length)) {
            if (account != null) {
                visitor.accept(account);
            }
        }
    }

    private void link(Account account) {
        int mask = index.length - 1;
        int i = hash(account.low, account.middle, account.high) & mask;
        while (index[i] != null) {
            i = (i + 1) & mask;
        }
        index[i] = account;
    }

    private static int hash(long low, long middle, long high) {
        long h = (low ^ SALT[0]) * 0x9E3779B97F4A7C15L;
        h = (h ^ (h >>> 32) ^ middle ^ SALT[1]) * 0xC2B2AE3D27D4EB4FL;
        h = (h ^ (h >>> 29) ^ high ^ SALT[2]) * 0x165667B19E3779F9L;
        return (int) (h >>> 32);
    }
}
