package org.lifeboat.ui.secrets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.lifeboat.vault.words.Phrase;

/// Asks for a few of the words that were just written down, each to be picked from four words of the same phrase.
public final class WordsQuiz {
    static final int QUESTIONS = 3;
    static final int CHOICES = 4;

    private final List<Question> questions;
    private int at;

    /// @param phrase is read, not kept as a whole, and not closed
    public WordsQuiz(Phrase phrase, RandomGenerator random) {
        List<String> words = WordsCard.split(phrase);
        List<Integer> positions =
                new ArrayList<>(IntStream.range(0, words.size()).boxed().toList());
        Collections.shuffle(positions, random);
        List<Question> asked = new ArrayList<>();
        for (int position : positions.subList(0, QUESTIONS).stream().sorted().toList()) {
            asked.add(new Question(position + 1, words.get(position), choices(words, position, random)));
        }
        this.questions = asked;
    }

    /// @return whether `word` is the right one; a wrong one leaves the question standing
    public boolean answer(String word) {
        if (isOver() || !questions.get(at).word.equals(word)) {
            return false;
        }
        at++;
        return true;
    }

    public boolean isOver() {
        return at == questions.size();
    }

    /// Counts from 1.
    public int number() {
        return at + 1;
    }

    public int count() {
        return questions.size();
    }

    Question question() {
        return questions.get(at);
    }

    /// Forgets the words.
    public void empty() {
        questions.clear();
        at = 0;
    }

    private static List<String> choices(List<String> words, int position, RandomGenerator random) {
        List<String> others = new ArrayList<>(words.stream()
                .distinct()
                .filter(word -> !word.equals(words.get(position)))
                .toList());
        Collections.shuffle(others, random);
        List<String> choices = new ArrayList<>(others.subList(0, Math.min(CHOICES - 1, others.size())));
        choices.add(words.get(position));
        Collections.shuffle(choices, random);
        return choices;
    }

    /// @param order which word is asked for, counted from 1
    record Question(int order, String word, List<String> choices) {
        /// Silent about the word.
        @Override
        public String toString() {
            return "Question " + order;
        }
    }
}
