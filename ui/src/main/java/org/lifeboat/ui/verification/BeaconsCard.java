package org.lifeboat.ui.verification;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.network.SuggestedEndpoint;
import org.lifeboat.engine.source.EndpointAddress;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.sync.SuggestedBeacons;
import org.lifeboat.ui.look.Icons;
import org.lifeboat.ui.parts.Anew;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Field;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.TrustQuestion;
import org.lifeboat.ui.verification.VerificationScreen.Beacon;
import org.lifeboat.ui.verification.VerificationScreen.Shown;

/// Who is asked for signed headers. None has to be believed; each learns that somebody follows L1.
final class BeaconsCard {
    private BeaconsCard() {}

    static Node of(Surroundings around, VerificationViewModel model, Shown shown, TextField url) {
        VBox card = new VBox(
                12,
                Labels.heading(around.say("sync.panel.sources")),
                Labels.wrapped(around.say("sync.page.beacons.why")));
        card.getStyleClass().add("lb-card");
        if (shown.beacons().isEmpty()) {
            card.getChildren().add(Labels.wrapped(around.say("sync.page.beacons.none"), "lb-quiet"));
        }
        shown.beacons().forEach(beacon -> card.getChildren().add(row(around, model, beacon)));
        url.setPromptText(around.say("sources.prompt"));
        Button add = Buttons.plain(around.say("sources.confirm"), () -> model.add(url.getText(), false));
        HBox.setHgrow(url, Priority.ALWAYS);
        card.getChildren()
                .add(new Field(
                        around.say("sync.page.beacons.own"),
                        url,
                        new HBox(8, url, add),
                        around.say("sources.own.hint")));
        card.getChildren().add(Labels.wrapped(around.say("sync.page.suggested", SuggestedBeacons.date()), "lb-quiet"));
        shown.suggestions().stream()
                .filter(each -> shown.beacons().stream()
                        .noneMatch(beacon -> beacon.endpoint().id().equals(each.id())))
                .forEach(each -> card.getChildren().add(suggestion(around, each, url)));
        return card;
    }

    private static Node row(Surroundings around, VerificationViewModel model, Beacon beacon) {
        SourceId id = beacon.endpoint().id();
        boolean aside = beacon.health().setAside();
        Label host = Labels.cut(id.shown(), "lb-mono");
        host.setGraphic(Icons.beside(aside ? Feather.SHIELD_OFF : Feather.SERVER));
        VBox words = new VBox(2, host, Anew.wrapped(() -> state(around, beacon.health()), "lb-small"));
        if (aside) {
            words.getChildren()
                    .add(Buttons.link(
                            around.say("networks.trustAgain"),
                            () -> TrustQuestion.ask(
                                    around, id.shown(), state(around, beacon.health()), () -> model.trustAgain(id))));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        Button remove =
                Buttons.icon(around.say("networks.removeSource", id.shown()), Feather.TRASH_2, () -> model.remove(id));
        HBox row = new HBox(8, words, remove);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static String state(Surroundings around, Health health) {
        if (health.setAside()) {
            return around.say("sync.page.setAside");
        }
        return health.lastAnswer()
                .map(at -> around.say("networks.lastAnswer", around.phrases().ago(at)))
                .orElseGet(() -> around.say("networks.notAsked"));
    }

    private static Node suggestion(Surroundings around, SuggestedEndpoint each, TextField url) {
        boolean own =
                EndpointAddress.check(each.id().url()) instanceof EndpointAddress.Protected(var _, boolean thisComputer)
                        && thisComputer;
        Button use = Buttons.plain(
                around.say("sources.use", each.id().shown()),
                () -> url.setText(each.id().url()));
        String learns =
                own ? around.say("endpoint.learns.this_computer") : around.say("sync.page.learns", each.operator());
        return new VBox(4, use, Labels.wrapped(learns, "lb-quiet", "lb-small"));
    }
}
