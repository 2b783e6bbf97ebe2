package org.lifeboat.ui.networks;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.capability.Meaning;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.Networks;
import org.lifeboat.engine.source.Health;
import org.lifeboat.ui.look.Icons;
import org.lifeboat.ui.networks.NetworksScreen.Entry;
import org.lifeboat.ui.networks.NetworksScreen.KeptSource;
import org.lifeboat.ui.parts.Anew;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.TrustQuestion;

/// One network with its sources.
final class NetworkCard {
    private NetworkCard() {}

    static Node of(Surroundings around, NetworksView.Actions actions, NetworksScreen.Shown shown, Entry entry) {
        Network network = entry.network();
        HBox head = new HBox(
                8,
                Labels.styled(network.name(), "lb-heading"),
                Labels.styled(around.say("networks.chain", network.chain()), "lb-quiet", "lb-small"));
        if (network.testNet()) {
            head.getChildren().add(Labels.styled(around.say("networks.testNet"), "lb-chip"));
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head.getChildren().add(gap);
        if (network.origin() == Network.Origin.USER) {
            head.getChildren()
                    .add(Buttons.link(around.say("networks.remove"), () -> actions.removeNetwork(network.chain())));
        }
        head.getChildren()
                .add(Buttons.link(
                        around.say("networks.addSource"),
                        () -> SourceForm.open(around, actions, shown.entries(), Optional.of(entry))));
        if (network.layer() instanceof Network.Layer.L1 && network.origin() == Network.Origin.BUNDLED) {
            head.getChildren().add(Buttons.link(around.say("sync.page"), () -> actions.verification(network.chain())));
        }
        head.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(8, head);
        card.getStyleClass().add("lb-card");
        for (Networks.Notice notice : entry.notices()) {
            card.getChildren()
                    .add(Labels.wrapped(
                            around.say(notice.messageKey(), notice.arguments().toArray()), "lb-quiet", "lb-small"));
        }
        if (entry.sources().isEmpty()) {
            card.getChildren().add(Labels.wrapped(around.say("networks.noSource"), "lb-quiet"));
        }
        for (KeptSource source : entry.sources()) {
            card.getChildren().add(source(around, actions, source));
        }
        return card;
    }

    private static Node source(Surroundings around, NetworksView.Actions actions, KeptSource source) {
        Feather icon = source.setAside() ? Feather.SHIELD_OFF : Feather.SERVER;
        Label host = Labels.cut(source.endpoint().id().shown(), "lb-mono");
        host.setGraphic(Icons.beside(icon));
        Label state = Anew.wrapped(() -> state(around, source), "lb-small");
        String learns = source.endpoint().id().isLocal() ? "networks.learnt.local" : "networks.learnt";
        Label learnt = Labels.wrapped(around.phrases().count(learns, source.requests()), "lb-quiet", "lb-small");
        VBox words = new VBox(2, host, state);
        source.capabilities()
                .map(Meaning::inOneLine)
                .map(line ->
                        Labels.wrapped(around.say(line.key(), line.arguments().toArray()), "lb-small"))
                .ifPresent(words.getChildren()::add);
        words.getChildren().add(learnt);
        source.health()
                .flatMap(Health::caught)
                .ifPresent(caught -> words.getChildren()
                        .addAll(
                                Anew.wrapped(() -> reason(around, source, caught), "lb-small"),
                                Buttons.link(
                                        around.say("networks.trustAgain"),
                                        () -> TrustQuestion.ask(
                                                around,
                                                source.endpoint().id().shown(),
                                                reason(around, source, caught),
                                                () -> actions.trustAgain(
                                                        source.endpoint().id())))));
        HBox.setHgrow(words, Priority.ALWAYS);
        Button remove = Buttons.icon(
                around.say("networks.removeSource", source.endpoint().id().shown()),
                Feather.TRASH_2,
                () -> actions.removeSource(source.endpoint().id()));
        HBox row = new HBox(8, words, remove);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static String reason(Surroundings around, KeptSource source, Health.Caught caught) {
        String said = source.caught()
                .map(each -> around.contradiction(each.contradiction(), each.coin()))
                .orElseGet(() -> caught.what().inWords());
        return around.say("networks.caught", around.phrases().ago(caught.at()), said);
    }

    private static String state(Surroundings around, KeptSource source) {
        if (source.health().isEmpty()) {
            return around.say("networks.notConfirmed");
        }
        Health health = source.health().get();
        if (health.setAside()) {
            return around.phrases().count("networks.disagreed", health.proofsThatDisagreed());
        }
        if (health.requests() == 0) {
            return around.say("networks.notAsked");
        }
        String latency = health.latency()
                .map(each -> around.say("networks.latency", each.toMillis()))
                .orElseGet(() -> around.say("networks.silent"));
        String last = health.lastAnswer()
                .map(at -> around.say("networks.lastAnswer", around.phrases().ago(at)))
                .orElse("");
        String error = health.lastError()
                .map(each -> around.say("networks.lastError", each))
                .orElse("");
        return around.phrases().together(List.of(latency, last, error));
    }
}
