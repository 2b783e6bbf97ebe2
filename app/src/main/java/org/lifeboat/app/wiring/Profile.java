package org.lifeboat.app.wiring;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.lifeboat.engine.account.Accounts;
import org.lifeboat.engine.contact.Contacts;
import org.lifeboat.engine.network.Networks;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.engine.sync.Beacons;
import org.lifeboat.engine.sync.Follower;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.engine.token.Tokens;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.store.Opening;
import org.lifeboat.store.ProfileLock;
import org.lifeboat.store.ProfileStore;
import org.lifeboat.vault.Vault;

/// One profile, opened by this process: its records and what can be done with them without any network.
public final class Profile implements AutoCloseable {
    private final Path folder;
    private final ProfileLock lock;
    private final ProfileStore store;
    private final boolean play;
    private final InstantSource outside;
    private final Networks networks;
    private final Accounts accounts;
    private final Contacts contacts;
    private final Tokens tokens;
    private final Vault vault;
    private final ConcurrentMap<ChainId, Follower> followers = new ConcurrentHashMap<>();

    private Profile(Path folder, ProfileLock lock, ProfileStore store, InstantSource outside) {
        this.folder = folder;
        this.outside = outside;
        this.lock = lock;
        this.store = store;
        this.play = PlayMoney.isIn(folder);
        this.networks = new Networks(PlayMoney.registry(play), store, PlayMoney.realm(play));
        this.accounts = new Accounts(store);
        this.contacts = new Contacts(store);
        this.tokens = new Tokens(TokenList.bundled(), store.tokens());
        this.vault = Vault.at(folder.resolve("keys.vault"));
    }

    /// What came of opening a profile.
    public sealed interface Opened {
        record Ready(Profile profile) implements Opened {}

        /// Another process has it.
        record InUse(Optional<ProfileLock.Holder> holder) implements Opened {}

        /// The file of records is damaged; nothing was touched.
        record Damaged(Path file, String detail) implements Opened {}

        /// A newer version of the program wrote it; nothing was touched.
        record UpdateNeeded() implements Opened {}
    }

    /// Opens the profile in `folder`, which is made if it does not exist.
    public static Opened open(Path folder) {
        return open(folder, ProfileLock.Stay.OPEN);
    }

    /// As [#open(Path)].
    /// @param stay what others are told who want it meanwhile
    public static Opened open(Path folder, ProfileLock.Stay stay) {
        return open(folder, stay, InstantSource.system());
    }

    /// As [#open(Path)], with another clock than this computer's.
    static Opened open(Path folder, InstantSource outside) {
        return open(folder, ProfileLock.Stay.OPEN, outside);
    }

    private static Opened open(Path folder, ProfileLock.Stay stay, InstantSource outside) {
        return switch (ProfileLock.take(folder.resolve("profile.lock"), Instant.now(), stay)) {
            case ProfileLock.Outcome.Taken(Optional<ProfileLock.Holder> holder) -> new Opened.InUse(holder);
            case ProfileLock.Outcome.Held(ProfileLock lock) -> open(folder, lock, outside);
        };
    }

    /// The profile in a folder that was made for it just now.
    public static Profile fresh(Path folder) {
        return fresh(folder, InstantSource.system());
    }

    /// As [#fresh(Path)], with another clock than this computer's.
    static Profile fresh(Path folder, InstantSource outside) {
        return switch (open(folder, ProfileLock.Stay.OPEN, outside)) {
            case Opened.Ready(Profile ready) -> ready;
            case Opened.InUse _, Opened.Damaged _, Opened.UpdateNeeded _ ->
                throw new IllegalStateException("a new folder is no profile");
        };
    }

    private static Opened open(Path folder, ProfileLock lock, InstantSource outside) {
        Path file = folder.resolve("profile.db");
        return switch (ProfileStore.open(file)) {
            case Opening.Opened(ProfileStore store) -> new Opened.Ready(new Profile(folder, lock, store, outside));
            case Opening.Damaged(String detail) -> {
                lock.close();
                yield new Opened.Damaged(file, detail);
            }
            case Opening.UpdateNeeded _ -> {
                lock.close();
                yield new Opened.UpdateNeeded();
            }
        };
    }

    public Path folder() {
        return folder;
    }

    /// Whether it is a profile of play money, which knows the sandbox and nothing else.
    public boolean play() {
        return play;
    }

    public Storage storage() {
        return store;
    }

    public Networks networks() {
        return networks;
    }

    public Accounts accounts() {
        return accounts;
    }

    public Contacts contacts() {
        return contacts;
    }

    public Tokens tokens() {
        return tokens;
    }

    /// How far the L1 of `chain` has been verified here. Empty where the chain's consensus network is not known.
    public Optional<Follower> follower(ChainId chain) {
        Optional<Follower> there = Optional.ofNullable(followers.get(chain));
        return there.isPresent()
                ? there
                : new Beacons(store.sync())
                        .network(chain)
                        .map(network -> followers.computeIfAbsent(
                                chain, of -> new Follower(of, network, store.sync(), clock())));
    }

    /// The keys; closed until somebody opens them with the password.
    public Vault vault() {
        return vault;
    }

    /// This computer's time; in a profile of play money its sandbox's, which stands still while that does not run.
    public InstantSource clock() {
        return play ? new PlayClock(folder, outside) : outside;
    }

    /// Whether it is one of play money whose sandbox does not run: nobody answers, and its time stands still.
    public boolean worldStands() {
        return play && new PlayClock(folder, outside).stands();
    }

    @Override
    public void close() {
        store.close();
        lock.close();
    }
}
