package org.lifeboat.evm.state;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /// Where the account is still to be read from: nothing below is known before. Null once it was.
    @Nullable
    private StateReader unread;

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

    /// @param unread what it is read from as soon as something of it is asked for; null: it is as it stands here
    Account(Address address, long low, long middle, long high, @Nullable StateReader unread) {
        this.address = address;
        this.low = low;
        this.middle = middle;
        this.high = high;
        this.unread = unread;
    }

    /// Stands where there is no account yet; belongs to no state.
    public static Account nobody() {
        return new Account(Address.ZERO, 0, 0, 0, null);
    }

    public Address address() {
        return address;
    }

    /// Reads it, if that was not done: merely naming or warming an account asks nothing of the state, so that a
    /// witness need not hold it.
    Account read() {
        StateReader reader = unread;
        if (reader != null) {
            fill(reader.account(address));
            unread = null;
        }
        return this;
    }

    private void fill(Optional<StoredAccount> stored) {
        if (stored.isPresent()) {
            StoredAccount found = stored.get();
            exists = true;
            nonce = found.nonce();
            Words.setNumber(balance, 0, found.balance().value());
            hashOnDisk = found.codeHash();
            codeOnDisk = !found.codeHash().equals(Code.EMPTY_HASH);
            storageOnDisk = !found.storageRoot().equals(StoredAccount.EMPTY_ROOT);
        }
    }

    public boolean exists() {
        return read().exists;
    }

    /// Unsigned.
    public long nonce() {
        return read().nonce;
    }

    /// The word that holds the balance in wei, from index 0. Shared: never write to it.
    public long[] balance() {
        return read().balance;
    }

    public Hash32 codeHash() {
        return read().codeOnDisk ? hashOnDisk : code.hash();
    }

    /// Empty in the sense of EIP-161: no nonce, no balance, no code.
    public boolean isEmpty() {
        return read().nonce == 0 && Words.isZero(balance, 0) && !codeOnDisk && code.size() == 0;
    }

    /// EIP-161: `dead`.
    public boolean isDead() {
        return !exists() || isEmpty();
    }

    /// The address into the word at `w`.
    public void put(long[] s, int w) {
        s[w] = low;
        s[w + 1] = middle;
        s[w + 2] = high;
        s[w + 3] = 0;
    }
}
