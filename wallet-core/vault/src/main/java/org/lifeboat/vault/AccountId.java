package org.lifeboat.vault;

/// Names an account of one vault; given once and never to another account.
/// @param value from 1
public record AccountId(int value) implements Comparable<AccountId> {
    public AccountId {
        if (value < 1) {
            throw new IllegalArgumentException("account ids start at 1");
        }
    }

    @Override
    public int compareTo(AccountId other) {
        return Integer.compare(value, other.value);
    }
}
