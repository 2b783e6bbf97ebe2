package org.lifeboat.ui.onboarding;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.account.Accounts;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.Networks;
import org.lifeboat.engine.source.EndpointAddress;
import org.lifeboat.primitives.Address;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.onboarding.OnboardingScreen.BackupField;
import org.lifeboat.ui.onboarding.OnboardingScreen.BackupProblem;
import org.lifeboat.ui.onboarding.OnboardingScreen.Chosen;
import org.lifeboat.ui.onboarding.OnboardingScreen.EntryProblem;
import org.lifeboat.ui.onboarding.OnboardingScreen.Offer;
import org.lifeboat.ui.onboarding.OnboardingScreen.WordsProblem;
import org.lifeboat.ui.session.Keys;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Tasks.Running;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.words.Phrase;
import org.lifeboat.vault.words.PhraseReader;
import org.lifeboat.vault.words.PhraseReading;

/// Walks from nothing to a wallet. Holds the words between two pages, and closes them as soon as they are in
/// the vault or the user turns back. Asks no host.
public final class OnboardingViewModel {
    /// How many words a new wallet has. Source: BIP-39, "Generating the mnemonic": 12 words are 128 bits.
    static final int NEW_WORDS = 12;

    private final Wallet wallet;
    private final Keys keys;
    private final Accounts accounts;
    private final Networks networks;
    private final BackupRestoring backups;
    private final Tasks tasks;
    private final SecureRandom random;
    private final Done done;
    private final ReadOnlyObjectWrapper<OnboardingScreen> screen =
            new ReadOnlyObjectWrapper<>(new OnboardingScreen.ChooseLanguage());
    private final List<Chosen> chosen = new ArrayList<>();
    private Optional<Phrase> phrase = Optional.empty();
    private Secret passphrase = Secret.empty();
    private Runnable giveUp = () -> {};
    private Optional<Runnable> leave = Optional.empty();
    private boolean offline;
    private boolean verifyNext;
    private boolean restored;

    /// @param done what happens when the last page is left
    public OnboardingViewModel(Wallet wallet, Keys keys, Tasks tasks, SecureRandom random, Done done) {
        this.wallet = wallet;
        this.keys = keys;
        this.accounts = new Accounts(wallet.storage());
        this.networks = wallet.networks();
        this.backups = new BackupRestoring(keys, wallet.storage());
        this.tasks = tasks;
        this.random = random;
        this.done = done;
    }

    /// Gets the wallet's first settings. Keeping them may ask the sources, so this is the moment of consent.
    public interface Done {
        /// @param offline the user wants no network at all
        /// @param restored words came from elsewhere: other accounts of theirs may have been used
        void with(List<Chosen> sources, boolean offline, boolean restored);

        /// A whole profile came back, with its settings and the sources that were confirmed in it.
        void fromBackup();
    }

    public ReadOnlyObjectProperty<OnboardingScreen> screen() {
        return screen.getReadOnlyProperty();
    }

    /// Begins again in a profile that has no keys yet.
    /// @param back where *Back* leads
    public void begin(Runnable back) {
        leave = Optional.of(back);
        chosen.clear();
        forget();
        screen.set(new OnboardingScreen.ChooseWay(false));
    }

    /// The language is chosen already: the first page is the one after it.
    public void skipLanguage() {
        screen.set(new OnboardingScreen.ChooseWay(false));
    }

    /// @param apply switches the window's language
    public void language(Language language, Consumer<Language> apply) {
        screen.set(new OnboardingScreen.ChooseWay(false));
        apply.accept(language);
    }

    public void workOffline() {
        offline = true;
        screen.set(new OnboardingScreen.ChooseWay(true));
    }

    public void create() {
        restored = false;
        forget();
        phrase = Optional.of(Phrase.generate(org.lifeboat.vault.words.Language.ENGLISH, NEW_WORDS, random));
        screen.set(new OnboardingScreen.ShowWords());
    }

