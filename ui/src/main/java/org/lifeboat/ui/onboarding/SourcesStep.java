package org.lifeboat.ui.onboarding;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.network.SuggestedEndpoint;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.ui.onboarding.OnboardingScreen.Chosen;
import org.lifeboat.ui.onboarding.OnboardingScreen.EntryProblem;
import org.lifeboat.ui.onboarding.OnboardingScreen.Offer;
import org.lifeboat.ui.onboarding.OnboardingView.Step;
import org.lifeboat.ui.parts.AssuranceBadge;
import org.lifeboat.ui.parts.AssuranceKind;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Field;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.phrases.SuggestionWords;

/// The last page: which servers may be asked. Suggestions name their operator and what it learns; none is
/// ticked, and to go on without any is a good answer.
final class SourcesStep {
    private SourcesStep() {}

    static Step of(Surroundings around, OnboardingViewModel model, OnboardingScreen.ChooseSources screen) {
        ComboBox<Offer> networks = new ComboBox<>(FXCollections.observableArrayList(screen.offers()));
        networks.setConverter(names());
        networks.setMaxWidth(Double.MAX_VALUE);
        Optional<Offer> preset = screen.chosen().isEmpty()
                ? screen.offers().stream().findFirst()
                : screen.offers().stream()
                        .filter(offer ->
                                offer.network().equals(screen.chosen().getLast().network()))
                        .findFirst();
        VBox suggestions = new VBox(8);
        networks.valueProperty()
                .addListener((_, _, offer) -> suggestions
                        .getChildren()
                        .setAll(offer.endpoints().stream()
                                .map(each -> suggestion(around, model, offer, each))
                                .toList()));
        preset.ifPresent(networks::setValue);
        TextField url = new TextField();
        url.setPromptText(around.say("sources.prompt"));
        Button add = Buttons.plain(
                around.say("sources.add"),
                () -> Optional.ofNullable(networks.getValue())
                        .ifPresent(offer -> model.choose(offer.network(), url.getText(), false)));
        HBox.setHgrow(url, Priority.ALWAYS);
        Field own = new Field(around.say("sources.own"), url, new HBox(8, url, add), around.say("sources.own.hint"));
        if (screen.problem() instanceof EntryProblem.Unusable(String key)) {
            own.wrong(around.say(key));
        }
        VBox page = new VBox(
                Labels.title(around.say("sources.title")),
                Labels.wrapped(around.say("sources.why")),
                new Field(around.say("sources.network"), networks, ""),
                suggestions,
                own);
        insecure(around, model, screen.problem()).ifPresent(page.getChildren()::add);
        page.getChildren().add(chosen(around, model, screen));
        page.getChildren().add(verification(around, model));
        Button go = Buttons.primary(
                screen.chosen().isEmpty()
                        ? around.say("sources.without")
                        : around.phrases().count("sources.with", screen.chosen().size()),
                model::finish);
        page.getChildren().add(Ways.buttons(go));
        return Step.plain(page);
    }

    private static Node suggestion(
            Surroundings around, OnboardingViewModel model, Offer offer, SuggestedEndpoint each) {
        Button ask = Buttons.plain(
                around.say("sources.ask", each.id().shown()),
                () -> model.choose(offer.network(), each.id().url(), false));
        Label learns = Labels.wrapped(SuggestionWords.of(around.phrases(), each), "lb-quiet", "lb-small");
        HBox.setHgrow(learns, Priority.ALWAYS);
        HBox row = new HBox(12, ask, learns);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Optional<Node> insecure(Surroundings around, OnboardingViewModel model, EntryProblem problem) {
        if (!(problem instanceof EntryProblem.Insecure(var network, String url))) {
            return Optional.empty();
        }
        Button agree = Buttons.plain(around.say("sources.insecure.agree"), () -> model.choose(network, url, true));
        return Optional.of(Bar.caution(around, around.say("endpoint.insecure", url), agree));
    }

    private static Node chosen(Surroundings around, OnboardingViewModel model, OnboardingScreen.ChooseSources screen) {
        VBox list = new VBox(4);
        if (!screen.chosen().isEmpty()) {
            list.getChildren().add(Labels.styled(around.say("sources.chosen"), "lb-strong"));
        }
        for (Chosen each : screen.chosen()) {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            Button drop = Buttons.icon(around.say("sources.drop", each.url()), Feather.X, () -> model.drop(each));
            HBox row = new HBox(
                    8,
                    Labels.styled(each.network().name()),
                    Labels.cut(new SourceId(each.network().chain(), each.url()).shown(), "lb-quiet", "lb-mono"),
                    gap,
                    drop);
            row.setAlignment(Pos.CENTER_LEFT);
            list.getChildren().add(row);
        }
        list.setManaged(!screen.chosen().isEmpty());
        return list;
    }

    /// What skipping costs is said where it can be skipped.
    private static Node verification(Surroundings around, OnboardingViewModel model) {
        CheckBox next = new CheckBox(around.say("sources.l1.next"));
        next.setWrapText(true);
        next.setSelected(model.verifyNext());
        next.selectedProperty().addListener((_, _, wanted) -> model.verifyNext(wanted));
        VBox box = new VBox(
                8,
                Labels.heading(around.say("sources.l1")),
                Labels.wrapped(around.say("sources.l1.why")),
                Labels.wrapped(around.say("sources.l1.without"), "lb-quiet"),
                AssuranceBadge.still(around, AssuranceKind.UNCHECKED_HEADER),
                Labels.wrapped(around.say("sources.l1.with"), "lb-quiet"),
                AssuranceBadge.still(around, AssuranceKind.FINAL),
                next);
        box.getStyleClass().add("lb-card");
        return box;
    }

    private static StringConverter<Offer> names() {
        return new StringConverter<>() {
            @Override
            public String toString(Offer offer) {
                return offer == null ? "" : offer.network().name();
            }

            @Override
            public Offer fromString(String text) {
                throw new UnsupportedOperationException("the list cannot be typed into");
            }
        };
    }
}
