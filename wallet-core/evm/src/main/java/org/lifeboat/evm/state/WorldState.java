package org.lifeboat.evm.state;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.lifeboat.evm.code.Code;
import org.lifeboat.evm.code.CodeCache;
import org.lifeboat.evm.word.WordMath;
import org.lifeboat.evm.word.Words;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;

/// The state below and everything that a run of one or more transactions changed above it. One thread.
///
/// Words are named by an array and an index into it; see [Words].
public final class WorldState {
    private final StateReader reader;
    private final CodeCache cache;
    private final AccountTable accounts = new AccountTable();
    private final Journal journal = new Journal();
    private final List<Log> logs = new ArrayList<>();
    private final List<Account> touched = new ArrayList<>();
    private final List<Account> destroyed = new ArrayList<>();
    private final long[] scratch = new long[2 * Words.LIMBS];

    /// The number of the transaction, from 1; marks what is forgotten when the next begins.
    private long transaction = 1;

    private long refund;

    public WorldState(StateReader reader, CodeCache cache) {
        this.reader = reader;
        this.cache = cache;
    }

    // ---- transactions and snapshots

    /// Forgets warm addresses, original values, transient storage, logs and refunds of the transaction before.
    public void beginTransaction() {
        transaction++;
        journal.clear();
        logs.clear();
        touched.clear();
        destroyed.clear();
        refund = 0;
    }

    /// Carries out destructions, and, where `clearing` (EIP-161), removes touched accounts that are empty.
    public void finishTransaction(boolean clearing) {
        for (Account account : destroyed) {
            if (account.destroyedIn == transaction) {
                remove(account);
            }
        }
        for (Account account : touched) {
            if (clearing && account.touchedIn == transaction && account.exists() && account.isEmpty()) {
                remove(account);
            }
        }
    }

    /// A place to which [#revertTo] goes back. Logs and refund are the caller's to restore, by [#cutLogs].
    public int snapshot() {
        return journal.size();
    }

    public void revertTo(int snapshot) {
        journal.undoTo(snapshot);
    }

    private static void remove(Account account) {
        account.read().exists = false;
        account.nonce = 0;
        Words.zero(account.balance, 0);
        account.code = Code.EMPTY;
        account.codeOnDisk = false;
        account.storageDropped = true;
        account.storageOnDisk = false;
        account.slots = new Slots();
        account.changed = true;
        account.createdIn = 0;
    }

    // ---- accounts

    /// The account whose address is in the low twenty bytes of the word at `w`. Not read before something of it
    /// is asked for.
    public Account account(long[] s, int w) {
        long high = s[w + 2] & 0xffffffffL;
        Account known = accounts.find(s[w], s[w + 1], high);
        return known != null ? known : meet(s[w], s[w + 1], high);
    }

    public Account account(Address address) {
        Words.loadShort(address.toArray(), 0, Address.SIZE, scratch, 0);
        return account(scratch, 0);
    }

    private Account meet(long low, long middle, long high) {
        byte[] bytes = new byte[Address.SIZE];
        Words.storeAddress(new long[] {low, middle, high, 0}, 0, bytes, 0);
        Account account = new Account(Address.of(bytes), low, middle, high, reader);
        accounts.add(account);
        return account;
    }

    public Code code(Account account) {
        if (account.read().codeOnDisk) {
            account.code = cache.get(account.hashOnDisk, reader::code);
            account.codeOnDisk = false;
        }
        return account.code;
    }

    /// EIP-7610 and EIP-684: nothing may be created where there is a nonce, code or storage.
    public boolean collides(Account account) {
        return account.nonce() != 0 || !account.codeHash().equals(Code.EMPTY_HASH) || account.storageOnDisk;
    }

    /// Marks the account as part of this transaction's access list.
    /// @return whether it was cold
    public boolean warm(Account account) {
        if (account.warmIn == transaction) {
            return false;
        }
        journal.number(Journal.WARM_ACCOUNT, account, 0, account.warmIn);
        account.warmIn = transaction;
        return true;
    }

