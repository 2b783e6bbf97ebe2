package org.lifeboat.app.drill;

import java.security.SecureRandom;
import java.util.Optional;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.app.wiring.ProfileFacts;
import org.lifeboat.engine.send.Draft;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.vault.Account;
import org.lifeboat.vault.Changed;
import org.lifeboat.vault.Created;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.UnlockedVault;
import org.lifeboat.vault.signing.Approval;
import org.lifeboat.vault.signing.Description;
import org.lifeboat.vault.signing.Signed;
import org.lifeboat.vault.signing.Signing;
import org.lifeboat.vault.signing.TransactionRequest;
import org.lifeboat.vault.words.Language;
import org.lifeboat.vault.words.Phrase;

/// Somebody in a temporary profile of play money, with new words and a password that nobody needs to know.
public final class Player implements AutoCloseable {
    private static final int WORDS = 12;
    private static final int PASSWORD_BYTES = 32;

    private final Profile profile;
    private final UnlockedVault vault;
    private final Account account;

    private Player(Profile profile, UnlockedVault vault, Account account) {
        this.profile = profile;
        this.vault = vault;
        this.account = account;
    }

    /// A password that nobody can guess; the caller closes it.
    static Secret password() {
        return Secret.random(PASSWORD_BYTES, new SecureRandom());
    }

    /// With a password that nobody needs to know.
    /// @param profile new and of play money
    public static Player in(Profile profile) {
        try (Secret password = password()) {
            return in(profile, password);
        }
    }

    /// @param profile new and of play money
    /// @param password not closed
    static Player in(Profile profile, Secret password) {
        SecureRandom random = new SecureRandom();
        try (Secret none = Secret.empty();
                Phrase phrase = Phrase.generate(Language.ENGLISH, WORDS, random)) {
            if (!profile.play() || !(profile.vault().create(password) instanceof Created.Done(UnlockedVault vault))) {
                throw new IllegalStateException("no new profile of play money");
            }
            Account account =
                    done(vault.addAccount(done(vault.addSeed(phrase, none)).id()));
            return new Player(profile, vault, account);
        }
    }

    private static <T> T done(Changed<T> changed) {
        if (changed instanceof Changed.Done<T>(T value)) {
            return value;
        }
        throw new IllegalStateException("a new vault takes nothing: " + changed);
    }

    public Address address() {
        return account.address();
    }

    /// What is signed, in the words that the vault has for it.
    public Description describe(Draft draft) {
        return new TransactionRequest(draft.transaction()).describe(draft.from(), new ProfileFacts(profile));
    }

    /// @param approval of what [#describe] said
    public Optional<SignedTransaction> sign(Draft draft, Approval approval) {
        Signing signing = vault.sign(new TransactionRequest(draft.transaction()), account.id(), approval);
        return signing instanceof Signing.Done(Signed.Sendable(SignedTransaction signed))
                ? Optional.of(signed)
                : Optional.empty();
    }

    @Override
    public void close() {
        vault.close();
    }
}
