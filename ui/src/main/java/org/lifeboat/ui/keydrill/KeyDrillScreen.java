package org.lifeboat.ui.keydrill;

import java.util.List;
import org.lifeboat.vault.WordsProof;

/// What the page of the key drill shows.
public sealed interface KeyDrillScreen {
    record Loading() implements KeyDrillScreen {}

    /// The keys could not be read: there may well be words.
    record Unreadable() implements KeyDrillScreen {}

    /// The wallet has locked itself: what it holds cannot be seen.
    record Locked() implements KeyDrillScreen {}

    /// There are no words in this wallet that could be proven.
    record NoWords() implements KeyDrillScreen {}

    /// @param others accounts that come from no words: their keys need a copy of their own
    record Choosing(int others) implements KeyDrillScreen {}

    /// Some words are asked for.
    /// @param asked positions, 1 for the first word
    /// @param flaw of the last try
    record Few(List<Integer> asked, Flaw flaw) implements KeyDrillScreen {
        public Few {
            asked = List.copyOf(asked);
        }
    }

    /// All words are asked for.
    record Whole(Flaw flaw) implements KeyDrillScreen {}

    record Checking() implements KeyDrillScreen {}

    /// @param accounts that the words bring back
    /// @param others that they do not
    /// @param whole whether all words were typed
    record Proven(int accounts, int others, boolean whole) implements KeyDrillScreen {}

    /// What was wrong with a try.
    sealed interface Flaw {
        record None() implements Flaw {}

        record Said(WordsProof.Outcome outcome) implements Flaw {}

        /// The disk or the program failed; nothing was proven.
        record Failed() implements Flaw {}
    }
}
