package org.lifeboat.ui.session;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.account.Accounts;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.vault.AccountId;
import org.lifeboat.vault.AutoLock;
import org.lifeboat.vault.Changed;
import org.lifeboat.vault.Created;
import org.lifeboat.vault.LockClock;
import org.lifeboat.vault.Opened;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.SeedInfo;
import org.lifeboat.vault.UnlockedVault;
import org.lifeboat.vault.Vault;
import org.lifeboat.vault.signing.Approval;
import org.lifeboat.vault.signing.Signing;
import org.lifeboat.vault.signing.SigningRequest;
import org.lifeboat.vault.words.Phrase;

/// The keys of one profile: made, opened, used, locked. Its methods touch the disk and take up to a second:
/// never on the screen's thread. Thread-safe.
public final class Keys {
    private static final Duration TWO_FRAMES = Duration.ofMillis(34);

    private final Vault vault;
    private final Accounts accounts;
    private final LockClock clock;
    private volatile Optional<UnlockedVault> open = Optional.empty();
    private volatile Optional<AutoLock> lock = Optional.empty();

    public Keys(Vault vault, Accounts accounts, LockClock clock) {
        this.vault = vault;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// What came of making a wallet.
    public sealed interface Made {
        /// @param first the account to begin with
        record Done(Address first) implements Made {}

        /// There is a wallet in this profile already; it was not touched.
        record AlreadyThere() implements Made {}

        /// @param why in the disk's words
        record NotSaved(String why) implements Made {}
    }

    /// Whether there is a vault file.
    public boolean exist() {
        return vault.exists();
    }

    /// Does not wait for a password that is being tried.
    public boolean unlocked() {
        return open.filter(each -> !each.isLocked()).isPresent();
    }

    /// Makes a vault with these words and their first account; open afterwards.
    /// @param phrase not closed
    /// @param passphrase may be empty; closed
    /// @param password closed
    public synchronized Made create(Phrase phrase, Secret passphrase, Secret password, String label) {
        try (passphrase;
                password) {
            return switch (vault.create(password)) {
                case Created.Done(UnlockedVault made) -> {
                    open = Optional.of(made);
                    yield first(made, phrase, passphrase, label);
                }
                case Created.AlreadyThere() -> new Made.AlreadyThere();
                case Created.EmptyPassword() -> throw new IllegalStateException("the page lets no empty password pass");
                case Created.NotOpened _ -> throw new IllegalStateException("nothing was to be opened");
                case Created.NotSaved(String why) -> new Made.NotSaved(why);
            };
        }
    }

    private Made first(UnlockedVault made, Phrase phrase, Secret passphrase, String label) {
        return switch (made.addSeed(phrase, passphrase)) {
            case Changed.Done<SeedInfo>(SeedInfo seed) ->
                switch (made.addAccount(seed.id())) {
                    case Changed.Done<org.lifeboat.vault.Account>(var account) ->
                        new Made.Done(keep(account, label).address());
                    case Changed.NotSaved<org.lifeboat.vault.Account>(String why) -> new Made.NotSaved(why);
                    case Changed.AlreadyThere<org.lifeboat.vault.Account> _,
                            Changed.Refused<org.lifeboat.vault.Account> _,
                            Changed.Locked<org.lifeboat.vault.Account> _ ->
                        throw new IllegalStateException("a new vault refused its first account");
                };
            case Changed.NotSaved<SeedInfo>(String why) -> new Made.NotSaved(why);
            case Changed.AlreadyThere<SeedInfo> _, Changed.Refused<SeedInfo> _, Changed.Locked<SeedInfo> _ ->
                throw new IllegalStateException("a new vault refused its words");
        };
    }

    private static Account.Kind kind(org.lifeboat.vault.Account account) {
        return switch (account.origin()) {
            case org.lifeboat.vault.Account.Origin.Derived(var _, var path) ->
                new Account.Kind.Derived(path.toString());
            case org.lifeboat.vault.Account.Origin.Imported() -> new Account.Kind.Imported();
            case org.lifeboat.vault.Account.Origin.WatchOnly() -> new Account.Kind.WatchOnly();
        };
    }

    /// Puts the keys of a backup into this profile, which has none; open afterwards. Nothing is written
    /// unless they open.
    /// @param sealed as it lay in the backup
    /// @param password theirs; closed
    public synchronized Created restore(Bytes sealed, Secret password) {
        try (password) {
            Created made = vault.importSealed(sealed, password);
            if (made instanceof Created.Done(UnlockedVault restored)) {
                open = Optional.of(restored);
            }
            return made;
        }
    }

    /// The keys as they lie on the disk, still sealed; empty if there is no whole file.
    public synchronized Optional<Bytes> sealed() throws IOException {
        return vault.exportSealed();
    }

    /// Tries a password on the file, and leaves what is open as it is.
    /// @param password not closed
    public synchronized Opened check(Secret password) {
        Opened opened = vault.open(password);
        if (opened instanceof Opened.Unlocked(UnlockedVault copy)) {
            copy.close();
        }
        return opened;
    }

    /// Lends the open vault for one use; whoever comes later waits.
    /// @return empty if it is locked
    public synchronized <T> Optional<T> lend(Function<UnlockedVault, T> use) {
        return open.filter(each -> !each.isLocked()).map(use);
    }

    /// Tells the records of an account whose key is in the vault.
    public org.lifeboat.engine.account.Account keep(org.lifeboat.vault.Account account, String label) {
        return accounts.add(account.address(), label, kind(account));
    }

    /// @param password closed
    /// @param idle after how long without a touch the vault locks itself
    public synchronized Opened unlock(Secret password, Duration idle) {
        try (password) {
            return kept(vault.open(password), idle);
        } finally {
            giveMemoryBack();
        }
    }

    /// Opens the backup, which then takes the place of the damaged file.
    /// @param password closed
    public synchronized Opened unlockBackup(Secret password, Duration idle) {
        try (password) {
            return kept(vault.openBackup(password), idle);
        } finally {
            giveMemoryBack();
        }
    }

    /// A key that was derived from a password leaves 64 MiB and more behind, which the machine would not see again
    /// before the program ends.
    private static void giveMemoryBack() {
        System.gc();
        // The screen stood still meanwhile, too. What comes next, the first page, must not fall into the same frame.
        LockSupport.parkNanos(TWO_FRAMES.toNanos());
    }

    private Opened kept(Opened opened, Duration idle) {
        if (opened instanceof Opened.Unlocked(UnlockedVault vaultNow)) {
            open.ifPresent(UnlockedVault::close);
            open = Optional.of(vaultNow);
            // The records follow the vault: an account whose record was lost comes back into the list.
            vaultNow.accounts().forEach(account -> keep(account, ""));
            lockAfter(idle);
        }
        return opened;
    }

    /// From now on the vault locks itself after `idle`, and when the computer wakes up.
    public synchronized void lockAfter(Duration idle) {
        AutoLock next = new AutoLock(clock, idle);
        lock = Optional.of(next);
        open.ifPresent(each -> each.lockWith(next));
    }

    /// Somebody is at the keyboard. Does not wait for a password that is being tried.
    public void touched() {
        lock.ifPresent(AutoLock::touched);
    }

    /// Wipes everything secret. Harmless when nothing is open.
    public synchronized void lock() {
        open.ifPresent(UnlockedVault::close);
        open = Optional.empty();
    }

    /// @return empty if the vault is locked or has no such account
    public synchronized Optional<AccountId> idOf(Address address) {
        List<org.lifeboat.vault.Account> all = open.map(UnlockedVault::accounts).orElse(List.of());
        return all.stream()
                .filter(account -> account.address().equals(address))
                .map(org.lifeboat.vault.Account::id)
                .findFirst();
    }

    /// Signs what was described and approved.
    /// @param goOn asked when the keys are at hand, last of all before the signature
    /// @return empty where it said no: nothing was signed
    public synchronized Optional<Signing> sign(
            SigningRequest request, Address account, Approval approval, BooleanSupplier goOn) {
        return goOn.getAsBoolean() ? Optional.of(sign(request, account, approval)) : Optional.empty();
    }

    private Signing sign(SigningRequest request, Address account, Approval approval) {
        Optional<AccountId> id = idOf(account);
        if (open.isEmpty() || id.isEmpty()) {
            return open.isEmpty() ? new Signing.Locked() : new Signing.UnknownAccount();
        }
        return open.get().sign(request, id.get(), approval);
    }
}
