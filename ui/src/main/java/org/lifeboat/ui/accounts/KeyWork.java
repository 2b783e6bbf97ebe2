package org.lifeboat.ui.accounts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.account.Accounts;
import org.lifeboat.primitives.Address;
import org.lifeboat.ui.accounts.AccountsScreen.News;
import org.lifeboat.ui.accounts.Attempt.Refused;
import org.lifeboat.ui.accounts.Attempt.Spot;
import org.lifeboat.ui.session.Keys;
import org.lifeboat.vault.Changed;
import org.lifeboat.vault.Exported;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.UnlockedVault;
import org.lifeboat.vault.file.NewFile;
import org.lifeboat.vault.keystore.Keystore;
import org.lifeboat.vault.keystore.KeystoreReading;
import org.lifeboat.vault.keystore.PrivateKeyText;
import org.lifeboat.vault.words.Phrase;

/// Does what a form asks for; each method touches the disk and may take seconds. The same calls as the
/// command line's.
final class KeyWork {
    /// A keystore file is some hundred bytes. Unit: bytes.
    private static final long LARGEST_KEYSTORE = 1 << 20;

    private final Keys keys;
    private final Accounts accounts;

    KeyWork(Keys keys, Accounts accounts) {
        this.keys = keys;
        this.accounts = accounts;
    }

    /// The next account of the first words.
    Attempt addNext(String label) {
        return checked(
                label,
                () -> keys.lend(vault -> vault.seeds().stream()
                                .findFirst()
                                .map(seed -> taken(vault.addAccount(seed.id()), label, News.Added::new))
                                .orElseGet(() -> Refused.at(Spot.WHOLE_FORM, "accounts.noWords")))
                        .orElseGet(KeyWork::locked));
    }

    /// @param typed a private key; closed
    Attempt importKey(Secret typed, String label) {
        try (typed) {
            return checked(label, () -> {
                Optional<Secret> key = PrivateKeyText.read(typed);
                return key.isEmpty() ? Refused.at(Spot.KEY, "accounts.notAKey") : importOwned(key.get(), label);
            });
        }
    }

    private Attempt importOwned(Secret key, String label) {
        try (key) {
            return keys.lend(vault -> taken(vault.importKey(key), label, News.Imported::new))
                    .orElseGet(KeyWork::locked);
        }
    }

    /// @param its the password of the file; closed
    /// @param decided whoever sets it first decides: the key is taken, or the user gave up and it is not
    Attempt importKeystore(Path file, Secret its, String label, AtomicBoolean decided) {
        try (its) {
            return checked(label, () -> {
                byte[] json;
                try {
                    if (Files.size(file) > LARGEST_KEYSTORE) {
                        return Refused.at(Spot.FILE, "accounts.keystore.malformed");
                    }
                    json = Files.readAllBytes(file);
                } catch (IOException unreadable) {
                    return Refused.at(Spot.FILE, "file.unreadable");
                }
                return switch (Keystore.read(json, its)) {
                    case KeystoreReading.Opened(Secret key, var _) ->
                        decided.compareAndSet(false, true) ? importOwned(key, label) : dropped(key);
                    case KeystoreReading.WrongPassword() ->
                        Refused.at(Spot.FILE_PASSWORD, "accounts.keystore.wrongPassword");
                    case KeystoreReading.Unsupported(String what) ->
                        Refused.at(Spot.FILE, "accounts.keystore.unsupported", what);
                    case KeystoreReading.TooCostly(String what) ->
                        Refused.at(Spot.FILE, "accounts.keystore.tooCostly", what);
                    case KeystoreReading.Malformed(var _) -> Refused.at(Spot.FILE, "accounts.keystore.malformed");
                    case KeystoreReading.OtherAddress(Address named, Address found) ->
                        Refused.at(Spot.FILE, "accounts.keystore.otherAddress", named.toChecksum(), found.toChecksum());
                };
            });
        }
    }

    /// @param typed an address
    Attempt watch(String typed, String label) {
        return checked(label, () -> {
            Address address;
            try {
                address = Address.fromUser(typed.strip());
            } catch (IllegalArgumentException wrong) {
                return Refused.at(Spot.ADDRESS, "onboarding.address.wrong");
            }
            return accounts.find(address).isPresent()
                    ? Refused.at(Spot.ADDRESS, "accounts.there", name(address))
                    : new Attempt.Done(new News.Added(accounts.add(address, label, new Account.Kind.WatchOnly())));
        });
    }

    Attempt rename(Address address, String label) {
        return checked(
                label,
                () -> accounts.rename(address, label)
                        .<Attempt>map(account -> new Attempt.Done(new News.Renamed(account)))
                        .orElseGet(() -> Refused.at(Spot.WHOLE_FORM, "accounts.gone")));
    }

    /// Takes the account out of vault and records; an imported key is gone with it.
    Attempt remove(Account account) {
        if (account.canSign()) {
            Attempt inVault = keys.lend(vault -> removed(vault, account)).orElseGet(KeyWork::locked);
            if (!(inVault instanceof Attempt.Done)) {
                return inVault;
            }
        }
        accounts.remove(account.address());
        return new Attempt.Done(new News.Removed(account));
    }

