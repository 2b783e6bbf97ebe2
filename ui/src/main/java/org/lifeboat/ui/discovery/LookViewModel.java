package org.lifeboat.ui.discovery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.account.Accounts;
import org.lifeboat.engine.discovery.Disclosure;
import org.lifeboat.engine.discovery.Discovery;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.token.Token;
import org.lifeboat.engine.token.Tokens;
import org.lifeboat.primitives.Address;
import org.lifeboat.ui.session.Keys;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Tasks.Running;
import org.lifeboat.vault.Candidate;
import org.lifeboat.vault.Changed;
import org.lifeboat.vault.SeedId;
import org.lifeboat.vault.SeedInfo;
import org.lifeboat.vault.UnlockedVault;

/// Offers to look, looks once the user agrees, and adds what was found. Can be given up while it asks.
public final class LookViewModel {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Wallet wallet;
    private final Keys keys;
    private final Accounts accounts;
    private final Tokens tokens;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<LookScreen> screen = new ReadOnlyObjectWrapper<>(new LookScreen.Loading());
    private List<Discovery.Place> places = List.of();
    private Running running = () -> {};

    public LookViewModel(Wallet wallet, Keys keys, Accounts accounts, Tokens tokens, Tasks tasks) {
        this.wallet = wallet;
        this.keys = keys;
        this.accounts = accounts;
        this.tokens = tokens;
        this.tasks = tasks;
    }

    public ReadOnlyObjectProperty<LookScreen> screen() {
        return screen.getReadOnlyProperty();
    }

    /// Says who would be asked. Asks nobody.
    public void load() {
        tasks.run(
                this::readPlaces,
                found -> {
                    places = found;
                    offer();
                },
                _ -> screen.set(new LookScreen.Failed()));
    }

    private List<Discovery.Place> readPlaces() {
        List<Discovery.Place> found = new ArrayList<>();
        for (Network network : wallet.networks().watched()) {
            List<Address> contracts =
                    tokens.of(network.chain()).stream().map(Token::contract).toList();
            wallet.sources(network.chain()).stream()
                    .findFirst()
                    .ifPresent(source -> found.add(new Discovery.Place(source, contracts)));
        }
        return found;
    }

    private void offer() {
        screen.set(
                places.isEmpty()
                        ? new LookScreen.NobodyToAsk()
                        : new LookScreen.Offer(disclosure().hosts()));
    }

    private Disclosure disclosure() {
        return Disclosure.of(places.stream().map(Discovery.Place::source).toList());
    }

    /// The user has read who learns what, and agrees.
    /// @param label what the account with this number is called, counted from 1
    public void look(IntFunction<String> label) {
        screen.set(new LookScreen.Looking(false));
        Disclosure.Agreed agreed = disclosure().agree();
        running = tasks.run(
                () -> keys.lend(LookViewModel::seed)
                        .flatMap(seed -> seed)
                        .map(seed -> new Discovery(PATIENCE)
                                .find(
                                        agreed,
                                        places,
                                        (kind, from, count) -> keys.lend(
                                                        vault -> vault.candidates(seed, kind, from, count))
                                                .orElse(List.of()))),
                findings -> findings.ifPresentOrElse(found -> add(found, label), () -> screen.set(wordless())),
                _ -> screen.set(new LookScreen.Failed()));
    }

    private LookScreen wordless() {
        return keys.unlocked() ? new LookScreen.NoWords() : new LookScreen.Locked();
    }

    private static Optional<SeedId> seed(UnlockedVault vault) {
        return vault.seeds().stream().map(SeedInfo::id).findFirst();
    }

    /// From here on it cannot be given up: what is written is written whole.
    private void add(Discovery.Findings findings, IntFunction<String> label) {
        screen.set(new LookScreen.Looking(true));
        tasks.run(
                () -> keys.lend(vault -> added(vault, findings, label)).orElseGet(LookScreen.Locked::new),
                screen::set,
                _ -> screen.set(new LookScreen.Failed()));
    }

    private LookScreen added(UnlockedVault vault, Discovery.Findings findings, IntFunction<String> label) {
        Optional<SeedId> seed = seed(vault);
        if (seed.isEmpty()) {
            return new LookScreen.NoWords();
        }
        List<Account> added = new ArrayList<>();
        Set<Address> used = new LinkedHashSet<>(); // the first account stands on two of the common paths
        for (Candidate candidate : findings.used()) {
            used.add(candidate.address());
            switch (vault.addAccount(seed.get(), candidate.path())) {
                case Changed.Done<org.lifeboat.vault.Account>(var account) ->
                    added.add(keys.keep(account, label.apply(accounts.all().size() + 1)));
                case Changed.AlreadyThere<org.lifeboat.vault.Account>(var account) -> keys.keep(account, "");
                case Changed.NotSaved<org.lifeboat.vault.Account>(String why) -> {
                    return new LookScreen.NotSaved(why);
                }
                case Changed.Refused<org.lifeboat.vault.Account> _ -> {
                    return new LookScreen.Failed();
                }
                case Changed.Locked<org.lifeboat.vault.Account>() -> {
                    return new LookScreen.Locked();
                }
            }
        }
        return new LookScreen.Found(added, used.size(), findings.incomplete());
    }

    /// Gives up asking. What was asked until now was asked.
    public void cancel() {
        if (screen.get() instanceof LookScreen.Looking(boolean adding) && !adding) {
            running.cancel();
            offer();
        }
    }
}
