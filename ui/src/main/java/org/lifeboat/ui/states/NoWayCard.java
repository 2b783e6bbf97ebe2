package org.lifeboat.ui.states;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.CopiedText;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.places.Navigation;
import org.lifeboat.ui.places.Place;

/// Something that cannot be done now: why, and the two ways on. Where something was never chosen, asking again changes
/// nothing, and the way to the sources is the first.
public final class NoWayCard {
    /// What neither asking again nor another source changes.
    private static final List<String> BEYOND = List.of(".none.stack", ".none.rollup");

    private NoWayCard() {}

    /// @param title key of its heading
    /// @param why key of the reason
    /// @param again asks once more
    public static Node of(
            Surroundings around,
            Ikon icon,
            String title,
            String why,
            List<String> arguments,
            Navigation navigation,
            Runnable again) {
        boolean lacking = why.contains(".none.");
        if (BEYOND.stream().anyMatch(why::endsWith)) {
            EmptyCard card = new EmptyCard(icon, around.say(title), around.say(why, arguments.toArray()));
            if (why.equals("truth.none.rollup")) {
                HBox command = new HBox(
                        new CopiedText(around, around.say("copy.command"), around.say("truth.none.rollup.command")));
                command.setAlignment(Pos.CENTER);
                card.getChildren().add(command);
            }
            return card;
        }
        String sources = around.say("action.openSources");
        String retry = around.say("action.tryAgain");
        Runnable open = () -> navigation.open(new Place.Networks());
        List<Button> buttons = lacking
                ? List.of(Buttons.plain(retry, again), Buttons.primary(sources, open))
                : List.of(Buttons.plain(sources, open), Buttons.primary(retry, again));
        return new EmptyCard(
                icon, around.say(title), around.say(why, arguments.toArray()), buttons.toArray(Button[]::new));
    }
}
