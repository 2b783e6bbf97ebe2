package org.lifeboat.ui.balances;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.exit.ExitStage;
import org.lifeboat.engine.exit.Reach;
import org.lifeboat.ui.parts.AmountText;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.ExitName;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.phrases.ReachWords;

/// What the user can get out alone, what hangs on others, and what is on its way.
final class OutlookCard {
    /// More withdrawals than these are counted only.
    private static final int MOST = 2;

    private final Surroundings around;
    private final Runnable exits;
    private final VBox card = new VBox();
    private final ChangeListener<Boolean> redraw = (_, _, _) -> draw();
    private Optional<Outlook> last = Optional.empty();
    private boolean crowded;

    /// @param exits goes to the page of exits
    OutlookCard(Surroundings around, Runnable exits) {
        this.around = around;
        this.exits = exits;
        card.getStyleClass().addAll("lb-card", "lb-outlook");
        around.hidden().addListener(new WeakChangeListener<>(redraw));
        around.narrow().addListener(new WeakChangeListener<>(redraw));
    }

    Node node() {
        return card;
    }

    /// @param crowded bars that say what is not well stand above: where there is little room, they come first
    void show(Outlook outlook, boolean crowded) {
        if (last.filter(outlook::equals).isEmpty() || this.crowded != crowded) {
            last = Optional.of(outlook);
            this.crowded = crowded;
            draw();
        }
    }

    private void draw() {
        boolean room = !crowded || !around.narrow().get();
        card.getChildren().setAll(last.filter(_ -> room).map(this::lines).orElseGet(List::of));
        card.setVisible(!card.getChildren().isEmpty());
        card.setManaged(card.isVisible());
    }

    /// Where there is little room, what matters most: what is the user's, and what waits for him.
    private List<Node> lines(Outlook outlook) {
        boolean narrow = around.narrow().get();
        List<Node> lines = new ArrayList<>();
        if (outlook.reach().vouched()) {
            ReachWords words = words();
            lines.add(line("reach.title", words.alone(outlook.reach()), "lb-strong"));
            String lacks = words.shortage(outlook.reach());
            if (!lacks.isEmpty()) {
                lines.add(Labels.wrapped(lacks, "lb-quiet"));
            }
            String further = words.further(outlook.reach());
            if (!further.isEmpty() && !narrow) {
                lines.add(line("reach.further", further, "lb-quiet"));
            }
        } else if (!outlook.reach().parts().isEmpty()) {
            lines.add(Labels.wrapped(around.say("reach.unknown"), "lb-quiet"));
        } else if (crowded) {
            lines.add(Labels.wrapped(around.say("reach.silent"), "lb-quiet"));
        }
        int most = narrow ? 1 : MOST;
        outlook.home().stream().limit(most).map(this::home).forEach(lines::add);
        int more = outlook.home().size() - most;
        if (more > 0 && !narrow) { // there it would cost the list a line; the one above leads to all of them
            lines.add(link(around.phrases().count("reach.home.more", more)));
        }
        return lines;
    }

    /// What to know of it where the card has no room: what is the user's already, and what waits for him; else what is
    /// on its way, else why nothing can be said.
    String brief(Outlook outlook) {
        Optional<String> turn = outlook.home().stream()
                .filter(one -> one.turn()
                        .map(whose -> turn(whose, one.from()))
                        .filter(around.say("reach.home.you")::equals)
                        .isPresent())
                .findFirst()
                .map(this::said);
        List<String> known = Stream.concat(
                        Optional.of(outlook.reach())
                                .filter(Reach::vouched)
                                .map(reach -> around.say("reach.brief", words().alone(reach)))
                                .stream(),
                        turn.stream())
                .toList();
        if (!known.isEmpty()) {
            return around.phrases().together(known);
        }
        return outlook.home().stream()
                .findFirst()
                .map(this::said)
                .orElseGet(() -> around.say(outlook.reach().parts().isEmpty() ? "reach.silent" : "reach.unknown"));
    }

    private ReachWords words() {
        return new ReachWords(around.phrases(), (amount, symbol) -> AmountText.brief(around, amount, symbol));
    }

    private Node link(String words) {
        Button link = Buttons.link(words, exits);
        link.setMinWidth(0);
        return link;
    }

    private Node line(String title, String text, String style) {
        Label head = Labels.styled(around.say(title), "lb-quiet");
        head.setMinWidth(Label.USE_PREF_SIZE);
        FlowPane line = new FlowPane(12, 0, head, Labels.wrapped(text, style));
        line.setAccessibleText(around.say("reach.line", around.say(title), text));
        return line;
    }

    private Node home(Outlook.Homebound one) {
        return link(said(one));
    }

    private String said(Outlook.Homebound one) {
        String turn = one.turn().map(whose -> turn(whose, one.from())).orElse("");
        return around.say("reach.home", ExitName.of(around, one.plan(), one.l2()), turn);
    }

    private String turn(ExitStage.Turn whose, Optional<Instant> from) {
        return switch (whose) {
            case USER -> around.say("reach.home.you");
            case OTHERS ->
                from.map(at -> at.isAfter(around.phrases().now())
                                ? around.say("reach.home.from", around.phrases().moment(at))
                                : around.say("reach.home.you"))
                        .orElseGet(() -> around.say("reach.home.others"));
            case UNKNOWN, OVER -> "";
        };
    }
}