    public void restore() {
        restored = true;
        forget();
        screen.set(new OnboardingScreen.EnterWords(new WordsProblem.None()));
    }

    public void restoreBackup() {
        screen.set(new OnboardingScreen.EnterBackup(false, new BackupProblem.None()));
    }

    /// @param own of the backup; closed
    /// @param wallets of the keys in it; closed
    public void enterBackup(String file, Secret own, Secret wallets) {
        AtomicBoolean decided = new AtomicBoolean();
        screen.set(new OnboardingScreen.EnterBackup(true, new BackupProblem.None()));
        giveUp = () -> {};
        Running running = tasks.run(
                () -> backups.restore(file, own, wallets, decided),
                problem -> {
                    if (problem instanceof BackupProblem.None) {
                        done.fromBackup();
                    } else {
                        screen.set(new OnboardingScreen.EnterBackup(false, problem));
                    }
                },
                _ -> {
                    own.close();
                    wallets.close();
                    screen.set(new OnboardingScreen.EnterBackup(
                            false, new BackupProblem.Refused(BackupField.WHOLE_FORM, "state.failed", List.of())));
                });
        giveUp = () -> {
            if (decided.compareAndSet(false, true)) {
                running.cancel();
                restoreBackup();
            }
        };
    }

    /// Gives up while nothing is written yet; after that it is finished.
    public void cancelBackup() {
        giveUp.run();
    }

    public void watchOnly() {
        screen.set(new OnboardingScreen.EnterAddress(false));
    }

    /// The new words, for showing and asking; closed here.
    public Optional<Phrase> words() {
        return phrase;
    }

    public void wordsWritten() {
        screen.set(new OnboardingScreen.ConfirmWords());
    }

    public void wordsConfirmed() {
        screen.set(new OnboardingScreen.ChoosePassword(false, ""));
    }

    /// @param typed closed
    /// @param extra the passphrase of BIP-39, mostly empty; closed
    public void enterWords(Secret typed, Secret extra) {
        try (typed;
                extra) {
            switch (PhraseReader.read(typed)) {
                case PhraseReading.Valid(Phrase read, var _) -> {
                    forget();
                    phrase = Optional.of(read);
                    passphrase = extra.copy();
                    screen.set(new OnboardingScreen.ChoosePassword(false, ""));
                }
                case PhraseReading.WrongCount(int words) -> wrongWords(new WordsProblem.Count(words));
                case PhraseReading.UnknownWords(var _, List<PhraseReading.Unknown> unknown) ->
                    wrongWords(new WordsProblem.Unknown(
                            unknown.getFirst().position(), unknown.getFirst().suggestions()));
                case PhraseReading.WrongChecksum _ -> wrongWords(new WordsProblem.Checksum());
            }
        }
    }

    private void wrongWords(WordsProblem problem) {
        screen.set(new OnboardingScreen.EnterWords(problem));
    }

    public void enterAddress(String text, String label) {
        tasks.run(
                () -> {
                    try {
                        accounts.add(Address.fromUser(text.strip()), label, new Account.Kind.WatchOnly());
                        return true;
                    } catch (IllegalArgumentException notAnAddress) {
                        return false;
                    }
                },
                right -> {
                    if (right) {
                        sources();
                    } else {
                        screen.set(new OnboardingScreen.EnterAddress(true));
                    }
                },
                _ -> screen.set(new OnboardingScreen.EnterAddress(true)));
    }

    /// @param password closed
    /// @param label of the first account
    public void choosePassword(Secret password, String label) {
        Phrase words = phrase.orElseThrow();
        Secret extra = passphrase.copy();
        screen.set(new OnboardingScreen.ChoosePassword(true, ""));
        tasks.run(() -> keys.create(words, extra, password, label), this::made, problem -> {
            extra.close();
            password.close();
            notSaved(problem.getClass().getSimpleName());
        });
    }

