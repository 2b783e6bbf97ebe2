package org.lifeboat.vault;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Address;
import org.lifeboat.vault.hd.DerivationPath;
import org.lifeboat.vault.hd.HdKey;
import org.lifeboat.vault.hd.PathKind;
import org.lifeboat.vault.keystore.Keystore;
import org.lifeboat.vault.seal.SealingKey;
import org.lifeboat.vault.signing.Approval;
import org.lifeboat.vault.signing.Description;
import org.lifeboat.vault.signing.Facts;
import org.lifeboat.vault.signing.Signer;
import org.lifeboat.vault.signing.Signing;
import org.lifeboat.vault.signing.SigningRequest;
import org.lifeboat.vault.words.Phrase;

/// A vault that is open. Every change is on the disk, in file and backup, before it is reported. Once closed,
/// by the user or by [AutoLock], every method answers *locked* and nothing secret is left in it.
public final class UnlockedVault implements AutoCloseable {
    private final VaultDisk disk;
    private final Secp256k1 curve;
    private final SecureRandom random;
    private final RetryDelay guesses;
    private Keyring ring;
    private SealingKey key;
    private Optional<AutoLock> autoLock = Optional.empty();
    private boolean closed;

    /// @param guesses the same as for opening: what is tried here counts there
    UnlockedVault(
            VaultDisk disk, Keyring ring, SealingKey key, Secp256k1 curve, SecureRandom random, RetryDelay guesses) {
        this.guesses = guesses;
        this.disk = disk;
        this.ring = ring;
        this.key = key;
        this.curve = curve;
        this.random = random;
    }

    /// From now on the vault asks `lock` before each use and closes itself when that says so.
    public synchronized void lockWith(AutoLock lock) {
        autoLock = Optional.of(lock);
    }

    public synchronized boolean isLocked() {
        if (!closed && autoLock.isPresent() && autoLock.get().check()) {
            close();
        }
        return closed;
    }

    /// Wipes everything. May be called twice.
    @Override
    public synchronized void close() {
        closed = true;
        ring.close();
        key.close();
    }

    /// In the order of their ids; empty once locked.
    public synchronized List<Account> accounts() {
        return isLocked() ? List.of() : ring.accounts();
    }

    public synchronized Optional<Account> account(AccountId id) {
        return isLocked() ? Optional.empty() : ring.account(id);
    }

    public synchronized List<SeedInfo> seeds() {
        return isLocked()
                ? List.of()
                : ring.seeds().stream().map(Keyring.Seed::info).toList();
    }

    /// Keeps seed words. Makes no account yet.
    /// @param phrase not kept
    /// @param passphrase may be empty; not kept
    public synchronized Changed<SeedInfo> addSeed(Phrase phrase, Secret passphrase) {
        return change(next -> {
            if (next.seeds().size() >= Keyring.MOST_SEEDS || passphrase.size() > KeyringFormat.MOST_PASSPHRASE) {
                return new Changed.Refused<>(Changed.Reason.TOO_MANY);
            }
            SeedId id = new SeedId(next.nextSeed());
            Keyring.Seed seed = new Keyring.Seed(id, phrase.language(), phrase.entropy(), passphrase.copy());
            next.put(seed);
            return new Changed.Done<>(seed.info());
        });
    }

    /// The next account on the path that most wallets use, `m/44'/60'/0'/0/i`.
    public synchronized Changed<Account> addAccount(SeedId seed) {
        for (int i = 0; !isLocked(); i++) {
            DerivationPath path = PathKind.ADDRESS_INDEX.path(i);
            Account.Origin origin = new Account.Origin.Derived(seed, path);
            if (ring.accounts().stream().noneMatch(account -> account.origin().equals(origin))) {
                return addAccount(seed, path);
            }
        }
        return new Changed.Locked<>();
    }

    /// The account on one path, such as one that was found in use.
    public synchronized Changed<Account> addAccount(SeedId seed, DerivationPath path) {
        return change(next -> {
            Optional<Keyring.Seed> words = next.seed(seed);
            if (words.isEmpty()) {
                return new Changed.Refused<>(Changed.Reason.UNKNOWN_SEED);
            }
            Optional<HdKey> derived = derive(words.get(), path);
            if (derived.isEmpty()) {
                return new Changed.Refused<>(Changed.Reason.NO_KEY_THERE);
            }
            try (HdKey child = derived.get()) {
                return add(next, child.address(), new Account.Origin.Derived(seed, path), Optional::empty);
            }
        });
    }

