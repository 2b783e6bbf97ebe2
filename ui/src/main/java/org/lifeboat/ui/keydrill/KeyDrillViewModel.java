package org.lifeboat.ui.keydrill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lifeboat.engine.drill.KeyDrill;
import org.lifeboat.ui.keydrill.KeyDrillScreen.Flaw;
import org.lifeboat.ui.session.Keys;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.vault.Account;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.SeedInfo;
import org.lifeboat.vault.UnlockedVault;
import org.lifeboat.vault.WordsProof;

/// Asks for the words, has them compared, and remembers when that went well.
public final class KeyDrillViewModel {
    static final int ASKED = 3;

    private final Wallet wallet;
    private final Keys keys;
    private final Tasks tasks;
    private final RandomGenerator random;
    private final ReadOnlyObjectWrapper<KeyDrillScreen> screen =
            new ReadOnlyObjectWrapper<>(new KeyDrillScreen.Loading());
    private Optional<SeedInfo> seed = Optional.empty();
    private int others;

    public KeyDrillViewModel(Wallet wallet, Keys keys, Tasks tasks, RandomGenerator random) {
        this.wallet = wallet;
        this.keys = keys;
        this.tasks = tasks;
        this.random = random;
    }

    public ReadOnlyObjectProperty<KeyDrillScreen> screen() {
        return screen.getReadOnlyProperty();
    }

    private record Found(Optional<SeedInfo> seed, int others, boolean locked) {}

    public void load() {
        tasks.run(
                () -> keys.lend(KeyDrillViewModel::found).orElseGet(() -> new Found(Optional.empty(), 0, keys.exist())),
                this::loaded,
                _ -> screen.set(new KeyDrillScreen.Unreadable()));
    }

    /// The first words, as everywhere; whatever comes from elsewhere is told apart.
    private static Found found(UnlockedVault vault) {
        Optional<SeedInfo> first = vault.seeds().stream().findFirst();
        long others = vault.accounts().stream()
                .filter(account -> account.canSign() && !comesFrom(account, first))
                .count();
        return new Found(first, (int) others, false);
    }

    private static boolean comesFrom(Account account, Optional<SeedInfo> seed) {
        return account.origin() instanceof Account.Origin.Derived(var of, var _)
                && seed.map(SeedInfo::id).filter(of::equals).isPresent();
    }

    private void loaded(Found found) {
        seed = found.seed();
        others = found.others();
        if (found.locked()) {
            screen.set(new KeyDrillScreen.Locked());
        } else {
            choose();
        }
    }

    /// Back to the choice of the way.
    public void choose() {
        screen.set(seed.isPresent() ? new KeyDrillScreen.Choosing(others) : new KeyDrillScreen.NoWords());
    }

    /// Some of the words, at places that nobody can foresee.
    public void few() {
        seed.ifPresent(info -> screen.set(new KeyDrillScreen.Few(places(info.words()), new Flaw.None())));
    }

    private List<Integer> places(int words) {
        List<Integer> all =
                new ArrayList<>(IntStream.rangeClosed(1, words).boxed().toList());
        Collections.shuffle(all, random);
        return all.subList(0, ASKED).stream().sorted().toList();
    }

    public void whole() {
        screen.set(new KeyDrillScreen.Whole(new Flaw.None()));
    }

    /// @param typed by position; closed
    /// @param password closed
    public void answerFew(Map<Integer, Secret> typed, Secret password) {
        List<Integer> asked = typed.keySet().stream().sorted().toList();
        check(
                info -> {
                    try (password) {
                        return keys.lend(vault -> WordsProof.few(vault, info.id(), password, typed))
                                .orElseGet(WordsProof.Outcome.Locked::new);
                    } finally {
                        typed.values().forEach(Secret::close);
                    }
                },
                false,
                flaw -> new KeyDrillScreen.Few(asked, flaw));
    }

    /// @param typed all words; closed
    /// @param passphrase may be empty; closed
    public void answerWhole(Secret typed, Secret passphrase) {
        check(
                info -> {
                    try (typed;
                            passphrase) {
                        return keys.lend(vault -> WordsProof.whole(vault, info.id(), typed, passphrase))
                                .orElseGet(WordsProof.Outcome.Locked::new);
                    }
                },
                true,
                KeyDrillScreen.Whole::new);
    }

    private void check(
            Function<SeedInfo, WordsProof.Outcome> work, boolean whole, Function<Flaw, KeyDrillScreen> again) {
        SeedInfo info = seed.orElseThrow();
        screen.set(new KeyDrillScreen.Checking());
        tasks.run(
                () -> kept(work.apply(info)),
                outcome -> screen.set(
                        outcome instanceof WordsProof.Outcome.Proven(int accounts)
                                ? new KeyDrillScreen.Proven(accounts, others, whole)
                                : again.apply(new Flaw.Said(outcome))),
                _ -> screen.set(again.apply(new Flaw.Failed())));
    }

    private WordsProof.Outcome kept(WordsProof.Outcome outcome) {
        if (outcome instanceof WordsProof.Outcome.Proven) {
            KeyDrill.keepProven(wallet.storage().settings(), wallet.clock().instant());
        }
        return outcome;
    }
}
