package org.lifeboat.ui.balances;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.token.TokenReader;
import org.lifeboat.engine.token.Tokens;
import org.lifeboat.ui.balances.TokenScreen.Problem;
import org.lifeboat.ui.parts.AddressText;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.DropQuestion;
import org.lifeboat.ui.parts.Facts;
import org.lifeboat.ui.parts.Field;
import org.lifeboat.ui.parts.Focus;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Waiting;

/// The dialog in which a token is added: its address, then what its contract says of itself, then a second press.
final class TokenForm {
    private final Surroundings around;
    private final TokenViewModel model;
    private final VBox body = new VBox(12);
    private final HBox buttons = new HBox(8);
    private final TextField address = new TextField();
    private final ChangeListener<Object> redraw = (_, _, _) -> draw();
    private Optional<Waiting> waiting = Optional.empty();

    private TokenForm(Surroundings around, TokenViewModel model) {
        this.around = around;
        this.model = model;
        address.getStyleClass().add("lb-mono");
    }

    static void open(Surroundings around, TokenViewModel model) {
        TokenForm form = new TokenForm(around, model);
        model.load();
        model.screen().addListener(form.redraw);
        form.draw();
        around.layer().show(around.say("token.add"), form.body, form::leave, List.of(form.buttons));
    }

    private void leave() {
        boolean typed = model.screen().get() instanceof TokenScreen.Asking
                && !address.getText().isBlank();
        DropQuestion.leave(around, typed, this::close);
    }

    private void close() {
        waiting.ifPresent(Waiting::stop);
        model.screen().removeListener(redraw);
        model.back();
        around.layer().close();
    }

    private void draw() {
        waiting.ifPresent(Waiting::stop);
        waiting = Optional.empty();
        switch (model.screen().get()) {
            case TokenScreen.Loading() -> fill(new VBox(), quit("action.close"));
            case TokenScreen.NoSource() ->
                fill(Labels.wrapped(around.say("balances.noSource.why")), quit("action.close"));
            case TokenScreen.Asking asking -> ask(asking);
            case TokenScreen.Reading() -> {
                Waiting ring = new Waiting(around, around.say("token.reading"), model::back);
                waiting = Optional.of(ring);
                fill(ring);
            }
            case TokenScreen.Found found -> found(found);
            case TokenScreen.Added(var token) ->
                fill(Labels.wrapped(around.say("token.added", token.symbol())), quit("action.close"));
        }
        Focus.first(body).or(() -> Focus.first(buttons)).ifPresent(Node::requestFocus);
    }

    private void fill(Node content, Button... actions) {
        body.getChildren().setAll(content);
        buttons.getChildren().setAll(actions);
    }

    private Button quit(String key) {
        return Buttons.plain(around.say(key), this::leave);
    }

    private void ask(TokenScreen.Asking asking) {
        ComboBox<String> network = new ComboBox<>(FXCollections.observableArrayList(
                asking.networks().stream().map(Network::name).toList()));
        network.setMaxWidth(Double.MAX_VALUE);
        network.getSelectionModel().select(asking.networks().indexOf(asking.network()));
        address.setText(asking.address());
        Field field = new Field(around.say("evidence.token"), address, around.say("token.add.hint"));
        problem(asking.problem()).ifPresent(field::wrong);
        Button read = Buttons.primary(
                around.say("token.read"),
                () -> model.read(
                        asking.networks().get(network.getSelectionModel().getSelectedIndex()), address.getText()));
        read.setDefaultButton(true);
        fill(
                new VBox(
                        12,
                        Labels.wrapped(around.say("token.add.why")),
                        field,
                        new Field(around.say("evidence.network"), network, "")),
                quit("action.cancel"),
                read);
    }

    private Optional<String> problem(Problem problem) {
        return switch (problem) {
            case Problem.None() -> Optional.empty();
            case Problem.NotAnAddress() -> Optional.of(around.say("token.notAnAddress"));
            case Problem.Checksum() -> Optional.of(around.say("token.checksum"));
            case Problem.AlreadyThere(var token) -> Optional.of(around.say("token.there", token.symbol()));
            case Problem.NotAToken() -> Optional.of(around.say("token.none"));
            case Problem.SourcesDiffer(String one, String other) ->
                Optional.of(around.say("token.sourcesDiffer", one, other));
            case Problem.Unanswered(String reason) -> Optional.of(around.say("token.unanswered", reason));
        };
    }

    private void found(TokenScreen.Found found) {
        Facts facts = new Facts();
        facts.add(
                around.say("token.name"),
                found.facts().name().isEmpty()
                        ? around.say("token.noName")
                        : found.facts().name());
        facts.add(around.say("token.symbol"), found.facts().symbol());
        facts.add(around.say("token.decimals"), Integer.toString(found.facts().decimals()));
        facts.add(around.say("evidence.token"), AddressText.whole(around, found.contract()));
        facts.add(
                around.say("evidence.network"),
                around.say(
                        "evidence.chain",
                        found.network().name(),
                        found.network().chain()));
        facts.add(around.say("evidence.source"), String.join(around.say("list.comma"), found.hosts()));
        VBox all = new VBox(12, Labels.wrapped(around.say("token.found")));
        for (Tokens.Warning warning : found.warnings()) {
            all.getChildren()
                    .add(Bar.caution(
                            around,
                            around.say(warning.messageKey(), warning.arguments().toArray())));
        }
        all.getChildren().add(facts); // below the warnings: in a low window those must be seen before "Add" is
        for (TokenReader.Oddity oddity : found.oddities()) {
            all.getChildren().add(Labels.wrapped(around.say(oddity.messageKey()), "lb-quiet"));
        }
        // A warning says that it only looks like something else: then its own word for itself is not repeated.
        Button add = found.warnings().isEmpty()
                ? Buttons.primary(around.say("token.addIt", found.facts().symbol()), model::add)
                : Buttons.plain(around.say("token.addOther"), model::add);
        fill(all, Buttons.plain(around.say("action.back"), model::back), add);
    }
}