    /// @param privateKey 32 bytes; not kept
    public synchronized Changed<Account> importKey(Secret privateKey) {
        if (!privateKey.with(curve::isValidKey)) {
            return new Changed.Refused<>(Changed.Reason.NOT_A_KEY);
        }
        Address address = privateKey.with(curve::addressOfKey);
        return change(next -> add(next, address, new Account.Origin.Imported(), () -> Optional.of(privateKey.copy())));
    }

    public synchronized Changed<Account> watch(Address address) {
        return change(next -> add(next, address, new Account.Origin.WatchOnly(), Optional::empty));
    }

    private Changed<Account> add(
            Keyring next, Address address, Account.Origin origin, Supplier<Optional<Secret>> importedKey) {
        Optional<Account> same = next.accounts().stream()
                .filter(account -> account.address().equals(address))
                .findFirst();
        // A watch-only account may be given its key; its id, and all that is known of it, stays.
        boolean upgrade = same.isPresent() && !same.get().canSign() && !(origin instanceof Account.Origin.WatchOnly);
        if (same.isPresent() && !upgrade) {
            return new Changed.AlreadyThere<>(same.get());
        }
        if (next.accounts().size() >= Keyring.MOST_ACCOUNTS) {
            return new Changed.Refused<>(Changed.Reason.TOO_MANY);
        }
        AccountId id = same.map(Account::id).orElseGet(() -> new AccountId(next.nextAccount()));
        Account account = new Account(id, address, origin);
        importedKey.get().ifPresentOrElse(secret -> next.put(account, secret), () -> next.put(account));
        return new Changed.Done<>(account);
    }

    /// Forgets an account; an imported key is gone with it.
    public synchronized Changed<Account> removeAccount(AccountId id) {
        return change(next -> {
            Optional<Account> account = next.account(id);
            if (account.isEmpty()) {
                return new Changed.Refused<>(Changed.Reason.UNKNOWN_ACCOUNT);
            }
            next.remove(id);
            return new Changed.Done<>(account.get());
        });
    }

    /// Forgets seed words that no account uses any more.
    public synchronized Changed<SeedInfo> removeSeed(SeedId id) {
        return change(next -> {
            Optional<SeedInfo> info = next.seed(id).map(Keyring.Seed::info);
            if (info.isEmpty()) {
                return new Changed.Refused<>(Changed.Reason.UNKNOWN_SEED);
            }
            boolean used = next.accounts().stream()
                    .anyMatch(account -> account.origin() instanceof Account.Origin.Derived derived
                            && derived.seed().equals(id));
            if (used) {
                return new Changed.Refused<>(Changed.Reason.SEED_IN_USE);
            }
            next.remove(id);
            return new Changed.Done<>(info.get());
        });
    }

    /// The new password gets a salt of its own; the backup is rewritten under it, too.
    /// @param old not kept
    /// @param fresh not kept
    public synchronized Changed<Boolean> changePassword(Secret old, Secret fresh) {
        if (isLocked()) {
            return new Changed.Locked<>();
        }
        if (fresh.size() == 0) {
            return new Changed.Refused<>(Changed.Reason.EMPTY_PASSWORD);
        }
        if (!isPassword(old)) {
            return new Changed.Refused<>(Changed.Reason.WRONG_PASSWORD);
        }
        SealingKey next = SealingKey.fresh(fresh, key.parameters(), random);
        Optional<String> problem = disk.save(ring, next);
        if (problem.isPresent()) {
            next.close();
            return new Changed.NotSaved<>(problem.get());
        }
        key.close();
        key = next;
        return new Changed.Done<>(true);
    }

    private <T> Changed<T> change(Function<Keyring, Changed<T>> edit) {
        if (isLocked()) {
            return new Changed.Locked<>();
        }
        Keyring next = ring.copy();
        Changed<T> outcome = edit.apply(next);
        if (!(outcome instanceof Changed.Done<T>)) {
            next.close();
            return outcome;
        }
        Optional<String> problem = disk.save(next, key);
        if (problem.isPresent()) {
            next.close();
            return new Changed.NotSaved<>(problem.get());
        }
        ring.close();
        ring = next;
        return outcome;
    }

    /// Writes file and backup as they are in memory.
    synchronized Optional<String> saveAgain() {
        return disk.save(ring, key);
    }

