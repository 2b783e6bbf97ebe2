package org.lifeboat.ui.onboarding;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.lifeboat.ui.onboarding.OnboardingView.Step;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Field;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Urgency;
import org.lifeboat.ui.secrets.PasswordBox;
import org.lifeboat.ui.secrets.Strength;
import org.lifeboat.ui.secrets.StrengthMeter;

/// The page on which the password is chosen.
final class PasswordStep {
    private PasswordStep() {}

    static Step of(Surroundings around, OnboardingViewModel model, OnboardingScreen.ChoosePassword screen) {
        PasswordBox first = new PasswordBox();
        PasswordBox second = new PasswordBox();
        Field one = new Field(around.say("password.field"), first.control(), "");
        Field two = new Field(around.say("password.again"), second.control(), "");
        Button go = Buttons.primary(
                screen.saving() ? around.say("password.saving") : around.say("password.save"),
                () -> tryIt(around, model, first, second, one, two));
        go.setDefaultButton(true);
        go.setDisable(screen.saving());
        Button back = Ways.back(around, model);
        back.setDisable(screen.saving());
        VBox page = new VBox(
                Labels.title(around.say("password.title")),
                Labels.wrapped(around.say("password.why")),
                one,
                new StrengthMeter(around, first),
                two,
                new Bar(around, Urgency.CALM, around.say("money.password")));
        if (!screen.diskProblem().isEmpty()) {
            page.getChildren().add(Bar.caution(around, around.say("password.notSaved", screen.diskProblem())));
        }
        page.getChildren().add(Ways.buttons(back, go));
        return new Step(page, () -> {
            first.empty();
            second.empty();
        });
    }

    private static void tryIt(
            Surroundings around,
            OnboardingViewModel model,
            PasswordBox first,
            PasswordBox second,
            Field one,
            Field two) {
        one.right();
        two.right();
        Strength strength = first.strength();
        if (strength == Strength.NONE || strength == Strength.TOO_SHORT) {
            one.wrong(around.phrases().choice(Strength.TOO_SHORT));
            first.control().requestFocus();
        } else if (!first.sameAs(second)) {
            two.wrong(around.say("password.differ"));
            second.control().requestFocus();
        } else {
            second.empty();
            model.choosePassword(first.take(), around.say("account.first"));
        }
    }
}
