package org.lifeboat.ui.exits;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.exit.Readiness;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Wei;
import org.lifeboat.ui.exits.ExitsScreen.Layer;
import org.lifeboat.ui.exits.ExitsScreen.Reading;
import org.lifeboat.ui.look.Icons;
import org.lifeboat.ui.parts.AccountBox;
import org.lifeboat.ui.parts.Anew;
import org.lifeboat.ui.parts.AssuranceBadge;
import org.lifeboat.ui.parts.AssuranceKind;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.places.Navigation;
import org.lifeboat.ui.places.Place;

/// Whether each L2 could be left today, without anybody's help, and what is missing where it could not.
final class ReadyCard {
    private ReadyCard() {}

    /// @param asking some of them are still being asked
    static Node of(Surroundings around, List<Layer> layers, boolean asking, Navigation navigation) {
        VBox card = ExitsView.card(
                Labels.heading(around.say("exits.ready")), Labels.wrapped(around.say("exits.ready.why"), "lb-quiet"));
        card.setSpacing(12);
        for (Layer layer : layers) {
            Region line = new Region();
            line.getStyleClass().add("lb-divider");
            card.getChildren().addAll(line, layer(around, layer, asking, navigation));
        }
        return card;
    }

    private static Node layer(Surroundings around, Layer layer, boolean asking, Navigation navigation) {
        ChainId chain = layer.l2().chain();
        VBox words = new VBox(4, Labels.styled(layer.l2().name(), "lb-strong"));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        switch (layer.reading()) {
            case Reading.NotAsked() ->
                words.getChildren()
                        .add(Labels.wrapped(around.say(asking ? "exits.asking" : "exits.notLooked"), "lb-quiet"));
            case Reading.None(String key, List<String> arguments) ->
                words.getChildren().add(marked(Feather.HELP_CIRCLE, "", around.say(key, arguments.toArray())));
            case Reading.Read read -> read(around, layer, read, true, words);
            case Reading.Silent(String why, Optional<Reading.Read> before) -> {
                words.getChildren().add(marked(Feather.CLOUD_OFF, "", around.say("exits.silent", why)));
                before.ifPresent(read -> read(around, layer, read, false, words));
            }
        }
        List<Button> buttons = new ArrayList<>();
        if (!(layer.reading() instanceof Reading.None)) {
            buttons.add(Buttons.plain(around.say("exits.withdraw"), () -> navigation.open(new Place.Withdraw(chain))));
            buttons.add(Buttons.plain(around.say("exits.force"), () -> navigation.open(new Place.Force(chain))));
            buttons.add(Buttons.link(
                    around.say("exits.deposit"), () -> navigation.open(new Place.Deposit(chain, Optional.empty()))));
        }
        buttons.add(Buttons.link(around.say("exits.bridge"), () -> navigation.open(new Place.Chain(chain))));
        if (around.narrow().get()) {
            FlowPane row = new FlowPane(8, 8);
            row.getChildren().addAll(buttons);
            return new VBox(8, words, row);
        }
        return new HBox(16, words, block(buttons));
    }

    /// Two columns, so that what stands below something is as wide.
    private static GridPane block(List<Button> buttons) {
        GridPane block = new GridPane(8, 4);
        for (int i = 0; i < buttons.size(); i++) {
            buttons.get(i).setMaxWidth(Double.MAX_VALUE);
            block.add(buttons.get(i), i % 2, i / 2);
        }
        block.setMinWidth(Region.USE_PREF_SIZE);
        return block;
    }

    /// @param now whether it was read just now, and not before the sources fell silent
    private static void read(Surroundings around, Layer layer, Reading.Read read, boolean now, VBox words) {
        if (read.leaving().bridge().paused()) {
            words.getChildren()
                    .add(marked(
                            Feather.PAUSE_CIRCLE,
                            "lb-tone-today",
                            around.say("exits.ready.paused", layer.l2().name())));
        }
        if (!read.leaving().bridge().readable()) {
            words.getChildren().add(marked(Feather.HELP_CIRCLE, "lb-tone-today", around.say("exits.ready.unreadable")));
        }
        for (Map.Entry<Address, Readiness> one : read.leaving().accounts().entrySet()) {
            words.getChildren().add(account(around, layer, read, now, one.getKey(), one.getValue()));
        }
        AssuranceKind kind = AssuranceKind.ofL1(read.leaving().bridge().assurance());
        HBox how = new HBox(
                8,
                AssuranceBadge.still(around, kind),
                Anew.styled(() -> around.phrases().ago(read.at()), "lb-quiet", "lb-small"));
        how.setAlignment(Pos.CENTER_LEFT);
        words.getChildren().add(how);
    }

    private static Node account(
            Surroundings around, Layer layer, Reading.Read read, boolean now, Address address, Readiness readiness) {
        Network l1 = read.l1();
        boolean several = layer.accounts().size() > 1;
        String who = layer.accounts().stream()
                .filter(account -> account.address().equals(address))
                .findFirst()
                .map(AccountBox::name)
                .orElse("");
        Readiness.Answer said = readiness.answer(read.leaving().bridge().open());
        String answer = switch (said) {
            case MISSING ->
                around.say("exits.ready.no", own(around, readiness.missing().orElse(Wei.ZERO), l1), l1.name());
            case NOT_OPEN -> around.say("exits.ready.butNot");
            case WHILE_ROOTS -> around.say("exits.ready.yesWhileRoots");
            case ALONE -> around.say("exits.ready.yes");
        };
        boolean alone = said == Readiness.Answer.ALONE;
        Supplier<String> sentence = () ->
                now ? answer : around.say("exits.ready.before", around.phrases().ago(read.at()), answer);
        Label head = marked(
                !now
                        ? Feather.CLOCK
                        : !said.yes() ? Feather.X_CIRCLE : alone ? Feather.CHECK_CIRCLE : Feather.ALERT_CIRCLE,
                !now ? "lb-quiet" : alone ? "lb-tone-good" : "lb-strong",
                () -> several ? around.say("exits.ready.account", who, sentence.get()) : sentence.get());
        String figures = around.say(
                "exits.ready.figures", own(around, readiness.held(), l1), sum(around, readiness.needed(), l1));
        return new VBox(
                2,
                head,
                Labels.wrapped(
                        around.phrases().together(List.of(figures, bond(around, readiness, l1))),
                        "lb-quiet",
                        "lb-small"));
    }

    private static String bond(Surroundings around, Readiness readiness, Network l1) {
        return readiness
                .bond()
                .map(bond -> readiness
                        .bondMissing()
                        .map(wei -> around.say("exits.ready.bondMissing", sum(around, bond, l1), own(around, wei, l1)))
                        .orElseGet(() -> around.say("exits.ready.bond", sum(around, bond, l1))))
                .orElseGet(() -> around.say("exits.ready.noBond"));
    }

    private static String own(Surroundings around, Wei wei, Network l1) {
        return ExitWords.own(around, wei, l1.coinSymbol());
    }

    private static String sum(Surroundings around, Wei wei, Network l1) {
        return ExitWords.about(around, wei, l1.coinSymbol());
    }

    private static Label marked(Feather icon, String tone, String sentence) {
        return marked(icon, tone, () -> sentence);
    }

    private static Label marked(Feather icon, String tone, Supplier<String> sentence) {
        Label label = Anew.wrapped(sentence);
        label.setGraphic(Icons.beside(icon));
        label.setGraphicTextGap(8);
        if (!tone.isEmpty()) {
            label.getStyleClass().add(tone);
        }
        return label;
    }
}
