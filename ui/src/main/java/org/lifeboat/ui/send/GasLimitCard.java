package org.lifeboat.ui.send;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.send.Check;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.CheckLine;
import org.lifeboat.ui.parts.Field;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;

/// Asks for the gas limit that nobody else names.
final class GasLimitCard extends VBox {
    private final Surroundings around;
    private final SendView.Actions actions;
    private final TextField limit = new TextField();
    private final Field field;

    GasLimitCard(Surroundings around, SendScreen.GasLimitWanted wanted, Node caught, SendView.Actions actions) {
        this.around = around;
        this.actions = actions;
        this.field = new Field(around.say("send.gasLimit"), limit, "");
        getStyleClass().addAll("lb-card", "lb-roomy");
        setMaxWidth(720);
        getChildren().addAll(Labels.heading(around.say("send.gasLimit.wanted")), caught);
        for (Check check : wanted.checks()) {
            getChildren().add(CheckLine.of(around, check));
        }
        boolean hopeless = wanted.checks().stream().anyMatch(check -> check.kind() == Check.Kind.GAS_NEVER_ENOUGH);
        Button review = hopeless
                ? Buttons.plain(around.say("send.review"), this::review)
                : Buttons.primary(around.say("send.review"), this::review);
        review.setDefaultButton(!hopeless);
        HBox buttons = new HBox(8, Buttons.plain(around.say("action.back"), Feather.ARROW_LEFT, actions::back), review);
        getChildren().addAll(Labels.wrapped(around.say("send.gasLimit.why")), field, buttons);
    }

    private void review() {
        SendViewModel.gasLimit(limit.getText())
                .ifPresentOrElse(actions::reviewWith, () -> field.wrong(around.say("send.gasLimit.wrong")));
    }
}
