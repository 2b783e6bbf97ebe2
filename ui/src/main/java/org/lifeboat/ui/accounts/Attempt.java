package org.lifeboat.ui.accounts;

import java.util.List;
import org.lifeboat.vault.Changed;

/// Where the form that is open stands: the same for everything that is done with keys.
public sealed interface Attempt {
    /// Nothing was tried yet, or it was given up.
    record Resting() implements Attempt {}

    /// @param canBeGivenUp whether *Cancel* leaves everything as it was
    record Working(boolean canBeGivenUp) implements Attempt {}

    /// Nothing was changed.
    /// @param key of the sentence that says why
    record Refused(Spot spot, String key, List<String> arguments) implements Attempt {
        public Refused {
            arguments = List.copyOf(arguments);
        }

        static Refused at(Spot spot, String key, String... arguments) {
            return new Refused(spot, key, List.of(arguments));
        }
    }

    /// The vault refused it; nothing was changed.
    record RefusedByVault(Changed.Reason reason) implements Attempt {}

    /// The words are open, in [AccountsViewModel#words].
    record WordsOpen() implements Attempt {}

    record Done(AccountsScreen.News news) implements Attempt {}

    /// Which field a sentence stands under.
    enum Spot {
        LABEL,
        ADDRESS,
        KEY,
        FILE,
        FILE_PASSWORD,
        PASSWORD,
        WHOLE_FORM
    }
}
