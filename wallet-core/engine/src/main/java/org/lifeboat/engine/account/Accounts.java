package org.lifeboat.engine.account;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.primitives.Address;

/// What a user does with the public side of accounts. Keys are made and brought in through the vault; whoever
/// does that tells it here.
public final class Accounts {
    private final Storage storage;

    public Accounts(Storage storage) {
        this.storage = storage;
    }

    /// In the user's order, hidden ones included.
    public List<Account> all() {
        return storage.accounts().all();
    }

    public List<Account> visible() {
        return all().stream().filter(account -> !account.hidden()).toList();
    }

    public Optional<Account> find(Address address) {
        return storage.accounts().find(address);
    }

    /// Adds an account at the end. One that is there keeps its label and place; a watched one gets its key's
    /// kind, and one that can sign never turns into a watched one.
    public Account add(Address address, String label, Account.Kind kind) {
        return storage.atomically(() -> {
            Account account = find(address)
                    .map(known -> kind instanceof Account.Kind.WatchOnly ? known : known.withKind(kind))
                    .orElseGet(() -> new Account(address, label, kind, nextPosition(), false));
            storage.accounts().put(account);
            return account;
        });
    }

    /// @return the account as it is now; empty if there is none
    public Optional<Account> rename(Address address, String label) {
        return change(address, account -> account.withLabel(label));
    }

    /// @return the account as it is now; empty if there is none
    public Optional<Account> hide(Address address, boolean hidden) {
        return change(address, account -> account.withHidden(hidden));
    }

    /// Puts the accounts into this order; those not named follow in the order they had.
    public List<Account> reorder(List<Address> order) {
        return storage.atomically(() -> {
            List<Account> sorted = all().stream()
                    .sorted((one, other) -> Integer.compare(rank(order, one), rank(order, other)))
                    .toList();
            for (int position = 0; position < sorted.size(); position++) {
                storage.accounts().put(sorted.get(position).at(position));
            }
            return all();
        });
    }

    /// Takes the record away, not the key.
    /// @return whether there was one
    public boolean remove(Address address) {
        return storage.accounts().remove(address);
    }

    private Optional<Account> change(Address address, UnaryOperator<Account> how) {
        return storage.atomically(() -> {
            Optional<Account> changed = find(address).map(how);
            changed.ifPresent(storage.accounts()::put);
            return changed;
        });
    }

    private static int rank(List<Address> order, Account account) {
        int index = order.indexOf(account.address());
        return index < 0 ? order.size() + account.position() : index;
    }

    private int nextPosition() {
        return all().stream().mapToInt(Account::position).max().orElse(-1) + 1;
    }
}
