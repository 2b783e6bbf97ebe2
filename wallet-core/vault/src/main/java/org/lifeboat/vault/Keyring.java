package org.lifeboat.vault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.vault.words.Language;
import org.lifeboat.vault.words.Phrase;

/// What a vault holds while it is open: seeds, imported keys, and the list of accounts.
final class Keyring implements AutoCloseable {
    static final int MOST_SEEDS = 1_000;
    static final int MOST_ACCOUNTS = 10_000;

    /// One set of seed words.
    static final class Seed implements AutoCloseable {
        final SeedId id;
        final Language language;
        final Secret entropy;
        final Secret passphrase;

        /// Takes both secrets over.
        Seed(SeedId id, Language language, Secret entropy, Secret passphrase) {
            this.id = id;
            this.language = language;
            this.entropy = entropy;
            this.passphrase = passphrase;
        }

        Phrase phrase() {
            return Phrase.ofEntropy(language, entropy);
        }

        SeedInfo info() {
            return new SeedInfo(id, language, entropy.size() / 4 * 3, passphrase.size() > 0);
        }

        @Override
        public void close() {
            entropy.close();
            passphrase.close();
        }
    }

    private final Map<SeedId, Seed> seeds = new LinkedHashMap<>();
    private final Map<AccountId, Account> accounts = new LinkedHashMap<>();
    private final Map<AccountId, Secret> imported = new LinkedHashMap<>();
    private int nextSeed = 1;
    private int nextAccount = 1;

    List<Seed> seeds() {
        return List.copyOf(seeds.values());
    }

    List<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    Optional<Seed> seed(SeedId id) {
        return Optional.ofNullable(seeds.get(id));
    }

    Optional<Account> account(AccountId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    /// The key of an imported account; not a copy.
    Optional<Secret> importedKey(AccountId id) {
        return Optional.ofNullable(imported.get(id));
    }

    int nextSeed() {
        return nextSeed;
    }

    int nextAccount() {
        return nextAccount;
    }

    void setNext(int seed, int account) {
        nextSeed = seed;
        nextAccount = account;
    }

    void put(Seed seed) {
        seeds.put(seed.id, seed);
        nextSeed = Math.max(nextSeed, seed.id.value() + 1);
    }

    void put(Account account) {
        accounts.put(account.id(), account);
        nextAccount = Math.max(nextAccount, account.id().value() + 1);
    }

    /// Takes `key` over.
    void put(Account account, Secret key) {
        put(account);
        imported.put(account.id(), key);
    }

    void remove(AccountId id) {
        accounts.remove(id);
        Secret key = imported.remove(id);
        if (key != null) {
            key.close();
        }
    }

    void remove(SeedId id) {
        Seed seed = seeds.remove(id);
        if (seed != null) {
            seed.close();
        }
    }

    /// A copy with secrets of its own, to be changed and saved before it takes the place of this one.
    Keyring copy() {
        Keyring copy = new Keyring();
        for (Seed seed : seeds.values()) {
            copy.put(new Seed(seed.id, seed.language, seed.entropy.copy(), seed.passphrase.copy()));
        }
        for (Account account : new ArrayList<>(accounts.values())) {
            importedKey(account.id()).ifPresentOrElse(key -> copy.put(account, key.copy()), () -> copy.put(account));
        }
        copy.setNext(nextSeed, nextAccount);
        return copy;
    }

    @Override
    public void close() {
        seeds.values().forEach(Seed::close);
        imported.values().forEach(Secret::close);
        seeds.clear();
        imported.clear();
        accounts.clear();
    }
}
