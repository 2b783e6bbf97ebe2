package org.lifeboat.evm.state;

import org.lifeboat.evm.code.Code;
import org.lifeboat.evm.word.Words;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;

/// One account during a run. Read freely; every change goes through [WorldState], which can undo it.
public final class Account {
    /// The address as the three limbs it has in a word.
    public final long low;

    public final long middle;
    public final long high;

    final Address address;
    boolean exists;
    long nonce;
    final long[] balance = new long[Words.LIMBS];
    Code code = Code.EMPTY;
    /// The hash of the code in the state below.
    Hash32 hashOnDisk = Code.EMPTY_HASH;
    /// The code is still to be read from the state below.
    boolean codeOnDisk;
    /// The trie below may hold slots that are not in `slots`.
    boolean storageOnDisk;
    /// The trie below was dropped by a deletion during the run.
    boolean storageDropped;
    /// Anything about it was written: it belongs into the changes.
    boolean changed;
    /// The code was set during the run.
    boolean codeChanged;

    Slots slots = new Slots();
    Slots transientSlots = NO_SLOTS;

    /// Numbers of the transactions in which it was warmed, created, marked for destruction, touched.
    long warmIn;

    long createdIn;
    long destroyedIn;
    long touchedIn;

    static final Slots NO_SLOTS = new Slots();

    Account(Address address, long low, long middle, long high) {
        this.address = address;
        this.low = low;
        this.middle = middle;
        this.high = high;
    }

    /// Stands where there is no account yet; belongs to no state.
    public static Account nobody() {
        return new Account(Address.ZERO, 0, 0, 0);
    }

    public Address address() {
        return address;
    }

    public boolean exists() {
        return exists;
    }

    /// Unsigned.
    public long nonce() {
        return nonce;
    }

    /// The word that holds the balance in wei, from index 0. Shared: never write to it.
    public long[] balance() {
        return balance;
    }

    public Hash32 codeHash() {
        return codeOnDisk ? hashOnDisk : code.hash();
    }

    /// Empty in the sense of EIP-161: no nonce, no balance, no code.
    public boolean isEmpty() {
        return nonce == 0 && Words.isZero(balance, 0) && !codeOnDisk && code.size() == 0;
    }

    /// EIP-161: `dead`.
    public boolean isDead() {
        return !exists || isEmpty();
    }

    /// The address into the word at `w`.
    public void put(long[] s, int w) {
        s[w] = low;
        s[w + 1] = middle;
        s[w + 2] = high;
        s[w + 3] = 0;
    }
}
