package org.lifeboat.ui.discovery;

import java.util.List;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.discovery.Discovery;

/// What the page of looking for used accounts shows.
public sealed interface LookScreen {
    /// The records are being read.
    record Loading() implements LookScreen {}

    /// No source is chosen: nobody can be asked.
    record NobodyToAsk() implements LookScreen {}

    /// Nothing was asked yet.
    /// @param hosts who would learn that the addresses belong together
    record Offer(List<String> hosts) implements LookScreen {
        public Offer {
            hosts = List.copyOf(hosts);
        }
    }

    /// @param adding what was found is being written down: this cannot be given up
    record Looking(boolean adding) implements LookScreen {}

    /// @param added what was not in the list before
    /// @param used how many used accounts there are in all
    /// @param incomplete where an answer is missing: accounts may be missing, too
    record Found(List<Account> added, int used, List<Discovery.Unanswered> incomplete) implements LookScreen {
        public Found {
            added = List.copyOf(added);
            incomplete = List.copyOf(incomplete);
        }
    }

    /// The wallet locked itself meanwhile.
    record Locked() implements LookScreen {}

    /// The wallet holds no words.
    record NoWords() implements LookScreen {}

    /// The disk did not take an account that was found.
    record NotSaved(String why) implements LookScreen {}

    record Failed() implements LookScreen {}
}
