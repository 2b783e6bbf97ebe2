package org.lifeboat.ui.activity;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.ui.look.Icons;
import org.lifeboat.ui.parts.AddressText;
import org.lifeboat.ui.parts.AmountText;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;

/// One transaction: when, what, to whom, how much, what became of it.
final class ActivityCell extends ListCell<OwnTransaction> {
    private final Surroundings around;
    private final ActivityScreen.Shown shown;

    ActivityCell(Surroundings around, ActivityScreen.Shown shown) {
        this.around = around;
        this.shown = shown;
    }

    @Override
    protected void updateItem(@Nullable OwnTransaction transaction, boolean empty) {
        super.updateItem(transaction, empty);
        setText(null);
        if (empty || transaction == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        String what = around.say(
                "activity.line", around.phrases().choice(transaction.kind()), to(around, shown, transaction));
        TokenAmount amount =
                new TokenAmount(transaction.units(), transaction.asset().decimals());
        Label kind = Labels.cut(what);
        Label network = Labels.cut(network(shown, transaction), "lb-quiet");
        Label when = Labels.styled(around.phrases().moment(transaction.signedAt()), "lb-quiet", "lb-small");
        Label status = Labels.styled(StatusWords.word(around, transaction.status()), "lb-small");
        status.setGraphic(Icons.beside(StatusWords.icon(transaction.status())));
        AmountText figure = new AmountText(around, amount, transaction.asset().symbol());
        Pane row;
        if (around.narrow().get()) {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            Region gap2 = new Region();
            HBox.setHgrow(gap2, Priority.ALWAYS);
            row = new VBox(2, new HBox(8, kind, gap, figure), new HBox(8, network, gap2, status), when);
        } else {
            when.setPrefWidth(170);
            network.setPrefWidth(120);
            network.setMinWidth(120);
            kind.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(kind, Priority.ALWAYS);
            status.setPrefWidth(190);
            row = new HBox(12, when, kind, network, figure, status);
        }
        row.getStyleClass().add("lb-row");
        row.setMinWidth(0);
        row.setPrefWidth(1);
        setGraphic(row);
        setAccessibleText(String.join(
                ", ",
                what,
                AmountText.exact(around, amount, transaction.asset().symbol()),
                network.getText(),
                status.getText(),
                when.getText()));
    }

    static String network(ActivityScreen.Shown shown, OwnTransaction transaction) {
        return Optional.ofNullable(shown.networks().get(transaction.chain()))
                .map(Network::name)
                .orElseGet(() -> transaction.chain().toString());
    }

    static String to(Surroundings around, ActivityScreen.Shown shown, OwnTransaction transaction) {
        return transaction
                .counterpart()
                .map(address -> name(shown, address))
                .orElseGet(() -> around.say("activity.nobody"));
    }

    private static String name(ActivityScreen.Shown shown, Address address) {
        return Optional.ofNullable(shown.names().get(address)).orElseGet(() -> AddressText.shortened(address));
    }
}
