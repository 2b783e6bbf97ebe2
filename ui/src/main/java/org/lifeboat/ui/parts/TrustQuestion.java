package org.lifeboat.ui.parts;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// Asks before a source that a proof contradicted is believed again.
public final class TrustQuestion {
    private TrustQuestion() {}

    /// @param host of the source
    /// @param caught what it was caught with
    /// @param trust believes it again
    public static void ask(Surroundings around, String host, String caught, Runnable trust) {
        Button no = Buttons.plain(around.say("action.cancel"), around.layer()::close);
        Button yes = Buttons.danger(around.say("networks.trustAgain.go"), () -> {
            around.layer().close();
            trust.run();
        });
        VBox body = new VBox(12, Bar.caution(around, caught), Labels.wrapped(around.say("networks.trustAgain.why")));
        around.layer()
                .show(around.say("networks.trustAgain.title", host), body, around.layer()::close, List.of(no, yes));
    }
}