    /// The account was part of a transfer, of no wei perhaps (EIP-161). Where empty accounts are kept, this
    /// makes it.
    public void touch(Account account, boolean clearing) {
        if (clearing) {
            if (account.touchedIn != transaction) {
                // The failed call to RIPEMD-160 of mainnet's block 2,675,119 left its touch behind: so it is
                // everywhere.
                boolean sticks = account.low == 3 && account.middle == 0 && account.high == 0;
                if (!sticks) {
                    journal.number(Journal.TOUCHED, account, 0, account.touchedIn);
                }
                account.touchedIn = transaction;
                touched.add(account);
            }
        } else {
            makeExist(account);
        }
    }

    private void makeExist(Account account) {
        if (!account.exists()) {
            journal.number(Journal.EXISTENCE, account, 0, 0);
            account.exists = true;
            account.changed = true;
        }
    }

    public void setNonce(Account account, long nonce) {
        makeExist(account);
        journal.number(Journal.NONCE, account, 0, account.nonce);
        account.nonce = nonce;
        account.changed = true;
    }

    public void setCode(Account account, Code code) {
        makeExist(account);
        journal.code(account, account.code, account.codeOnDisk);
        account.code = code;
        account.codeOnDisk = false;
        account.codeChanged = true;
        account.changed = true;
    }

    /// A creation begins here. What lies at the address (a balance) stays.
    public void create(Account account, long nonce) {
        makeExist(account);
        journal.number(Journal.CREATED, account, 0, account.createdIn);
        account.createdIn = transaction;
        setNonce(account, nonce);
    }

    public boolean isCreatedNow(Account account) {
        return account.createdIn == transaction;
    }

    /// The account will be gone when the transaction ends.
    public void destroy(Account account) {
        journal.number(Journal.DESTROYED, account, 0, account.destroyedIn);
        account.destroyedIn = transaction;
        destroyed.add(account);
    }

    public boolean isDestroyed(Account account) {
        return account.destroyedIn == transaction;
    }

    // ---- balances

    /// Adds the word at `v`. The sum of all ether is far below 2^256, so nothing overflows.
    public void credit(Account account, long[] s, int v) {
        if (Words.isZero(s, v)) {
            return;
        }
        makeExist(account);
        journal.word(Journal.BALANCE, account, 0, account.balance, 0);
        Words.copy(account.balance, 0, scratch, 0);
        Words.copy(s, v, scratch, 4);
        WordMath.add(scratch, 0, 4, 0);
        Words.copy(scratch, 0, account.balance, 0);
        account.changed = true;
    }

    /// Takes the word at `v` away; the caller checked that there is enough.
    public void debit(Account account, long[] s, int v) {
        if (Words.isZero(s, v)) {
            return;
        }
        journal.word(Journal.BALANCE, account, 0, account.balance(), 0);
        Words.copy(account.balance, 0, scratch, 0);
        Words.copy(s, v, scratch, 4);
        WordMath.subtract(scratch, 0, 4, 0);
        Words.copy(scratch, 0, account.balance, 0);
        account.changed = true;
    }

    public void credit(Account account, BigInteger wei) {
        long[] word = new long[Words.LIMBS];
        Words.setNumber(word, 0, wei);
        credit(account, word, 0);
    }

    public void debit(Account account, BigInteger wei) {
        long[] word = new long[Words.LIMBS];
        Words.setNumber(word, 0, wei);
        debit(account, word, 0);
    }

    public BigInteger balanceOf(Account account) {
        return Words.toNumber(account.balance(), 0);
    }

    // ---- storage

    /// The slot named by the word at `k`: a handle for the methods below, good until the transaction ends. Its
    /// values are there after [#read].
    public int slot(Account account, long[] s, int k) {
        Slots slots = account.slots;
        int at = slots.find(s, k);
        return at == Slots.NONE ? slots.add(s, k) : at;
    }

    public int slot(Account account, Hash32 key) {
        long[] word = new long[Words.LIMBS];
        Words.load(key.toArray(), 0, word, 0);
        return slot(account, word, 0);
    }

