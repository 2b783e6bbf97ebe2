package org.lifeboat.ui.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.CheckRun;
import org.lifeboat.ui.parts.DrawnPage;
import org.lifeboat.ui.parts.Field;
import org.lifeboat.ui.parts.FileBox;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.PageBox;
import org.lifeboat.ui.parts.PageHead;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.places.Navigation;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.states.NoWayCard;
import org.lifeboat.ui.states.Skeleton;
import org.lifeboat.ui.truth.TruthScreen.Facts;

/// *Is this chain telling the truth?*
public final class TruthView extends DrawnPage {
    private final Surroundings around;
    private final ObservableValue<TruthScreen> screen;
    private final Actions actions;
    private final Navigation navigation;
    private final ChainId chain;

    /// What is half typed stays while the page is drawn anew.
    private final TextField block = new TextField();

    private final TextField genesis = new TextField();

    /// What can be done on this page, beside going elsewhere.
    public interface Actions {
        void fill(TruthForm form);

        void begin(TruthForm form);

        void end();

        /// Looks again whether there is what a check needs.
        void again();
    }

    public TruthView(
            Surroundings around,
            ObservableValue<TruthScreen> screen,
            Actions actions,
            Navigation navigation,
            ChainId chain) {
        super(around, screen);
        this.around = around;
        this.screen = screen;
        this.actions = actions;
        this.navigation = navigation;
        this.chain = chain;
    }

    @Override
    protected Node drawn() {
        return switch (screen.getValue()) {
            case TruthScreen.Loading() -> page("", new Skeleton(around, 3));
            case TruthScreen.NoWay(String key, List<String> arguments) ->
                page(
                        "",
                        NoWayCard.of(
                                around,
                                Feather.HELP_CIRCLE,
                                "truth.noWay",
                                key,
                                arguments,
                                navigation,
                                actions::again));
            case TruthScreen.Ready ready -> page(sentence(ready.facts()), form(ready));
            case TruthScreen.Running running -> page(sentence(running.facts()), running(running));
            case TruthScreen.Done done ->
                page(
                        sentence(done.facts()),
                        Verdict.card(around, done, new Verdict.Ways() {
                            @Override
                            public void roots() {
                                navigation.open(new Place.Disputes(chain));
                            }

                            @Override
                            public void exits() {
                                navigation.open(new Place.Exits());
                            }
                        }),
                        form(new TruthScreen.Ready(done.facts(), done.form(), Optional.empty())));
        };
    }

    private String sentence(Facts facts) {
        return around.say("truth.sentence", facts.l2().name(), facts.l1().name());
    }

    private Node page(String sentence, Node... content) {
        PageBox page = new PageBox(
                around,
                new PageHead(
                        around.say("truth.title"),
                        sentence,
                        Buttons.link(around.say("truth.back"), () -> navigation.open(new Place.Chain(chain)))));
        page.getChildren().addAll(content);
        return page;
    }

    private Node form(TruthScreen.Ready ready) {
        TruthForm form = ready.form();
        if (block.getText().isEmpty()) {
            block.setText(form.block());
        }
        if (genesis.getText().isEmpty()) {
            genesis.setText(form.genesis());
        }
        ToggleGroup group = new ToggleGroup();
        VBox card = card(Labels.heading(around.say("truth.what")));
        for (TruthForm.Kind kind : TruthForm.Kind.among(ready.facts().served())) {
            RadioButton one = new RadioButton(
                    around.say("truth.kind." + kind, ready.facts().l1().name()));
            one.setToggleGroup(group);
            one.setSelected(kind == form.kind());
            one.setWrapText(true);
            one.setOnAction(_ -> actions.fill(typed(kind)));
            card.getChildren()
                    .add(new VBox(
                            2, one, Labels.wrapped(around.say("truth.kind.why." + kind), "lb-quiet", "lb-small")));
        }
        if (form.kind() == TruthForm.Kind.BLOCK || form.kind() == TruthForm.Kind.SPOT) {
            Field field = new Field(around.say("truth.block"), block, around.say("truth.block.hint"));
            marked(field, ready, false);
            card.getChildren().add(field);
        }
        if (form.kind() != TruthForm.Kind.SPOT) {
            Field field = FileBox.toOpen(around, genesis)
                    .field(
                            around.say("truth.genesis"),
                            around.say(
                                    ready.facts().served() ? "truth.genesis.hint" : "truth.genesis.only",
                                    ready.facts().l2().name()));
            marked(field, ready, true);
            card.getChildren().add(field);
        }
        if (ready.facts().archives() == 0) {
            card.getChildren()
                    .add(Labels.wrapped(
                            around.say("truth.noArchive", ready.facts().l1().name()), "lb-tone-week"));
        }
        Button go = Buttons.primary(around.say("truth.begin"), () -> actions.begin(typed(form.kind())));
        go.setDefaultButton(true);
        card.getChildren().addAll(Labels.wrapped(around.say("truth.takes"), "lb-quiet", "lb-small"), new FlowPane(go));
        return card;
    }

    private TruthForm typed(TruthForm.Kind kind) {
        return new TruthForm(kind, block.getText(), genesis.getText());
    }

    private void marked(Field field, TruthScreen.Ready ready, boolean ofFile) {
        ready.flaw()
                .filter(flaw -> flaw.ofFile() == ofFile)
                .ifPresent(flaw ->
                        field.wrong(around.say(flaw.key(), flaw.arguments().toArray())));
    }

    private Node running(TruthScreen.Running running) {
        List<Node> rows = new ArrayList<>(List.of(Labels.heading(around.say("truth.running"))));
        rows.addAll(CheckRun.rows(around, running.progress(), running.ending()));
        if (!running.ending()) {
            rows.add(Labels.wrapped(around.say("truth.goesOn"), "lb-quiet", "lb-small"));
            rows.add(new FlowPane(Buttons.plain(around.say("truth.end"), actions::end)));
        }
        return card(rows.toArray(Node[]::new));
    }

    static VBox card(Node... content) {
        VBox card = new VBox(12, content);
        card.getStyleClass().add("lb-card");
        return card;
    }
}
