package org.lifeboat.ui.onboarding;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.lifeboat.ui.onboarding.OnboardingScreen.BackupField;
import org.lifeboat.ui.onboarding.OnboardingScreen.BackupProblem;
import org.lifeboat.ui.onboarding.OnboardingView.Step;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Field;
import org.lifeboat.ui.parts.FileBox;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Urgency;
import org.lifeboat.ui.parts.Waiting;
import org.lifeboat.ui.secrets.PasswordBox;

/// The page on which a whole profile comes back from its backup.
final class BackupStep {
    private final Surroundings around;
    private final OnboardingViewModel model;
    private final PasswordBox own = new PasswordBox();
    private final PasswordBox wallets = new PasswordBox();
    private final FileBox file;
    private final Map<BackupField, Field> fields = new EnumMap<>(BackupField.class);
    private final StackPane state = new StackPane();
    private final Button go;
    private final Button back;
    private Optional<Waiting> waiting = Optional.empty();

    BackupStep(Surroundings around, OnboardingViewModel model) {
        this.around = around;
        this.model = model;
        file = FileBox.toOpen(around);
        fields.put(BackupField.FILE, file.field(around.say("backup.file"), ""));
        fields.put(BackupField.PASSWORD, new Field(around.say("backup.password"), own.control(), ""));
        fields.put(
                BackupField.WALLET_PASSWORD,
                new Field(around.say("backup.wallet"), wallets.control(), around.say("backup.wallet.hint")));
        go = Buttons.primary(around.say("backup.go"), () -> model.enterBackup(file.text(), own.take(), wallets.take()));
        go.setDefaultButton(true);
        back = Ways.back(around, model);
    }

    Step step(OnboardingScreen.EnterBackup screen) {
        VBox page = new VBox(
                Labels.title(around.say("backup.title")), Labels.wrapped(around.say("backup.why"), "lb-quiet"));
        page.getChildren().addAll(fields.values());
        page.getChildren()
                .addAll(new Bar(around, Urgency.CALM, around.say("backup.sources")), state, Ways.buttons(back, go));
        show(screen);
        return new Step(page, this::leave, this::follow);
    }

    private void leave() {
        own.empty();
        wallets.empty();
        waiting.ifPresent(Waiting::stop);
    }

    private boolean follow(OnboardingScreen next) {
        if (next instanceof OnboardingScreen.EnterBackup backup) {
            show(backup);
            return true;
        }
        return false;
    }

    private void show(OnboardingScreen.EnterBackup screen) {
        waiting.ifPresent(Waiting::stop);
        waiting = Optional.empty();
        go.setDisable(screen.working());
        back.setDisable(screen.working());
        fields.values().forEach(Field::right);
        if (screen.working()) {
            Waiting shown = new Waiting(around, around.say("backup.working"), model::cancelBackup);
            waiting = Optional.of(shown);
            below(List.of(shown));
            return;
        }
        switch (screen.problem()) {
            case BackupProblem.None() -> below(List.of());
            case BackupProblem.Refused(BackupField field, String key, List<String> arguments) -> {
                String sentence = around.say(key, arguments.toArray());
                Optional<Field> where = Optional.ofNullable(fields.get(field));
                where.ifPresent(each -> each.wrong(sentence));
                below(where.isPresent() ? List.of() : List.of(Bar.caution(around, sentence)));
            }
        }
    }

    private void below(List<Node> nodes) {
        state.getChildren().setAll(nodes);
        state.setManaged(!nodes.isEmpty());
    }
}
