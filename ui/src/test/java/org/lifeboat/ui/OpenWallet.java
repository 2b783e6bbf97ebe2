package org.lifeboat.ui;

import java.time.Duration;
import org.lifeboat.engine.account.Accounts;
import org.lifeboat.ui.session.Keys;
import org.lifeboat.vault.Changed;
import org.lifeboat.vault.Created;
import org.lifeboat.vault.LockClock;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.UnlockedVault;
import org.lifeboat.vault.kdf.KdfParameters;
import org.lifeboat.vault.words.Phrase;
import org.lifeboat.vault.words.PhraseReader;
import org.lifeboat.vault.words.PhraseReading;

/// A profile with keys that are open: the well-known words and their first account, under a password that
/// costs little to try.
public final class OpenWallet implements AutoCloseable {
    /// The first of the reference vectors of BIP-39 (trezor/python-mnemonic, vectors.json).
    public static final String WORDS = "abandon ".repeat(11) + "about";

    public static final String PASSWORD = "four unrelated words";

    /// The first account of these words.
    public static final String FIRST = "0x9858EfFD232B4033E47d90003D41EC34EcaEda94";

    private final Records records = new Records();
    private final Accounts accounts = new Accounts(records.storage());
    private final Keys keys = new Keys(records.vault(), accounts, LockClock.system());

    public OpenWallet() {
        seal(records);
        keys.unlock(password(), Duration.ofMinutes(10));
        accounts.rename(accounts.all().getFirst().address(), "Account 1");
    }

    /// Puts a vault with the words and their first account onto the disk of `records`.
    public static void seal(Records records) {
        try (Secret password = password();
                Secret typed = Secret.take(WORDS.toCharArray())) {
            if (!(records.vault().create(password, KdfParameters.least()) instanceof Created.Done(UnlockedVault made))
                    || !(PhraseReader.read(typed) instanceof PhraseReading.Valid(Phrase phrase, var _))) {
                throw new IllegalStateException("no vault to test with");
            }
            try (made;
                    phrase) {
                if (!(made.addSeed(phrase, Secret.empty()) instanceof Changed.Done<?>)) {
                    throw new IllegalStateException("no words to test with");
                }
                made.addAccount(made.seeds().getFirst().id());
            }
        }
    }

    public static Secret password() {
        return Secret.take(PASSWORD.toCharArray());
    }

    public Records records() {
        return records;
    }

    public Accounts accounts() {
        return accounts;
    }

    public Keys keys() {
        return keys;
    }

    @Override
    public void close() {
        keys.lock();
        records.close();
    }
}
