package org.lifeboat.ui.withdraw;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.Ladder;
import org.lifeboat.engine.exit.Leaving;
import org.lifeboat.ui.look.Icons;
import org.lifeboat.ui.parts.Anew;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.phrases.ForewarningWords;
import org.lifeboat.ui.withdraw.WithdrawScreen.Facts;

/// The steps of a withdrawal as a ladder with dates: who acts, when, and what happens if the program is closed.
final class LadderCard {
    private LadderCard() {}

    static Region of(Surroundings around, Facts facts, Leaving.Read leaving, ExitState.Way way) {
        VBox card = new VBox(
                12,
                Labels.heading(around.say("exits.ladder")),
                Labels.wrapped(around.say("exits.ladder.why"), "lb-quiet"));
        card.getStyleClass().add("lb-card");
        List<Ladder.Rung> rungs = Ladder.of(leaving.bridge(), facts.rhythm(), way, facts.now(), facts.windowOrUsual());
        boolean paused = leaving.bridge().paused();
        rungs.forEach(rung -> card.getChildren().add(rung(around, facts, rung, paused)));
        facts.rhythm()
                .filter(rhythm -> rhythm.late(facts.now()))
                .ifPresent(rhythm -> card.getChildren()
                        .add(Anew.wrapped(
                                () -> around.say(
                                        "exits.ladder.late",
                                        around.phrases().ago(rhythm.newest()),
                                        around.phrases().span(rhythm.between())),
                                "lb-tone-week")));
        return card;
    }

    private static Node rung(Surroundings around, Facts facts, Ladder.Rung rung, boolean paused) {
        ForewarningWords said = new ForewarningWords(around.phrases(), facts.l2(), facts.l1());
        Label title = Labels.wrapped(said.title(rung), "lb-strong");
        VBox words = new VBox(
                2,
                title,
                Labels.wrapped(said.when(rung, facts.window().isPresent(), paused)),
                Labels.wrapped(around.say("exits.ladder.closed." + rung.kind()), "lb-quiet", "lb-small"));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        return new HBox(12, Icons.beside(icon(rung.kind())), words);
    }

    private static Ikon icon(Ladder.Kind kind) {
        return switch (kind) {
            case START, START_THROUGH_L1 -> Feather.EDIT_2;
            case ON_L2 -> Feather.CLOCK;
            case PROVE -> Feather.FILE_TEXT;
            case FINISH -> Feather.LOG_OUT;
        };
    }
}
