package org.lifeboat.ui.accounts;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.lifeboat.ui.accounts.Attempt.Spot;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.DropQuestion;
import org.lifeboat.ui.parts.Field;
import org.lifeboat.ui.parts.FileBox;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Waiting;
import org.lifeboat.ui.secrets.NewPassword;
import org.lifeboat.ui.secrets.PasswordBox;

/// A question about keys: fields, one button, what is wrong under the field it concerns, and progress while
/// it works. Stays open until it is done or dropped; what is secret is wiped when it closes.
final class AttemptForm {
    private final Surroundings around;
    private final AccountsViewModel model;
    private final Runnable unlock;
    private final String title;
    private final VBox body = new VBox(12);
    private final StackPane state = new StackPane();
    private final Map<Spot, Field> fields = new EnumMap<>(Spot.class);
    private final List<Runnable> wipe = new ArrayList<>();
    private final List<BooleanSupplier> typed = new ArrayList<>();
    private final ChangeListener<Attempt> follow = (_, _, now) -> show(now);
    private Button go = new Button();
    private Runnable wordsOpen = () -> {};
    private boolean cautious;
    private Optional<Waiting> waiting = Optional.empty();

    AttemptForm(Surroundings around, AccountsViewModel model, Runnable unlock, String title) {
        this.around = around;
        this.model = model;
        this.unlock = unlock;
        this.title = title;
    }

    AttemptForm add(Node node) {
        body.getChildren().add(node);
        return this;
    }

    TextField text(Spot spot, String name, String before, String hint) {
        TextField control = new TextField(before);
        typed.add(() -> !control.getText().equals(before));
        add(spot, new Field(name, control, hint));
        return control;
    }

    FileBox file(FileBox box, String name, String hint) {
        String before = box.text();
        typed.add(() -> !box.text().equals(before));
        add(Spot.FILE, box.field(name, hint));
        return box;
    }

    PasswordBox password(Spot spot, String name, String hint) {
        PasswordBox box = new PasswordBox();
        wipe.add(box::empty);
        typed.add(() -> !box.isEmpty());
        add(spot, new Field(name, box.control(), hint));
        return box;
    }

    NewPassword newPassword(String name) {
        NewPassword made = new NewPassword(around, name);
        wipe.add(made::empty);
        typed.add(() -> !made.isEmpty());
        body.getChildren().addAll(made.nodes());
        return made;
    }

    void whenWordsOpen(Runnable action) {
        wordsOpen = action;
    }

    private void add(Spot spot, Field field) {
        fields.put(spot, field);
        add(field);
    }

    /// Enter alone does nothing, and the button looks it: what is asked cannot be undone.
    AttemptForm cautious() {
        cautious = true;
        return this;
    }

    /// @param name of the button that does it
    void open(String name, Runnable submit, Button... more) {
        Runnable submitting = () -> {
            fields.values().forEach(Field::right);
            submit.run();
        };
        go = cautious ? Buttons.danger(name, submitting) : Buttons.primary(name, submitting);
        go.setDefaultButton(!cautious);
        state.setManaged(false);
        body.getChildren().add(state);
        model.rest();
        model.attempt().addListener(follow);
        List<Button> buttons = new ArrayList<>(List.of(more));
        buttons.add(Buttons.plain(around.say("action.cancel"), this::leave));
        buttons.add(go);
        around.layer().show(title, body, this::leave, buttons);
    }

    /// Escape and *Cancel*: gives up what can be given up, and asks before it throws away what was typed.
    private void leave() {
        if (model.attempt().get() instanceof Attempt.Working) {
            model.cancel();
        } else if (typed.stream().anyMatch(BooleanSupplier::getAsBoolean)) {
            DropQuestion.ask(around, this::close);
        } else {
            close();
        }
    }

    void close() {
        vanish();
        model.rest();
    }

    private void vanish() {
        model.attempt().removeListener(follow);
        waiting.ifPresent(Waiting::stop);
        wipe.forEach(Runnable::run);
        around.layer().close();
    }

    private void show(Attempt now) {
        waiting.ifPresent(Waiting::stop);
        waiting = Optional.empty();
        go.setDisable(now instanceof Attempt.Working);
        switch (now) {
            case Attempt.Resting() -> below(Optional.empty());
            case Attempt.Working(boolean canBeGivenUp) -> {
                String sentence = around.say("accounts.working");
                Waiting shown =
                        canBeGivenUp ? new Waiting(around, sentence, model::cancel) : new Waiting(around, sentence);
                waiting = Optional.of(shown);
                below(Optional.of(shown));
            }
            case Attempt.Refused(Spot _, String key, var _) when key.equals("accounts.locked") -> locked();
            case Attempt.Refused(Spot spot, String key, List<String> arguments) ->
                wrong(spot, around.say(key, arguments.toArray()));
            case Attempt.RefusedByVault(var reason) ->
                wrong(Spot.WHOLE_FORM, around.phrases().choice(reason));
            case Attempt.WordsOpen() -> {
                vanish();
                wordsOpen.run();
            }
            case Attempt.Done _ -> close();
        }
    }

    private void wrong(Spot spot, String sentence) {
        Optional<Field> field = Optional.ofNullable(fields.get(spot));
        field.ifPresent(each -> each.wrong(sentence));
        below(field.isPresent() ? Optional.empty() : Optional.of(Bar.caution(around, sentence)));
    }

    /// Trying again cannot help before the wallet is open.
    private void locked() {
        go.setDisable(true);
        Button open = Buttons.plain(around.say("unlock.open"), () -> {
            close();
            unlock.run();
        });
        below(Optional.of(Bar.caution(around, around.say("accounts.locked"), open)));
    }

    private void below(Optional<Node> node) {
        state.getChildren().setAll(node.stream().toList());
        state.setManaged(node.isPresent());
    }
}
