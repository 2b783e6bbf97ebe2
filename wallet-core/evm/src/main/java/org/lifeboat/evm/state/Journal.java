package org.lifeboat.evm.state;

import java.util.Arrays;
import org.lifeboat.evm.code.Code;

/// What was changed since the transaction began, in order, in flat arrays; undone from the end.
final class Journal {
    static final int BALANCE = 0;
    static final int NONCE = 1;
    static final int STORAGE = 2;
    static final int TRANSIENT = 3;
    static final int WARM_ACCOUNT = 4;
    static final int WARM_SLOT = 5;
    static final int EXISTENCE = 6;
    static final int CODE = 7;
    static final int CREATED = 8;
    static final int DESTROYED = 9;
    static final int TOUCHED = 10;

    /// Longs an entry: kind and place, then up to four of the old value.
    private static final int STRIDE = 5;

    private long[] data = new long[64 * STRIDE];
    private Account[] accounts = new Account[64];
    private Code[] codes = new Code[64];
    private int size;

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    void word(int kind, Account account, int place, long[] old, int w) {
        int at = add(kind, account, place);
        System.arraycopy(old, w, data, at + 1, 4);
    }

    void number(int kind, Account account, int place, long old) {
        int at = add(kind, account, place);
        data[at + 1] = old;
    }

    void code(Account account, Code old, boolean onDisk) {
        int at = add(CODE, account, 0);
        data[at + 1] = onDisk ? 1 : 0;
        codes[size - 1] = old;
    }

    private int add(int kind, Account account, int place) {
        if (size == accounts.length) {
            data = Arrays.copyOf(data, data.length * 2);
            accounts = Arrays.copyOf(accounts, size * 2);
            codes = Arrays.copyOf(codes, size * 2);
        }
        int at = size * STRIDE;
        data[at] = (long) place << 8 | kind;
        accounts[size] = account;
        size++;
        return at;
    }

    /// Takes back everything after the first `length` entries, newest first.
    void undoTo(int length) {
        while (size > length) {
            size--;
            undo(size * STRIDE, accounts[size]);
        }
    }

    private void undo(int at, Account account) {
        int place = (int) (data[at] >>> 8);
        long old = data[at + 1];
        switch ((int) data[at] & 0xff) {
            case BALANCE -> System.arraycopy(data, at + 1, account.balance, 0, 4);
            case NONCE -> account.nonce = old;
            case STORAGE -> System.arraycopy(data, at + 1, account.slots.data, place + Slots.CURRENT, 4);
            case TRANSIENT -> System.arraycopy(data, at + 1, account.transientSlots.data, place + Slots.CURRENT, 4);
            case WARM_ACCOUNT -> account.warmIn = old;
            case WARM_SLOT -> account.slots.data[place + Slots.WARM_IN] = old;
            case EXISTENCE -> account.exists = old != 0;
            case CODE -> {
                account.code = codes[size];
                account.codeOnDisk = old != 0;
            }
            case CREATED -> account.createdIn = old;
            case DESTROYED -> account.destroyedIn = old;
            case TOUCHED -> account.touchedIn = old;
            default -> throw new IllegalStateException("unknown kind of journal entry");
        }
    }
}