    /// Addresses `from` to `from + count - 1` on one of the common paths, for looking up which were used before.
    /// @return empty if there is no such seed or the vault is locked
    public synchronized List<Candidate> candidates(SeedId seed, PathKind kind, int from, int count) {
        Optional<HdKey> root = isLocked() ? Optional.empty() : ring.seed(seed).flatMap(this::master);
        if (root.isEmpty()) {
            return List.of();
        }
        List<Candidate> candidates = new ArrayList<>();
        try (HdKey master = root.get()) {
            for (int number = from; number < from + count; number++) {
                DerivationPath path = kind.path(number);
                master.derive(path).ifPresent(child -> {
                    try (child) {
                        candidates.add(new Candidate(path, child.address()));
                    }
                });
            }
        }
        return List.copyOf(candidates);
    }

    /// The seed words, after the password was typed again.
    public synchronized Exported<Phrase> exportWords(SeedId seed, Secret password) {
        return export(password, () -> ring.seed(seed).map(Keyring.Seed::phrase));
    }

    /// The private key of one account, after the password was typed again.
    public synchronized Exported<Secret> exportKey(AccountId id, Secret password) {
        return export(password, () -> ring.account(id).flatMap(this::keyOf));
    }

    /// The key as a keystore file (version 3, scrypt) under a password of its own.
    /// @return UTF-8 JSON; encrypted, but held as a secret because weak passwords exist
    public synchronized Exported<Secret> exportKeystore(AccountId id, Secret password, Secret keystorePassword) {
        return export(
                password,
                () -> ring.account(id).flatMap(this::keyOf).map(privateKey -> {
                    try (privateKey) {
                        return Secret.take(Keystore.write(privateKey, keystorePassword, curve, random));
                    }
                }));
    }

    /// Whoever sits at an open vault and does not know the password gets no more tries than at a closed one:
    /// after them it locks, and opening it must wait.
    private boolean isPassword(Secret typed) {
        if (key.isFrom(typed)) {
            guesses.succeeded();
            return true;
        }
        guesses.failed();
        if (guesses.remaining().isPresent()) {
            close();
        }
        return false;
    }

    private <T> Exported<T> export(Secret password, Supplier<Optional<T>> reveal) {
        if (isLocked()) {
            return new Exported.Locked<>();
        }
        if (!isPassword(password)) {
            return new Exported.WrongPassword<>();
        }
        return reveal.get().<Exported<T>>map(Exported.Revealed::new).orElseGet(Exported.NothingThere::new);
    }

    /// A request in words for one account.
    /// @return empty if there is no such account or the vault is locked
    public synchronized Optional<Description> describe(SigningRequest request, AccountId id, Facts facts) {
        return account(id).map(account -> request.describe(account.address(), facts));
    }

    /// Signs what was described and approved.
    /// @throws IllegalStateException if the signature does not recover to the account: freeze, sign nothing more
    public synchronized Signing sign(SigningRequest request, AccountId id, Approval approval) {
        if (isLocked()) {
            return new Signing.Locked();
        }
        Optional<Account> account = ring.account(id);
        if (account.isEmpty()) {
            return new Signing.UnknownAccount();
        }
        Optional<Secret> privateKey = keyOf(account.get());
        if (privateKey.isEmpty()) {
            return new Signing.WatchOnly();
        }
        try (Secret lent = privateKey.get()) {
            return new Signer(curve).sign(request, account.get().address(), lent, approval);
        }
    }

    /// A copy that the caller closes.
    private Optional<Secret> keyOf(Account account) {
        return switch (account.origin()) {
            case Account.Origin.Derived(SeedId seed, DerivationPath path) ->
                ring.seed(seed).flatMap(words -> derive(words, path)).map(child -> {
                    try (child) {
                        return child.privateKey();
                    }
                });
            case Account.Origin.Imported() -> ring.importedKey(account.id()).map(Secret::copy);
            case Account.Origin.WatchOnly() -> Optional.empty();
        };
    }

    private Optional<HdKey> derive(Keyring.Seed words, DerivationPath path) {
        return master(words).flatMap(root -> {
            try (root) {
                return root.derive(path);
            }
        });
    }

    private Optional<HdKey> master(Keyring.Seed words) {
        try (Phrase phrase = words.phrase();
                Secret seed = phrase.seed(words.passphrase)) {
            return HdKey.master(seed, curve);
        }
    }
}
