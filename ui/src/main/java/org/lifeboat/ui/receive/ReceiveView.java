package org.lifeboat.ui.receive;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.ui.parts.AccountBox;
import org.lifeboat.ui.parts.AddressText;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.DrawnPage;
import org.lifeboat.ui.parts.Field;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.PageBox;
import org.lifeboat.ui.parts.PageHead;
import org.lifeboat.ui.parts.QrPicture;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.places.Navigation;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.states.EmptyCard;
import org.lifeboat.ui.states.Skeleton;
import org.lifeboat.ui.states.Unreadable;

/// The page of receiving: QR, address, and what this wallet would see.
public final class ReceiveView extends DrawnPage {
    private static final double QR_SIZE = 200;
    private static final double WORDS_WIDTH = 440;

    private final Surroundings around;
    private final ReceiveViewModel model;
    private final Navigation navigation;

    public ReceiveView(Surroundings around, ReceiveViewModel model, Navigation navigation) {
        super(around, model.screen());
        this.around = around;
        this.model = model;
        this.navigation = navigation;
    }

    @Override
    protected Node drawn() {
        PageHead head = new PageHead(around.say("receive.title"), sentence());
        Node content = switch (model.screen().get()) {
            case ReceiveScreen.Loading() -> new Skeleton(around, 3);
            case ReceiveScreen.NoAccount() ->
                new EmptyCard(
                        Feather.USER,
                        around.say("balances.noAccount"),
                        around.say("receive.noAccount.why"),
                        Buttons.primary(
                                around.say("balances.toAccounts"), () -> navigation.open(new Place.Accounts())));
            case ReceiveScreen.Unreadable() -> Unreadable.bar(around, () -> model.load(Optional.empty()));
            case ReceiveScreen.Shown shown -> card(shown);
        };
        return new PageBox(around, head, content);
    }

    private Node card(ReceiveScreen.Shown shown) {
        String address = shown.chosen().address().toChecksum();
        QrPicture picture = new QrPicture(address, around.say("receive.qr", address), QR_SIZE);
        VBox words = new VBox(
                16,
                new Field(
                        around.say("receive.account"),
                        AccountBox.of(shown.accounts(), shown.chosen(), model::choose),
                        ""),
                AddressText.whole(around, shown.chosen().address()));
        words.setMinWidth(0);
        words.setMaxWidth(WORDS_WIDTH);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox top = new HBox(24, picture, words);
        top.setAlignment(Pos.TOP_LEFT);
        VBox card = new VBox(top, networks(shown.watched(), shown.chosen().canSign()));
        card.getStyleClass().addAll("lb-card", "lb-roomy");
        if (!shown.chosen().canSign()) { // before the address, which somebody may be in a hurry to copy
            card.getChildren().addFirst(Bar.caution(around, around.say("money.watchOnlyReceive")));
        }
        return card;
    }

    /// An account whose key is here is its owner's on every network; a contract is not.
    private String sentence() {
        return model.screen().get() instanceof ReceiveScreen.Shown shown
                ? around.say(
                        shown.chosen().canSign() && !shown.watched().isEmpty()
                                ? "receive.sentence"
                                : "receive.sentence.watched")
                : "";
    }

    private Node networks(List<ReceiveScreen.Watched> watched, boolean own) {
        VBox box = new VBox(8, Labels.heading(around.say("receive.watched")));
        if (watched.isEmpty()) {
            box.getChildren()
                    .addAll(
                            Labels.wrapped(around.say("receive.nothingWatched"), "lb-quiet"),
                            Buttons.link(
                                    around.say("balances.chooseSources"), () -> navigation.open(new Place.Networks())));
        }
        for (ReceiveScreen.Watched each : watched) {
            VBox one = new VBox(2, Labels.styled(each.network().name(), "lb-strong"));
            String said = around.phrases()
                    .together(each.notices().stream()
                            .map(notice -> around.say(
                                    notice.messageKey(), notice.arguments().toArray()))
                            .toList());
            if (!said.isEmpty()) {
                one.getChildren().add(Labels.wrapped(said, "lb-quiet"));
            }
            box.getChildren().add(one);
        }
        box.getChildren()
                .add(Labels.wrapped(around.say(own ? "receive.elsewhere" : "receive.elsewhere.watched"), "lb-quiet"));
        return box;
    }
}
