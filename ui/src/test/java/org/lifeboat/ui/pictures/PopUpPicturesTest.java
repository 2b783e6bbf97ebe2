package org.lifeboat.ui.pictures;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.contact.Contact;
import org.lifeboat.engine.send.Speed;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.ui.balances.Sheets;
import org.lifeboat.ui.notices.Notices;
import org.lifeboat.ui.parts.AmountText;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.HelpMark;
import org.lifeboat.ui.parts.PageBox;
import org.lifeboat.ui.parts.PageHead;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Urgency;
import org.lifeboat.ui.send.SendForm;
import org.lifeboat.ui.send.SendScreen;
import org.lifeboat.ui.send.SendView;
import org.lifeboat.ui.states.Skeleton;

/// What opens in a window of its own: notices, help, the lists of choices.
class PopUpPicturesTest {
    @Test
    void notices_inTheCorner() throws IOException, InterruptedException {
        Looks.popUps("notices", (pictures, around) -> {
            page(around, new Skeleton(around, 4));
            Notices notices = new Notices(new PatientTasks(), (_, _) -> false);
            around.layer().getChildren().add(notices.node());
            notices.say(around.phrases(), around.say("notice.locked"), around.say("notice.locked.why"), Urgency.CALM);
            String paid = AmountText.cut(TokenAmount.parse("1234.567890123456789", 18), "ETH");
            notices.say(
                    around.phrases(),
                    around.say("choice.Urgency.ACT_THIS_WEEK"),
                    around.say("notice.payment", around.say("activity.line", "Ada", "Bob"), paid, "OP Mainnet"),
                    Urgency.ACT_THIS_WEEK);
            notices.say(
                    around.phrases(), around.say("notice.caught"), around.say("notice.caught.why"), Urgency.ACT_TODAY);
        });
    }

    @Test
    void help_besideItsWord() throws IOException, InterruptedException {
        Looks.popUps("help", (pictures, around) -> {
            HelpMark mark = new HelpMark(around, around.say("badge.final"), around.say("badge.final.why"));
            TextField field = new TextField();
            field.setAccessibleText(around.say("badge.final"));
            HBox row = new HBox(8, field, mark);
            HBox.setHgrow(field, Priority.ALWAYS);
            page(around, row);
            pictures.settle();
            Openings.press(mark, around.say("help.what", around.say("badge.final")));
        });
    }

    @Test
    void lists_toChooseFrom() throws IOException, InterruptedException {
        Looks.popUps("send-form-contacts", (pictures, around) -> {
            form(around);
            pictures.settle();
            MenuButton contacts = (MenuButton)
                    Openings.find(around.layer(), MenuButton.class::isInstance).orElseThrow();
            contacts.show();
        });
        Looks.popUps("send-form-speed", (pictures, around) -> {
            form(around);
            pictures.settle();
            ComboBox<?> speed = (ComboBox<?>) Openings.find(
                            around.layer(),
                            node -> node instanceof ComboBox<?> box
                                    && around.say("send.speed").equals(box.getAccessibleText()))
                    .orElseThrow();
            speed.show();
        });
    }

    private static void form(Surroundings around) {
        Account account = new Account(Sheets.ONE, "Account 1", new Account.Kind.Derived("m/44'/60'/0'/0/0"), 0, false);
        Asset coin = new Asset.Coin(Sheets.OPTIMISM);
        SendScreen.Choices choices = new SendScreen.Choices(
                List.of(account),
                List.of(Sheets.OPTIMISM),
                List.of(coin),
                List.of(
                        new Contact("Ada", Sheets.TWO, Set.of(), "", Optional.empty()),
                        new Contact(
                                "The plumber with a long name, Berlin", Sheets.ONE, Set.of(), "", Optional.empty())));
        SendForm form = new SendForm(account, Sheets.OPTIMISM, coin, "", "", false, true, Speed.NORMAL);
        SendScreen filling = new SendScreen.Filling(choices, form, SendScreen.Flaw.NONE);
        SendView view =
                new SendView(around, new SimpleObjectProperty<>(filling), new SendPicturesTest.NoActions(), _ -> {});
        base(around).setCenter(view.node());
        view.attach();
    }

    private static void page(Surroundings around, Node content) {
        PageHead head = new PageHead(
                around.say("balances.title"),
                around.say("balances.asking"),
                Buttons.primary(around.say("command.send"), () -> {}));
        base(around).setCenter(new PageBox(around, head, content));
    }

    private static BorderPane base(Surroundings around) {
        BorderPane base = (BorderPane) around.layer().getChildren().getFirst();
        base.getStyleClass().add("lb-frame");
        return base;
    }
}
