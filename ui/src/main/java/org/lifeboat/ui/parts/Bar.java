package org.lifeboat.ui.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.look.Icons;

/// A full-width sentence with its urgency: icon, word, colour. Never cut without a way to read it all.
public final class Bar extends HBox {
    /// A warning without a date: to be read before something is done.
    public static Bar caution(Surroundings around, String sentence, Node... actions) {
        return caution(around, () -> sentence, actions);
    }

    /// @param sentence says how old something is
    public static Bar caution(Surroundings around, Supplier<String> sentence, Node... actions) {
        Bar bar = new Bar(around, Urgency.CALM, sentence, actions);
        bar.getStyleClass().remove(Urgency.CALM.style());
        bar.getStyleClass().add(Urgency.ACT_TODAY.style());
        bar.getChildren().set(0, new Label("", Icons.beside(Feather.ALERT_TRIANGLE)));
        return bar;
    }

    /// @param actions buttons at the end, if any
    public Bar(Surroundings around, Urgency urgency, String sentence, Node... actions) {
        this(around, urgency, () -> sentence, actions);
    }

    /// @param saying says how old something is
    public Bar(Surroundings around, Urgency urgency, Supplier<String> saying, Node... actions) {
        String sentence = saying.get();
        getStyleClass().addAll("lb-bar", urgency.style());
        setMinHeight(USE_PREF_SIZE);
        Label icon = new Label("", Icons.beside(urgency.icon()));
        Label words = Anew.wrapped(saying);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        String word = urgency == Urgency.CALM ? "" : around.phrases().choice(urgency) + ". ";
        setAccessibleText(word + sentence);
        Anew.each(this, () -> Anew.describe(this, word + saying.get()));
        List<Node> beside = new ArrayList<>(List.of(whole(around, words, saying)));
        if (urgency != Urgency.CALM) {
            beside.add(Labels.styled(around.phrases().choice(urgency), "lb-strong", "lb-small"));
        }
        beside.addAll(List.of(actions));
        if (around.narrow().get() && sentence.length() > longest(around) / Math.max(1, actions.length)) {
            HBox row = new HBox(12);
            row.getChildren().addAll(beside);
            row.setAlignment(Pos.CENTER_LEFT);
            VBox below = new VBox(4, words, row);
            below.getStyleClass().add("lb-bar-said");
            HBox.setHgrow(below, Priority.ALWAYS);
            getChildren().addAll(icon, below);
        } else {
            getChildren().addAll(icon, words);
            getChildren().addAll(beside);
        }
    }

    /// Characters of a sentence that has little room and buttons beside it; below a longer one they get a row.
    private static int longest(Surroundings around) {
        return around.phrases().language() == Language.CHINESE ? 48 : 96;
    }

    /// Where a list has little height, the sentence above it gets two lines: then the rest is behind a link.
    private static Button whole(Surroundings around, Label words, Supplier<String> saying) {
        Button whole = Buttons.link(around.say("action.readAll"), () -> {
            Button close = Buttons.primary(around.say("action.close"), around.layer()::close);
            around.layer()
                    .show(around.say("action.readAll"), Anew.wrapped(saying), around.layer()::close, List.of(close));
        });
        whole.visibleProperty().bind(words.textTruncatedProperty());
        whole.managedProperty().bind(whole.visibleProperty());
        return whole;
    }
}
