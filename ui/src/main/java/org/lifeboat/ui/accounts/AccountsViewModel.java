package org.lifeboat.ui.accounts;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.account.Accounts;
import org.lifeboat.ui.accounts.AccountsScreen.Holding;
import org.lifeboat.ui.accounts.AccountsScreen.News;
import org.lifeboat.ui.session.Keys;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Tasks.Running;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.words.Phrase;

/// Keeps the page of accounts and keys, and the one form that may be open on it. Asks no host.
public final class AccountsViewModel {
    private final Keys keys;
    private final Accounts accounts;
    private final Tasks tasks;
    private final KeyWork work;
    private final BackupWork backup;
    private final ReadOnlyObjectWrapper<AccountsScreen> screen =
            new ReadOnlyObjectWrapper<>(new AccountsScreen.Loading());
    private final ReadOnlyObjectWrapper<Attempt> attempt = new ReadOnlyObjectWrapper<>(new Attempt.Resting());
    private Runnable giveUp = () -> {};
    private int latest;
    private Optional<Phrase> words = Optional.empty();

    public AccountsViewModel(Wallet wallet, Keys keys, Accounts accounts, Tasks tasks) {
        this.keys = keys;
        this.accounts = accounts;
        this.tasks = tasks;
        this.work = new KeyWork(keys, accounts);
        this.backup = new BackupWork(keys, wallet.storage(), wallet.clock());
    }

    public ReadOnlyObjectProperty<AccountsScreen> screen() {
        return screen.getReadOnlyProperty();
    }

    /// Where the form that is open stands.
    public ReadOnlyObjectProperty<Attempt> attempt() {
        return attempt.getReadOnlyProperty();
    }

    /// The words while they are shown; closed by [#rest].
    public Optional<Phrase> words() {
        return words;
    }

    public void load() {
        read(new News.None());
    }

    private void read(News news) {
        tasks.run(
                () -> new AccountsScreen.Shown(accounts.all(), holding(), news),
                screen::set,
                _ -> screen.set(new AccountsScreen.Unreadable()));
    }

    private Holding holding() {
        if (!keys.exist()) {
            return Holding.NO_KEYS;
        }
        return keys.lend(vault -> vault.seeds().isEmpty()).orElse(false) ? Holding.KEYS_ONLY : Holding.WORDS;
    }

    /// A form is opened or left: nothing is being tried, and no words are shown.
    public void rest() {
        giveUp.run();
        giveUp = () -> {};
        latest++;
        words.ifPresent(Phrase::close);
        words = Optional.empty();
        attempt.set(new Attempt.Resting());
    }

    public void addNext(String label) {
        finish(() -> work.addNext(label));
    }

    /// @param typed a private key; closed
    public void importKey(Secret typed, String label) {
        finish(() -> work.importKey(typed, label), typed);
    }

    /// @param password of the file; closed
    public void importKeystore(String file, Secret password, String label) {
        path(
                file,
                path -> undecided(decided -> work.importKeystore(path, password, label, decided), password),
                password);
    }

    public void watch(String address, String label) {
        finish(() -> work.watch(address, label));
    }

    public void rename(Account account, String label) {
        finish(() -> work.rename(account.address(), label));
    }

    public void remove(Account account) {
        finish(() -> work.remove(account));
    }

    /// @param password of the vault; closed
    /// @param its of the new file; closed
    public void exportKeystore(Account account, String file, Secret password, Secret its) {
        path(
                file,
                path -> undecided(decided -> work.exportKeystore(account, path, password, its, decided), password, its),
                password,
                its);
    }

    /// @param old closed
    /// @param fresh closed
    public void changePassword(Secret old, Secret fresh) {
        finish(() -> work.changePassword(old, fresh), old, fresh);
    }

    /// @param password closed
    public void openWords(Secret password) {
        int mine = ++latest;
        AtomicReference<Optional<Phrase>> read = new AtomicReference<>(Optional.empty());
        attempt.set(new Attempt.Working(true));
        giveUp = () -> {
            latest++; // what is read all the same is wiped
            attempt.set(new Attempt.Resting());
        };
        tasks.run(
                () -> work.words(password, phrase -> {
                    read.set(Optional.of(phrase));
                    return new Attempt.WordsOpen();
                }),
                outcome -> {
                    if (mine == latest) {
                        words = read.get();
                        attempt.set(outcome);
                    } else {
                        read.get().ifPresent(Phrase::close); // nobody looks any more
                    }
                },
                _ -> failed(mine, password));
    }

    /// @param password of the vault; closed
    /// @param its of the backup; closed
    public void backUp(String file, Secret password, Secret its) {
        path(
                file,
                path -> undecided(decided -> backup.make(path, password, its, decided), password, its),
                password,
                its);
    }

    /// Gives up what is being tried, where that leaves everything as it was.
    public void cancel() {
        if (attempt.get() instanceof Attempt.Working(boolean can) && can) {
            giveUp.run();
        }
    }

    private void path(String file, Consumer<Path> use, Secret... secrets) {
        if (file.isBlank()) {
            close(secrets);
            attempt.set(Attempt.Refused.at(Attempt.Spot.FILE, "file.needed"));
            return;
        }
        try {
            use.accept(Path.of(file.strip()).toAbsolutePath());
        } catch (InvalidPathException noPath) {
            close(secrets);
            attempt.set(Attempt.Refused.at(Attempt.Spot.FILE, "file.noPath"));
        }
    }

    /// Takes long before anything is written, and can be given up until then.
    /// @param what is told the decision: whoever sets it first decides, the work or the user
    private void undecided(Function<AtomicBoolean, Attempt> what, Secret... secrets) {
        AtomicBoolean decided = new AtomicBoolean();
        Running running = start(() -> what.apply(decided), true, secrets);
        giveUp = () -> {
            if (decided.compareAndSet(false, true)) {
                running.cancel();
                attempt.set(new Attempt.Resting());
            }
        };
    }

    /// What is written is written whole, so this cannot be given up.
    private void finish(Callable<Attempt> what, Secret... secrets) {
        start(what, false, secrets);
    }

    private Running start(Callable<Attempt> what, boolean canBeGivenUp, Secret... secrets) {
        int mine = ++latest;
        attempt.set(new Attempt.Working(canBeGivenUp));
        return tasks.run(
                what,
                outcome -> {
                    if (outcome instanceof Attempt.Done(News news)) {
                        read(news);
                    }
                    show(mine, outcome);
                },
                _ -> failed(mine, secrets));
    }

    private void failed(int mine, Secret... secrets) {
        close(secrets);
        show(mine, Attempt.Refused.at(Attempt.Spot.WHOLE_FORM, "state.failed"));
    }

    /// What was tried in a form that was left must not speak in the next one.
    private void show(int mine, Attempt outcome) {
        if (mine == latest) {
            attempt.set(outcome);
        }
    }

    private static void close(Secret... secrets) {
        List.of(secrets).forEach(Secret::close);
    }
}