    private Attempt removed(UnlockedVault vault, Account account) {
        return keys.idOf(account.address())
                .map(id -> outcome(vault.removeAccount(id), _ -> new Attempt.Done(new News.Removed(account))))
                .orElseGet(() -> new Attempt.Done(new News.Removed(account)));
    }

    /// @param password of the vault; closed
    /// @param its the new file's; closed
    /// @param decided whoever sets it first decides: the file is written, or the user gave up and nothing is
    Attempt exportKeystore(Account account, Path into, Secret password, Secret its, AtomicBoolean decided) {
        try (password;
                its) {
            if (Files.exists(into)) {
                return Refused.at(Spot.FILE, "file.there");
            }
            return keys.lend(vault -> keys.idOf(account.address())
                            .map(id -> revealed(
                                    vault.exportKeystore(id, password, its),
                                    json -> decided.compareAndSet(false, true)
                                            ? saved(account, into, json)
                                            : dropped(json)))
                            .orElseGet(() -> Refused.at(Spot.WHOLE_FORM, "accounts.noKey")))
                    .orElseGet(KeyWork::locked);
        }
    }

    /// The user gave up.
    private static Attempt dropped(Secret secret) {
        secret.close();
        return new Attempt.Resting();
    }

    private static Attempt saved(Account account, Path into, Secret json) {
        try (json) {
            byte[] bytes = json.with(byte[]::clone);
            try {
                Attempt written = written(NewFile.write(into, bytes));
                return written instanceof Attempt.Resting
                        ? new Attempt.Done(new News.KeySaved(account, into.toString()))
                        : written;
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
        }
    }

    /// @return [Attempt.Resting] if it is on the disk
    static Attempt written(NewFile.Outcome outcome) {
        return switch (outcome) {
            case NewFile.Outcome.Written() -> new Attempt.Resting();
            case NewFile.Outcome.AlreadyThere() -> Refused.at(Spot.FILE, "file.there");
            case NewFile.Outcome.NotWritten(String why) -> Refused.at(Spot.FILE, "file.notWritten", why);
        };
    }

    /// @param password closed
    /// @param show gets the words, and closes them
    Attempt words(Secret password, Function<Phrase, Attempt> show) {
        try (password) {
            return keys.lend(vault -> vault.seeds().stream()
                            .findFirst()
                            .map(seed -> revealed(vault.exportWords(seed.id(), password), show))
                            .orElseGet(() -> Refused.at(Spot.WHOLE_FORM, "accounts.noWords")))
                    .orElseGet(KeyWork::locked);
        }
    }

    /// File and backup are rewritten, and both are opened again, before this is *done*.
    /// @param old closed
    /// @param fresh closed
    Attempt changePassword(Secret old, Secret fresh) {
        try (old;
                fresh) {
            return keys.lend(vault -> outcome(
                            vault.changePassword(old, fresh), _ -> new Attempt.Done(new News.PasswordChanged())))
                    .orElseGet(KeyWork::locked);
        }
    }

    private Attempt taken(Changed<org.lifeboat.vault.Account> changed, String label, Function<Account, News> news) {
        return outcome(changed, account -> new Attempt.Done(news.apply(keys.keep(account, label))));
    }

    private <T> Attempt outcome(Changed<T> changed, Function<T, Attempt> done) {
        return switch (changed) {
            case Changed.Done<T>(T value) -> done.apply(value);
            case Changed.AlreadyThere<T>(var account) ->
                Refused.at(Spot.WHOLE_FORM, "accounts.there", name(account.address()));
            case Changed.Refused<T>(Changed.Reason reason) ->
                reason == Changed.Reason.WRONG_PASSWORD
                        ? Refused.at(Spot.PASSWORD, "unlock.wrong")
                        : new Attempt.RefusedByVault(reason);
            case Changed.NotSaved<T>(String why) -> Refused.at(Spot.WHOLE_FORM, "accounts.notSaved", why);
            case Changed.Locked<T>() -> locked();
        };
    }

    private static <T> Attempt revealed(Exported<T> exported, Function<T, Attempt> use) {
        return switch (exported) {
            case Exported.Revealed<T>(T secret) -> use.apply(secret);
            case Exported.WrongPassword<T>() -> Refused.at(Spot.PASSWORD, "unlock.wrong");
            case Exported.NothingThere<T>() -> Refused.at(Spot.WHOLE_FORM, "accounts.noKey");
            case Exported.Locked<T>() -> locked();
        };
    }

    static Attempt locked() {
        return Refused.at(Spot.WHOLE_FORM, "accounts.locked");
    }

    private String name(Address address) {
        return accounts.find(address)
                .map(Account::label)
                .filter(label -> !label.isBlank())
                .orElse(address.toChecksum());
    }

    private static Attempt checked(String label, Supplier<Attempt> work) {
        return label.length() > Account.LABEL_LIMIT
                ? Refused.at(Spot.LABEL, "accounts.labelTooLong", Integer.toString(Account.LABEL_LIMIT))
                : work.get();
    }
}
