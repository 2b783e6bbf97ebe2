package org.lifeboat.ui.accounts;

import java.util.List;
import org.lifeboat.engine.account.Account;

/// What the page of accounts and keys shows.
public sealed interface AccountsScreen {
    /// The records are being read.
    record Loading() implements AccountsScreen {}

    /// The records could not be read.
    record Unreadable() implements AccountsScreen {}

    /// @param accounts all of them, hidden ones included
    /// @param news what became of the last change
    record Shown(List<Account> accounts, Holding holding, News news) implements AccountsScreen {
        public Shown {
            accounts = List.copyOf(accounts);
        }
    }

    /// What lies in this profile beside the records.
    enum Holding {
        /// No vault: the profile only watches.
        NO_KEYS,
        /// Keys that were brought in, and no words.
        KEYS_ONLY,
        /// Words, and perhaps keys beside them.
        WORDS
    }

    /// What is to be said about the last change.
    sealed interface News {
        record None() implements News {}

        record Added(Account account) implements News {}

        /// Its key was brought in, so the words do not bring it back.
        record Imported(Account account) implements News {}

        record Renamed(Account account) implements News {}

        record Removed(Account account) implements News {}

        record KeySaved(Account account, String file) implements News {}

        record PasswordChanged() implements News {}

        /// Opened again and found whole.
        record BackedUp(String file, int accounts, int contacts, int transactions) implements News {}
    }
}