    private void made(Keys.Made made) {
        switch (made) {
            case Keys.Made.Done _ -> {
                forget();
                if (offline) {
                    finish();
                } else {
                    sources();
                }
            }
            case Keys.Made.AlreadyThere() -> notSaved("");
            case Keys.Made.NotSaved(String why) -> notSaved(why);
        }
    }

    private void notSaved(String why) {
        screen.set(new OnboardingScreen.ChoosePassword(false, why.isEmpty() ? "-" : why));
    }

    /// Play money is asked of this computer's own sandbox: there is nobody to agree to.
    private void sources() {
        if (wallet.play()) {
            finish();
        } else {
            show(new EntryProblem.None());
        }
    }

    /// Whether all money is play money here, so that only a new wallet can be made.
    public boolean play() {
        return wallet.play();
    }

    /// Leaves for a wallet of play money; empty where that is not offered.
    public Optional<Runnable> playInstead() {
        return wallet.playInstead();
    }

    /// Writes an address down. It is not asked before [#finish].
    public void choose(Network network, String url, boolean insecureToo) {
        switch (EndpointAddress.check(url)) {
            case EndpointAddress.Unusable(var problem) ->
                show(new EntryProblem.Unusable("endpoint.problem." + problem.name()));
            case EndpointAddress.Unprotected(String open)
            when !insecureToo -> show(new EntryProblem.Insecure(network, open));
            case EndpointAddress.Unprotected(String open) -> add(new Chosen(network, open, true));
            case EndpointAddress.Protected(String usable, var _) -> add(new Chosen(network, usable, false));
        }
    }

    private void add(Chosen wanted) {
        if (!chosen.contains(wanted)) {
            chosen.add(wanted);
        }
        show(new EntryProblem.None());
    }

    public void drop(Chosen unwanted) {
        chosen.remove(unwanted);
        show(new EntryProblem.None());
    }

    private void show(EntryProblem problem) {
        tasks.run(
                () -> networks.all().stream()
                        .map(network -> new Offer(network, networks.suggestions(network.chain())))
                        .toList(),
                offers -> screen.set(new OnboardingScreen.ChooseSources(offers, chosen, problem)),
                _ -> screen.set(new OnboardingScreen.ChooseSources(List.of(), chosen, problem)));
    }

    /// Whether the user wants to choose beacon nodes and a checkpoint as soon as the wallet is open.
    public boolean verifyNext() {
        return verifyNext;
    }

    public void verifyNext(boolean wanted) {
        verifyNext = wanted;
    }

    /// Leaves the last page, with the sources that were chosen or with none.
    public void finish() {
        done.with(List.copyOf(chosen), offline, restored);
    }

    /// One page back; words that were made or typed are forgotten.
    public void back() {
        switch (screen.get()) {
            case OnboardingScreen.ChooseLanguage() -> {}
            case OnboardingScreen.ChooseWay(boolean _) -> {
                if (leave.isPresent() && !offline) {
                    leave.get().run();
                    return;
                }
                screen.set(offline ? new OnboardingScreen.ChooseWay(false) : new OnboardingScreen.ChooseLanguage());
                offline = false;
            }
            case OnboardingScreen.ConfirmWords() -> screen.set(new OnboardingScreen.ShowWords());
            case OnboardingScreen.ShowWords() -> toWays();
            case OnboardingScreen.EnterWords _ -> toWays();
            case OnboardingScreen.EnterBackup _ -> toWays();
            case OnboardingScreen.EnterAddress _ -> toWays();
            case OnboardingScreen.ChoosePassword _ -> toWays();
            case OnboardingScreen.ChooseSources _ -> {} // the wallet is made: there is no way back
        }
    }

    private void toWays() {
        forget();
        screen.set(new OnboardingScreen.ChooseWay(offline));
    }

    /// Wipes the words, if there are any.
    public void forget() {
        phrase.ifPresent(Phrase::close);
        phrase = Optional.empty();
        passphrase.close();
        passphrase = Secret.empty();
    }
}
