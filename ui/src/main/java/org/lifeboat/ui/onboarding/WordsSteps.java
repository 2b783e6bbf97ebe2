package org.lifeboat.ui.onboarding;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.lifeboat.ui.onboarding.OnboardingScreen.WordsProblem;
import org.lifeboat.ui.onboarding.OnboardingView.Step;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Field;
import org.lifeboat.ui.parts.HelpMark;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.secrets.PasswordBox;
import org.lifeboat.ui.secrets.QuizBox;
import org.lifeboat.ui.secrets.WordsBox;
import org.lifeboat.ui.secrets.WordsCard;
import org.lifeboat.ui.secrets.WordsQuiz;
import org.lifeboat.vault.words.Phrase;

/// The pages with seed words: shown once, confirmed by picking, or typed in.
final class WordsSteps {
    private WordsSteps() {}

    static Step show(Surroundings around, OnboardingViewModel model) {
        Phrase phrase = model.words().orElseThrow();
        WordsCard card = new WordsCard(around, phrase);
        Button written = Buttons.primary(around.say("words.written"), model::wordsWritten);
        VBox page = new VBox(
                Labels.title(around.say("words.title")),
                Labels.wrapped(around.say("words.why", phrase.size())),
                Bar.caution(around, around.say("money.words")),
                card,
                Labels.wrapped(around.say("words.restores"), "lb-quiet"),
                Ways.buttons(Ways.back(around, model), written));
        return new Step(page, card::empty, _ -> false);
    }

    static Step confirm(Surroundings around, OnboardingViewModel model, RandomGenerator random) {
        QuizBox quiz = new QuizBox(around, new WordsQuiz(model.words().orElseThrow(), random), model::wordsConfirmed);
        VBox page = new VBox(
                Labels.title(around.say("words.confirm")),
                Labels.wrapped(around.say("words.confirm.why"), "lb-quiet"),
                quiz,
                Ways.buttons(Ways.back(around, model)));
        return new Step(page, quiz::empty, _ -> false);
    }

    static Step enter(Surroundings around, OnboardingViewModel model, OnboardingScreen.EnterWords screen) {
        WordsBox box = new WordsBox();
        Field field = new Field(around.say("words.enter.field"), box.control(), around.say("words.enter.hint"));
        PasswordBox extra = new PasswordBox();
        HBox.setHgrow(extra.control(), Priority.ALWAYS);
        Field passphrase = new Field(
                around.say("words.passphrase"),
                extra.control(),
                new HBox(
                        8,
                        extra.control(),
                        new HelpMark(around, around.say("words.passphrase"), around.say("words.passphrase.why"))),
                around.say("words.passphrase.hint"));
        Consumer<WordsProblem> show = problem -> {
            String wrong = wrong(around, problem);
            if (wrong.isEmpty()) {
                field.right();
            } else {
                field.wrong(wrong);
            }
        };
        show.accept(screen.problem());
        Button go = Buttons.primary(around.say("action.continue"), () -> model.enterWords(box.copy(), extra.copy()));
        VBox page = new VBox(
                Labels.title(around.say("words.enter")),
                Labels.wrapped(around.say("words.enter.why"), "lb-quiet"),
                field,
                passphrase,
                Ways.buttons(Ways.back(around, model), go));
        return new Step(
                page,
                () -> {
                    box.empty();
                    extra.empty();
                    field.right(); // what was wrong names a word
                },
                next -> {
                    if (!(next instanceof OnboardingScreen.EnterWords(WordsProblem problem))) {
                        return false;
                    }
                    show.accept(problem);
                    box.control().requestFocus();
                    return true;
                });
    }

    private static String wrong(Surroundings around, WordsProblem problem) {
        return switch (problem) {
            case WordsProblem.None() -> "";
            case WordsProblem.Count(int words) -> around.phrases().count("words.enter.count", words);
            case WordsProblem.Unknown(int position, var suggestions) ->
                suggestions.isEmpty()
                        ? around.say("words.enter.unknown", position)
                        : around.say("words.enter.meant", position, String.join(around.say("list.comma"), suggestions));
            case WordsProblem.Checksum() -> around.say("words.enter.checksum");
        };
    }
}
