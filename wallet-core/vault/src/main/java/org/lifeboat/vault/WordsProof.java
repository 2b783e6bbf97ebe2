package org.lifeboat.vault;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Address;
import org.lifeboat.vault.hd.DerivationPath;
import org.lifeboat.vault.hd.HdKey;
import org.lifeboat.vault.words.Phrase;
import org.lifeboat.vault.words.PhraseReader;
import org.lifeboat.vault.words.PhraseReading;

/// Whether somebody still has the words of an open vault. What is typed is compared and forgotten; nothing is kept,
/// and nothing of the words themselves is told but which of the typed ones are wrong.
public final class WordsProof {
    private WordsProof() {}

    /// What came of it.
    public sealed interface Outcome {
        /// @param accounts that the words bring back
        record Proven(int accounts) implements Outcome {}

        /// @param positions of the typed words that are wrong, 1 for the first of the phrase
        record WrongWords(List<Integer> positions) implements Outcome {
            public WrongWords {
                positions = List.copyOf(positions);
            }
        }

        /// What was typed is no phrase. The words in it, if any, were closed.
        record NoPhrase(PhraseReading why) implements Outcome {}

        /// A phrase, but these accounts do not come from it, or not without their passphrase.
        record OtherWallet(int accounts) implements Outcome {}

        record WrongPassword() implements Outcome {}

        /// There are no such words in the vault, or no account of theirs.
        record NothingThere() implements Outcome {}

        record Locked() implements Outcome {}
    }

    /// With some of the words. Asks for the password too: an open vault must not tell, word after word, what is in it.
    /// @param password not closed
    /// @param typed by position, 1 for the first word of the phrase; none is closed
    public static Outcome few(UnlockedVault vault, SeedId seed, Secret password, Map<Integer, Secret> typed) {
        return switch (vault.exportWords(seed, password)) {
            case Exported.Revealed<Phrase>(Phrase phrase) -> {
                try (phrase) {
                    List<Integer> wrong = typed.entrySet().stream()
                            .filter(one -> !phrase.isWord(one.getKey() - 1, one.getValue()))
                            .map(Map.Entry::getKey)
                            .sorted()
                            .toList();
                    yield wrong.isEmpty() && !typed.isEmpty()
                            ? new Outcome.Proven(paths(vault, seed).size())
                            : new Outcome.WrongWords(wrong);
                }
            }
            case Exported.WrongPassword<Phrase> _ -> new Outcome.WrongPassword();
            case Exported.NothingThere<Phrase> _ -> new Outcome.NothingThere();
            case Exported.Locked<Phrase> _ -> new Outcome.Locked();
        };
    }

    /// With all of them: the accounts are made anew from what was typed, as in a wallet on a new machine, and their
    /// addresses are compared.
    /// @param typed not closed
    /// @param passphrase may be empty; not closed
    public static Outcome whole(UnlockedVault vault, SeedId seed, Secret typed, Secret passphrase) {
        if (vault.isLocked()) {
            return new Outcome.Locked();
        }
        Map<DerivationPath, Address> wanted = paths(vault, seed);
        if (wanted.isEmpty()) {
            return new Outcome.NothingThere();
        }
        return switch (PhraseReader.read(typed)) {
            case PhraseReading.Valid(Phrase phrase, var _) -> {
                try (phrase;
                        Secret made = phrase.seed(passphrase)) {
                    long missing = missing(made, wanted);
                    yield missing == 0 ? new Outcome.Proven(wanted.size()) : new Outcome.OtherWallet((int) missing);
                }
            }
            case PhraseReading.UnknownWords unknown -> new Outcome.NoPhrase(unknown);
            case PhraseReading.WrongCount count -> new Outcome.NoPhrase(count);
            case PhraseReading.WrongChecksum checksum -> new Outcome.NoPhrase(checksum);
        };
    }

    private static Map<DerivationPath, Address> paths(UnlockedVault vault, SeedId seed) {
        Map<DerivationPath, Address> paths = new HashMap<>();
        for (Account account : vault.accounts()) {
            if (account.origin() instanceof Account.Origin.Derived(SeedId of, DerivationPath path) && of.equals(seed)) {
                paths.put(path, account.address());
            }
        }
        return paths;
    }

    /// How many of the accounts do not come from it.
    private static long missing(Secret seed, Map<DerivationPath, Address> wanted) {
        Optional<HdKey> root = HdKey.master(seed, Secp256k1.preferred());
        if (root.isEmpty()) {
            return wanted.size();
        }
        try (HdKey master = root.get()) {
            return wanted.entrySet().stream()
                    .filter(one -> !comes(master, one.getKey(), one.getValue()))
                    .count();
        }
    }

    private static boolean comes(HdKey master, DerivationPath path, Address wanted) {
        Optional<HdKey> child = master.derive(path);
        if (child.isEmpty()) {
            return false;
        }
        try (HdKey key = child.get()) {
            return key.address().equals(wanted);
        }
    }
}
