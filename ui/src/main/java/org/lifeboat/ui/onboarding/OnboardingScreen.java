package org.lifeboat.ui.onboarding;

import java.util.List;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.SuggestedEndpoint;

/// The steps from nothing to a wallet.
public sealed interface OnboardingScreen {
    /// Which language.
    record ChooseLanguage() implements OnboardingScreen {}

    /// Create, restore, watch, offline.
    /// @param offline the user works without a network: only ways that make a wallet are offered
    record ChooseWay(boolean offline) implements OnboardingScreen {}

    /// New words, shown once.
    record ShowWords() implements OnboardingScreen {}

    /// A few of them are picked.
    record ConfirmWords() implements OnboardingScreen {}

    /// Words from elsewhere.
    record EnterWords(WordsProblem problem) implements OnboardingScreen {}

    /// A whole-profile backup.
    /// @param working it is being opened; nothing is written before both passwords have proven right
    record EnterBackup(boolean working, BackupProblem problem) implements OnboardingScreen {}

    /// An address to look at without a key.
    record EnterAddress(boolean wrong) implements OnboardingScreen {}

    record ChoosePassword(boolean saving, String diskProblem) implements OnboardingScreen {}

    /// Which servers may be asked; none is a good answer.
    record ChooseSources(List<Offer> offers, List<Chosen> chosen, EntryProblem problem) implements OnboardingScreen {
        public ChooseSources {
            offers = List.copyOf(offers);
            chosen = List.copyOf(chosen);
        }
    }

    /// A network and the servers that could be asked about it; none is chosen by the program.
    record Offer(Network network, List<SuggestedEndpoint> endpoints) {
        public Offer {
            endpoints = List.copyOf(endpoints);
        }
    }

    /// An address that the user wants asked.
    /// @param insecureToo whether the user agreed to a way that is open to others
    record Chosen(Network network, String url, boolean insecureToo) {}

    /// What is wrong with the words as they stand.
    sealed interface WordsProblem {
        record None() implements WordsProblem {}

        record Count(int words) implements WordsProblem {}

        /// @param position counted from 1
        /// @param suggestions the nearest words of the list
        record Unknown(int position, List<String> suggestions) implements WordsProblem {}

        record Checksum() implements WordsProblem {}
    }

    /// Why a backup was not restored.
    sealed interface BackupProblem {
        record None() implements BackupProblem {}

        /// Nothing was restored.
        /// @param key of the sentence
        record Refused(BackupField field, String key, List<String> arguments) implements BackupProblem {
            public Refused {
                arguments = List.copyOf(arguments);
            }
        }
    }

    /// Where a sentence about a backup stands.
    enum BackupField {
        FILE,
        PASSWORD,
        WALLET_PASSWORD,
        WHOLE_FORM
    }

    /// What is wrong with an address that was typed.
    sealed interface EntryProblem {
        record None() implements EntryProblem {}

        /// @param key of the sentence
        record Unusable(String key) implements EntryProblem {}

        /// The way there is open to others: the user has to agree.
        record Insecure(Network network, String url) implements EntryProblem {}
    }
}
