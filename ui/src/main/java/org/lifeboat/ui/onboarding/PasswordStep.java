package org.lifeboat.ui.onboarding;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.lifeboat.ui.onboarding.OnboardingView.Step;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Urgency;
import org.lifeboat.ui.parts.Waiting;
import org.lifeboat.ui.secrets.NewPassword;

/// The page on which the password is chosen.
final class PasswordStep {
    private PasswordStep() {}

    static Step of(Surroundings around, OnboardingViewModel model, OnboardingScreen.ChoosePassword screen) {
        NewPassword chosen = new NewPassword(around, around.say("password.field"));
        Button go = Buttons.primary(around.say("password.save"), () -> {
            if (chosen.isFine()) {
                model.choosePassword(chosen.take(), around.say("account.first"));
            }
        });
        go.setDefaultButton(true);
        go.setDisable(screen.saving());
        Button back = Ways.back(around, model);
        back.setDisable(screen.saving());
        VBox page = new VBox(Labels.title(around.say("password.title")), Labels.wrapped(around.say("password.why")));
        page.getChildren().addAll(chosen.nodes());
        page.getChildren().add(new Bar(around, Urgency.CALM, around.say("money.password")));
        if (!screen.diskProblem().isEmpty()) {
            page.getChildren().add(Bar.caution(around, around.say("password.notSaved", screen.diskProblem())));
        }
        Runnable stop = () -> {};
        if (screen.saving()) {
            // A vault is written whole or not at all: there is no giving up half way.
            Waiting waiting = new Waiting(around, around.say("password.saving"));
            page.getChildren().add(waiting);
            stop = waiting::stop;
        }
        page.getChildren().add(Ways.buttons(back, go));
        Runnable over = stop;
        return new Step(
                page,
                () -> {
                    chosen.empty();
                    over.run();
                },
                _ -> false);
    }
}
