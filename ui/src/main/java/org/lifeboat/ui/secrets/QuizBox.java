package org.lifeboat.ui.secrets;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;

/// The quiz on a page: one question at a time, four buttons, and a kind sentence for a wrong pick.
public final class QuizBox extends VBox {
    private final Surroundings around;
    private final WordsQuiz quiz;
    private final Runnable done;
    private final Label question = Labels.heading("");
    private final Label remark = Labels.wrapped("", "lb-tone-today");
    private final FlowPane choices = new FlowPane(8, 8);

    public QuizBox(Surroundings around, WordsQuiz quiz, Runnable done) {
        super(12);
        this.around = around;
        this.quiz = quiz;
        this.done = done;
        getChildren().addAll(question, choices, remark);
        show();
    }

    /// Takes the words off the screen and out of the buttons. To be called when the page is left.
    public void empty() {
        quiz.empty();
        clear();
    }

    private void clear() {
        choices.getChildren().forEach(each -> {
            if (each instanceof Button button) {
                button.setText("");
                button.setOnAction(null);
            }
        });
        choices.getChildren().clear();
    }

    private void show() {
        clear();
        question.setText(around.say("words.which", quiz.question().order(), quiz.number(), quiz.count()));
        choices.getChildren()
                .addAll(quiz.question().choices().stream().map(this::button).toList());
    }

    private Button button(String word) {
        Button button = new Button(word);
        button.getStyleClass().add("lb-pick");
        button.setPrefWidth(132);
        button.setOnAction(_ -> pick(word));
        return button;
    }

    private void pick(String word) {
        if (!quiz.answer(word)) {
            remark.setText(around.say("words.wrongPick"));
            return;
        }
        remark.setText("");
        if (quiz.isOver()) {
            empty();
            done.run();
        } else {
            show();
            choices.getChildren().getFirst().requestFocus();
        }
    }
}
