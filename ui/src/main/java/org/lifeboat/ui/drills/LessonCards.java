package org.lifeboat.ui.drills;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.primitives.Wei;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.PageBox;
import org.lifeboat.ui.parts.PageHead;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.session.LessonHall;

/// Lessons on the page of drills, and the page of one that was played: each step with its effect, and where a flaw is
/// used, what answers it in a real system.
final class LessonCards {
    private final Surroundings around;
    private final DrillsView.Actions actions;

    LessonCards(Surroundings around, DrillsView.Actions actions) {
        this.around = around;
        this.actions = actions;
    }

    List<Node> list(List<LessonHall.Offer> offers) {
        List<Node> all = new ArrayList<>();
        all.add(new VBox(
                4,
                Labels.heading(around.say("drills.lessons.title")),
                Labels.wrapped(around.say("drills.lessons.sentence"), "lb-quiet")));
        offers.forEach(offer -> all.add(offer(offer)));
        return all;
    }

    private Node offer(LessonHall.Offer offer) {
        String key = "lesson." + offer.lesson();
        String title = around.say(key + ".title");
        Button play =
                Buttons.plain(around.say("drills.lessons.play"), Feather.PLAY, () -> actions.play(offer.lesson()));
        play.setAccessibleText(around.say("drills.lessons.play.of", title));
        String flaws = around.phrases()
                .together(offer.flaws().stream()
                        .map(flaw -> around.say("drills.lessons.listed", around.say("lesson.flaw." + flaw)))
                        .toList());
        return DrillsView.card(
                DrillsView.head(Feather.BOOK_OPEN, title, play),
                Labels.wrapped(around.say(key + ".what")),
                Labels.wrapped(around.say("drills.lessons.flaws", flaws), "lb-quiet", "lb-small"));
    }

    Node page(DrillsScreen.Taught taught) {
        String key = "lesson." + taught.lesson();
        PageBox page = new PageBox(
                around,
                new PageHead(
                        around.say(key + ".title"),
                        around.say(key + ".what"),
                        Buttons.primary(around.say("drills.back"), actions::list)));
        GridPane grid = new GridPane(16, 12);
        int row = 0;
        for (LessonHall.Step step : taught.steps()) {
            Node said = said(step);
            GridPane.setHgrow(said, Priority.ALWAYS);
            Label order = Labels.styled(Integer.toString(row + 1), "lb-order");
            GridPane.setValignment(order, VPos.TOP);
            grid.add(order, 0, row);
            grid.add(said, 1, row);
            row++;
        }
        page.getChildren().add(DrillsView.card(Labels.heading(around.say("drills.lessons.happened")), grid));
        return page;
    }

    private Node said(LessonHall.Step step) {
        VBox said = new VBox(2, Labels.wrapped(around.say("lesson.moment." + step.what(), amount(step.amount()))));
        String left = around.say("lesson.left", amount(step.left()));
        String effect = step.went() ? left : around.phrases().together(List.of(around.say("lesson.refused"), left));
        said.getChildren().add(Labels.wrapped(effect, "lb-quiet", "lb-small"));
        step.flaw()
                .ifPresent(flaw -> said.getChildren()
                        .addAll(
                                Labels.wrapped(
                                        around.say("drills.lessons.flaw", around.say("lesson.flaw." + flaw)),
                                        "lb-strong"),
                                Labels.wrapped(around.say(
                                        "drills.lessons.real", around.say("lesson.flaw." + flaw + ".real")))));
        return said;
    }

    private String amount(Wei amount) {
        return around.say("lesson.amount", amount.toTokenAmount().toExactString());
    }
}
