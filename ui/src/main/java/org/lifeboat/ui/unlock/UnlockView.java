package org.lifeboat.ui.unlock;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.ui.look.Icons;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.CopiedText;
import org.lifeboat.ui.parts.Field;
import org.lifeboat.ui.parts.Focus;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Scrolling;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Waiting;
import org.lifeboat.ui.places.Page;
import org.lifeboat.ui.secrets.PasswordBox;
import org.lifeboat.vault.Secret;

/// The page in front of a locked wallet: one field, one button.
public final class UnlockView implements Page {
    private final Surroundings around;
    private final ObservableValue<UnlockScreen> screen;
    private final Runnable useBackup;
    private final Runnable cancel;
    private final NewFolder anew;
    private final PasswordBox box = new PasswordBox();
    private final Field field;
    private final Button open;
    private final Label title;
    private final Label sentence;
    private final VBox remarks = new VBox(8);
    private final Node root;
    private final ChangeListener<Object> redraw = (_, _, _) -> draw();
    private Optional<Waiting> waiting = Optional.empty();

    /// @param unlock gets the password and closes it
    /// @param cancel gives up waiting for it
    /// @param anew where another profile can begin
    public UnlockView(
            Surroundings around,
            ObservableValue<UnlockScreen> screen,
            Consumer<Secret> unlock,
            Runnable useBackup,
            Runnable cancel,
            NewFolder anew) {
        this.around = around;
        this.screen = screen;
        this.useBackup = useBackup;
        this.cancel = cancel;
        this.anew = anew;
        field = new Field(around.say("unlock.password"), box.control(), "");
        open = Buttons.primary(around.say("unlock.open"), () -> unlock.accept(box.take()));
        open.setDefaultButton(true);
        open.setMaxWidth(Double.MAX_VALUE);
        var sign = Icons.beside(Feather.LIFE_BUOY);
        sign.getStyleClass().add("lb-hero");
        title = Labels.title(around.say("unlock.title"));
        HBox head = new HBox(12, sign, title);
        head.setAlignment(Pos.CENTER_LEFT);
        sentence = Labels.wrapped(around.say("unlock.sentence"), "lb-quiet");
        VBox card = new VBox(head, sentence, field, open, remarks);
        card.getStyleClass().add("lb-card");
        card.setSpacing(16);
        card.setMaxSize(440, Region.USE_PREF_SIZE);
        StackPane middle = new StackPane(card);
        middle.setStyle("-fx-padding: 24;");
        var scroll = Scrolling.filledBy(middle);
        root = scroll;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void attach() {
        screen.addListener(redraw);
        draw();
        box.control().requestFocus();
    }

    @Override
    public void detach() {
        screen.removeListener(redraw);
        box.empty();
        waiting.ifPresent(Waiting::stop);
    }

    private void draw() {
        boolean trying = screen.getValue() instanceof UnlockScreen.Trying;
        open.setDisable(trying);
        boolean offered = !(screen.getValue() instanceof UnlockScreen.Damaged
                || screen.getValue() instanceof UnlockScreen.UpdateNeeded);
        offer(offered);
        title.setText(around.say(offered ? "unlock.title" : "unlock.title.not"));
        waiting.ifPresent(Waiting::stop);
        waiting = Optional.empty();
        field.right();
        remarks.getChildren().clear();
        switch (screen.getValue()) {
            case UnlockScreen.Ask() -> {}
            case UnlockScreen.Trying() -> {
                Waiting shown = new Waiting(around, around.say("unlock.trying"), cancel);
                waiting = Optional.of(shown);
                remarks.getChildren().add(shown);
            }
            case UnlockScreen.WrongPassword() -> field.wrong(around.say("unlock.wrong"));
            case UnlockScreen.TooSoon(var wait) -> {
                field.wrong(around.say("unlock.tooSoon", around.phrases().span(wait.plusSeconds(1))));
                open.setDisable(true);
                around.tasks().after(wait.plusSeconds(1), () -> open.setDisable(false));
            }
            case UnlockScreen.Damaged(boolean backup) -> {
                String sentence = backup ? around.say("money.vaultDamaged") : around.say("money.vaultLost");
                remark(sentence);
                remarks.getChildren()
                        .addAll(
                                backup
                                        ? List.of(Buttons.primary(around.say("unlock.backup"), useBackup))
                                        : List.of(
                                                Labels.wrapped(around.say("unlock.anew")),
                                                new CopiedText(around, around.say("copy.command"), anew.command())));
            }
            case UnlockScreen.UpdateNeeded() -> remark(around.say("unlock.update"));
            case UnlockScreen.Unreadable(String why) -> remark(around.say("unlock.unreadable", why));
        }
        if (offered && !trying) {
            box.control().requestFocus();
        } else if (!offered) {
            Focus.first(remarks).ifPresent(Node::requestFocus);
        }
    }

    /// Where there is nothing to open, nothing asks for a password.
    private void offer(boolean offered) {
        for (Node each : List.of(field, open, sentence)) {
            each.setVisible(offered);
            each.setManaged(offered);
        }
    }

    private void remark(String sentence) {
        remarks.getChildren().add(Bar.caution(around, sentence));
    }
}
