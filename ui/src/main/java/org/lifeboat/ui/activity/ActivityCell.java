package org.lifeboat.ui.activity;

import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.ui.look.Icons;
import org.lifeboat.ui.parts.AddressText;
import org.lifeboat.ui.parts.AmountText;
import org.lifeboat.ui.parts.Anew;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;

/// One transaction: when, what, to whom, how much, what became of it. Its nodes are made once and filled anew
/// for each row that scrolls by.
final class ActivityCell extends ListCell<OwnTransaction> {
    /// Height of a row in pixels, of one line and of three: known beforehand, so that a list of a hundred thousand
    /// need not measure them.
    static final double LINE_HEIGHT = 42;

    static final double CARD_HEIGHT = 96;

    private static final double NETWORK_WIDTH = 130;

    private final Surroundings around;
    private final Names names;
    private final IntConsumer shown;
    private Optional<Nodes> nodes = Optional.empty();

    /// The names to show now.
    @FunctionalInterface
    interface Names {
        ActivityScreen.Around now();
    }

    /// @param shown is told the index of each row that comes into view
    ActivityCell(Surroundings around, Names names, IntConsumer shown) {
        this.around = around;
        this.names = names;
        this.shown = shown;
    }

    @Override
    protected void updateItem(@Nullable OwnTransaction transaction, boolean empty) {
        super.updateItem(transaction, empty);
        setText(null);
        if (empty || transaction == null) {
            setGraphic(null);
            Anew.each(this, () -> {});
            setAccessibleText("");
            return;
        }
        boolean narrow = around.narrow().get();
        Nodes now = nodes.filter(each -> each.narrow == narrow).orElseGet(() -> new Nodes(around, narrow));
        nodes = Optional.of(now);
        now.show(around, names.now(), transaction);
        setAccessibleText(now.words(around, transaction));
        Anew.each(this, () -> Anew.describe(this, now.words(around, transaction)));
        if (!now.row.equals(getGraphic())) {
            setGraphic(now.row);
        }
        shown.accept(getIndex());
    }

    static String to(Surroundings around, ActivityScreen.Around names, OwnTransaction transaction) {
        return transaction
                .counterpart()
                .map(address -> name(names, address))
                .orElseGet(() -> around.say("activity.nobody"));
    }

    private static String name(ActivityScreen.Around names, Address address) {
        return names.name(address).orElseGet(() -> AddressText.shortened(address));
    }

    /// The nodes of a row, in one of the two widths.
    private static final class Nodes {
        private final boolean narrow;
        private final Label kind = Labels.cut("");
        private final Label network = Labels.cut("", "lb-quiet");
        private final Label when = Labels.styled("", "lb-quiet", "lb-small");
        private final Label status = Labels.styled("", "lb-small");
        private final FontIcon sign = Icons.beside(Feather.CIRCLE);
        private final AmountText figure;
        private final Pane row;

        Nodes(Surroundings around, boolean narrow) {
            this.narrow = narrow;
            figure = new AmountText(around);
            status.setGraphic(sign);
            row = narrow ? card() : line();
            row.getStyleClass().add("lb-row");
            row.setMinWidth(0);
            row.setPrefWidth(1);
        }

        private Pane card() {
            return new VBox(2, new HBox(8, kind, gap(), figure), new HBox(8, network, gap(), status), when);
        }

        private Pane line() {
            when.setPrefWidth(150);
            network.setPrefWidth(NETWORK_WIDTH);
            network.setMinWidth(NETWORK_WIDTH);
            kind.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(kind, Priority.ALWAYS);
            status.setPrefWidth(190);
            return new HBox(12, when, kind, network, figure, status);
        }

        private static Region gap() {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            return gap;
        }

        void show(Surroundings around, ActivityScreen.Around names, OwnTransaction transaction) {
            String what = around.say(
                    "activity.line", around.phrases().choice(transaction.kind()), to(around, names, transaction));
            kind.setText(what);
            network.setText(names.networkName(transaction));
            when.setText(around.phrases().moment(transaction.signedAt()));
            status.setText(StatusWords.word(around.phrases(), transaction.status()));
            sign.setIconCode(StatusWords.icon(transaction.status()));
            figure.show(amount(transaction), transaction.asset().symbol());
        }

        private static TokenAmount amount(OwnTransaction transaction) {
            return new TokenAmount(transaction.units(), transaction.asset().decimals());
        }

        /// The whole row that is shown, in words.
        String words(Surroundings around, OwnTransaction transaction) {
            return String.join(
                    ", ",
                    kind.getText(),
                    AmountText.exact(
                            around, amount(transaction), transaction.asset().symbol()),
                    network.getText(),
                    status.getText(),
                    when.getText());
        }
    }
}