    /// Makes [#current] and [#original] of the slot known.
    public void read(Account account, int slot) {
        long[] data = account.slots.data;
        if (data[slot + Slots.READ] == 0) {
            readBelow(account, slot);
        }
        if (data[slot + Slots.ORIGINAL_OF] != transaction) {
            data[slot + Slots.ORIGINAL_OF] = transaction;
            Words.copy(data, slot + Slots.CURRENT, data, slot + Slots.ORIGINAL);
        }
    }

    private void readBelow(Account account, int slot) {
        long[] data = account.slots.data;
        if (account.read().storageOnDisk) {
            Hash32 value = reader.storage(account.address, Hash32.of(Words.toBytes(data, slot + Slots.KEY)));
            Words.load(value.toArray(), 0, data, slot + Slots.CURRENT);
        }
        data[slot + Slots.READ] = 1;
    }

    /// Marks the slot as part of this transaction's access list.
    /// @return whether it was cold
    public boolean warmSlot(Account account, int slot) {
        long[] data = account.slots.data;
        if (data[slot + Slots.WARM_IN] == transaction) {
            return false;
        }
        journal.number(Journal.WARM_SLOT, account, slot, data[slot + Slots.WARM_IN]);
        data[slot + Slots.WARM_IN] = transaction;
        return true;
    }

    /// The array in which [#current] and [#original] of slots that were read are indices. Never write to it.
    public long[] storage(Account account) {
        return account.slots.data;
    }

    public static int current(int slot) {
        return slot + Slots.CURRENT;
    }

    /// The value when the transaction began.
    public static int original(int slot) {
        return slot + Slots.ORIGINAL;
    }

    /// @param slot that was read
    public void store(Account account, int slot, long[] s, int v) {
        long[] data = account.slots.data;
        journal.word(Journal.STORAGE, account, slot, data, slot + Slots.CURRENT);
        Words.copy(s, v, data, slot + Slots.CURRENT);
        data[slot + Slots.WRITTEN] = 1;
        account.changed = true;
    }

    /// TLOAD: replaces the key at `k` by its value.
    public void loadTransient(Account account, long[] s, int k) {
        int at = account.transientSlots.find(s, k);
        if (at == Slots.NONE || account.transientSlots.data[at + Slots.ORIGINAL_OF] != transaction) {
            Words.zero(s, k);
        } else {
            Words.copy(account.transientSlots.data, at + Slots.CURRENT, s, k);
        }
    }

    /// TSTORE.
    public void storeTransient(Account account, long[] s, int k, int v) {
        if (account.transientSlots == Account.NO_SLOTS) {
            account.transientSlots = new Slots();
        }
        Slots slots = account.transientSlots;
        int at = slots.find(s, k);
        if (at == Slots.NONE) {
            at = slots.add(s, k);
        }
        if (slots.data[at + Slots.ORIGINAL_OF] != transaction) {
            slots.data[at + Slots.ORIGINAL_OF] = transaction;
            Words.zero(slots.data, at + Slots.CURRENT);
        }
        journal.word(Journal.TRANSIENT, account, at, slots.data, at + Slots.CURRENT);
        Words.copy(s, v, slots.data, at + Slots.CURRENT);
    }

    // ---- logs, refunds, block hashes

    public void log(Log log) {
        logs.add(log);
    }

    public int logCount() {
        return logs.size();
    }

    public void cutLogs(int count) {
        logs.subList(count, logs.size()).clear();
    }

    /// Of this transaction, so far.
    public List<Log> logs() {
        return List.copyOf(logs);
    }

    public long refund() {
        return refund;
    }

    public void setRefund(long gas) {
        refund = gas;
    }

    public void addRefund(long gas) {
        refund += gas;
    }

    public Hash32 blockHash(long number) {
        return reader.blockHash(number);
    }

    // ---- what came of it

    /// Every account that was written to, with what it is now, whether or not that differs from before.
    public List<AccountChange> changes() {
        List<AccountChange> changes = new ArrayList<>();
        accounts.forEach(account -> {
            if (account.changed) {
                changes.add(AccountChange.of(account));
            }
        });
        return changes;
    }
}
