package org.lifeboat.ui.drills;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.drill.Drill;
import org.lifeboat.engine.drill.DrillSight;
import org.lifeboat.engine.drill.DrillStage;
import org.lifeboat.engine.drill.DrillWait;
import org.lifeboat.ui.look.Icons;
import org.lifeboat.ui.parts.ButtonRows;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.phrases.Phrases;

/// The guide above the pages of a drill: what happens now, what to do next, and the buttons that move time. The page
/// below it is the real one.
public final class GuideStrip extends VBox {
    private final Phrases phrases;
    private final ObservableValue<GuideScreen> screen;
    private final Actions actions;
    private final ChangeListener<GuideScreen> redraw = (_, _, _) -> draw();
    private final Label title;
    private final Label now = Labels.wrapped("");
    private final Label then = Labels.wrapped("", "lb-strong");
    private final ButtonRows buttons = new ButtonRows();
    private String offered = "";

    /// What the strip can do.
    public interface Actions {
        void begin();

        void pass();

        void tellTheTruth();

        void leave();
    }

    public GuideStrip(Surroundings around, ObservableValue<GuideScreen> screen, Actions actions) {
        super(4);
        this.phrases = around.phrases();
        this.screen = screen;
        this.actions = actions;
        getStyleClass().add("lb-guide");
        String drill = "drill." + screen.getValue().drill() + ".title";
        title = Labels.styled(phrases.say("guide.title", phrases.say(drill)), "lb-strong", "lb-small");
        title.setGraphic(Icons.beside(Feather.COMPASS));
        VBox words = new VBox(2, title, now, then);
        HBox.setHgrow(words, Priority.ALWAYS);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        HBox row = new HBox(16, words, buttons);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(row);
        setMinHeight(USE_PREF_SIZE);
    }

    /// Follows the drill from now on.
    public void attach() {
        screen.addListener(redraw);
        draw();
    }

    public void detach() {
        screen.removeListener(redraw);
    }

    private void draw() {
        GuideScreen shown = screen.getValue();
        String[] said = shown.sight()
                .map(sight ->
                        new String[] {now(sight), phrases.say("guide.do." + sight.stage(), (Object[]) arguments(sight))
                        })
                .orElseGet(() -> new String[] {phrases.say("guide.looking"), ""});
        say(now, shown.passing() ? phrases.say("guide.passing") : said[0]);
        say(then, shown.passing() ? "" : said[1]);
        offer(shown);
    }

    private static void say(Label label, String words) {
        if (!words.equals(label.getText())) {
            label.setText(words);
        }
        label.setVisible(!words.isEmpty());
        label.setManaged(!words.isEmpty());
    }

    private String now(DrillSight sight) {
        if (sight.stage() == DrillStage.READY && sight.token().isPresent()) {
            return phrases.say("guide.now.READY.tokens");
        }
        return sight.stage() == DrillStage.BEGIN || sight.stage() == DrillStage.LIE_TOLD
                ? phrases.say("drill." + sight.drill() + ".begins")
                : phrases.say("guide.now." + sight.stage(), (Object[]) arguments(sight));
    }

    /// The same for every sentence: the button that begins, what is waited for, which token is left, and which of how
    /// many it is.
    private String[] arguments(DrillSight sight) {
        String force = phrases.say("guide.way.force", phrases.say("exits.force"), force());
        String withdraw = phrases.say("guide.way.withdraw", phrases.say("exits.withdraw"));
        String span = sight.delay().map(GuideStrip::span).map(phrases::span).orElse("");
        return new String[] {
            sight.drill() == Drill.FALSE_ROOT ? withdraw : force,
            span,
            sight.token().map(left -> left.token().said()).orElse(""),
            sight.token().map(left -> Integer.toString(left.number())).orElse(""),
            sight.token().map(left -> Integer.toString(left.of())).orElse("")
        };
    }

    private String force() {
        return phrases.say("exits.choose.FORCED_WITHDRAWAL");
    }

    private static Duration span(DrillWait wait) {
        return switch (wait) {
            case DrillWait.Block _, DrillWait.Window _, DrillWait.Pause _ -> Duration.ZERO;
            case DrillWait.Finality(Duration span) -> span;
            case DrillWait.Contest(Duration span) -> span;
            case DrillWait.Maturity(Duration span) -> span;
            case DrillWait.Fall(Duration span) -> span;
            case DrillWait.Credit(Duration span) -> span;
        };
    }

    /// Buttons that are the same stay, with their focus.
    private void offer(GuideScreen shown) {
        List<Button> now = new ArrayList<>();
        shown.sight().flatMap(this::main).ifPresent(now::add);
        boolean over = shown.sight().filter(DrillSight::over).isPresent();
        now.add(
                over
                        ? Buttons.primary(phrases.say("guide.end"), actions::leave)
                        : Buttons.plain(phrases.say("guide.leave"), actions::leave));
        String names = String.join("|", now.stream().map(Button::getText).toList());
        if (!names.equals(offered)) {
            offered = names;
            buttons.getChildren().setAll(now);
        }
        // The last one leads out of the drill, also while time passes.
        buttons.getChildren().subList(0, now.size() - 1).forEach(button -> button.setDisable(shown.passing()));
    }

    private Optional<Button> main(DrillSight sight) {
        if (sight.stage() == DrillStage.READY) {
            return Optional.of(Buttons.primary(phrases.say("guide.begin"), actions::begin));
        }
        if (sight.stage() == DrillStage.LIE_CAUGHT) {
            return Optional.of(Buttons.primary(phrases.say("guide.truth"), actions::tellTheTruth));
        }
        return sight.delay().map(wait -> Buttons.primary(pass(wait), actions::pass));
    }

    private String pass(DrillWait wait) {
        return switch (wait) {
            case DrillWait.Block() -> phrases.say("guide.pass.block");
            case DrillWait.Window() -> phrases.say("guide.pass.window");
            case DrillWait.Pause() -> phrases.say("guide.pass.pause");
            case DrillWait.Finality _,
                    DrillWait.Contest _,
                    DrillWait.Maturity _,
                    DrillWait.Fall _,
                    DrillWait.Credit _ -> phrases.say("guide.pass.span", phrases.span(span(wait)));
        };
    }
}
