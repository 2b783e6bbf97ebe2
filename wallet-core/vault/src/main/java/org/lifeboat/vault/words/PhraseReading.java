package org.lifeboat.vault.words;

import java.util.List;

/// What came of reading typed seed words.
public sealed interface PhraseReading {
    /// Words of one list with a right checksum. The caller closes `phrase`.
    /// @param alsoValidIn other languages in which the same words are right (Chinese characters that stand in
    /// both lists, mostly); the keys are the same, because they come from the text of the words, not from the
    /// language
    record Valid(Phrase phrase, List<Language> alsoValidIn) implements PhraseReading {}

    /// Words that are not in the list of the language that fits most of them.
    record UnknownWords(Language language, List<Unknown> words) implements PhraseReading {}

    /// A phrase has 12, 15, 18, 21 or 24 words.
    record WrongCount(int words) implements PhraseReading {}

    /// Every word is known, but together they are not a phrase: a word is wrong or two changed places.
    record WrongChecksum(List<Language> languages) implements PhraseReading {}

    /// @param position 1 for the first word
    /// @param nearest places of the nearest words in the list of `language`, best first; may be empty. What
    /// was meant is a secret: it becomes text only where it is shown.
    record Unknown(int position, Language language, List<Integer> nearest) {
        public Unknown {
            nearest = List.copyOf(nearest);
        }

        /// The nearest words as they are shown to a person.
        public List<String> suggestions() {
            WordList list = WordList.of(language);
            return nearest.stream()
                    .map(index -> WordHints.shown(list.word(index)))
                    .toList();
        }

        @Override
        public String toString() {
            return "Unknown[position=" + position + "]";
        }
    }
}
