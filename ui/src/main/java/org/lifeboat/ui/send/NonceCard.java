package org.lifeboat.ui.send;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Field;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;

/// The section of the review that leaves the nonce to the user, where sources disagree on it.
final class NonceCard {
    private NonceCard() {}

    static Node of(Surroundings around, Nonce taken, SendView.Actions actions) {
        TextField typed = new TextField(Long.toString(taken.value()));
        Field field = new Field(around.say("activity.nonce"), typed, "");
        Button again = Buttons.plain(
                around.say("send.nonce.again"),
                () -> SendViewModel.nonce(typed.getText())
                        .ifPresentOrElse(actions::againWith, () -> field.wrong(around.say("send.nonce.wrong"))));
        return ReviewCard.section(
                Labels.heading(around.say("send.nonce.choose")),
                Labels.wrapped(around.say("send.nonce.why"), "lb-quiet"),
                field,
                again);
    }
}
