package org.lifeboat.ui.balances;

import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.balances.Figure;
import org.lifeboat.engine.balances.Row;
import org.lifeboat.engine.balances.Total;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.ui.look.Icons;
import org.lifeboat.ui.parts.AddressText;
import org.lifeboat.ui.parts.AmountText;
import org.lifeboat.ui.parts.AssuranceBadge;
import org.lifeboat.ui.parts.AssuranceKind;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.PartsBar;
import org.lifeboat.ui.parts.Surroundings;

/// Draws one line: a row where there is room, a card of two lines where there is little.
final class LineCell extends ListCell<Line> {
    private static final double NETWORK_WIDTH = 170;
    private static final double AGE_WIDTH = 190;
    private static final double BADGE_WIDTH = 170;

    private final Surroundings around;
    private final Map<Address, String> names;
    private final Evidence evidence;

    /// @param evidence opens *How do we know*
    LineCell(Surroundings around, Map<Address, String> names, Evidence evidence) {
        this.around = around;
        this.names = names;
        this.evidence = evidence;
    }

    /// Opens the page on which it says how a figure is known.
    @FunctionalInterface
    interface Evidence {
        void open(Network network, Row row);
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        Node drawn = switch (line) {
            case Line.Asset(Total total, boolean folded) -> asset(total, folded);
            case Line.Holding(Network network, Row row) ->
                around.narrow().get() ? card(network, row) : row(network, row);
        };
        if (drawn instanceof Region region) {
            region.setMinWidth(0);
            region.setPrefWidth(1);
        }
        setGraphic(drawn);
    }

    private Node asset(Total total, boolean folded) {
        HBox row = new HBox();
        row.getStyleClass().add("lb-group");
        Label fold = new Label("", Icons.beside(folded ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN));
        Label symbol = Labels.styled(total.symbol(), "lb-heading");
        PartsBar bar = new PartsBar(around, total.sum(), total.symbol(), total.parts());
        row.getChildren().addAll(fold, symbol, gap());
        if (total.atLeast() && !total.parts().isEmpty()) {
            row.getChildren().add(Labels.styled(around.say("balances.atLeast"), "lb-quiet"));
        }
        Node sum = sum(total);
        HBox barBox = new HBox(bar);
        HBox.setHgrow(bar, Priority.ALWAYS);
        barBox.setAlignment(Pos.CENTER);
        barBox.setPrefWidth(around.narrow().get() ? 72 : BADGE_WIDTH - 12);
        barBox.setMinWidth(USE_PREF_SIZE);
        row.getChildren().addAll(sum, barBox);
        if (!around.narrow().get()) {
            Region age = new Region();
            age.setPrefWidth(AGE_WIDTH + 12);
            age.setMinWidth(AGE_WIDTH + 12);
            row.getChildren().add(age);
        }
        setAccessibleText(around.say(
                folded ? "balances.asset.folded" : "balances.asset.open",
                total.symbol(),
                total.parts().isEmpty()
                        ? around.say("balances.noFigure")
                        : AmountText.exact(around, total.sum(), total.symbol())));
        return row;
    }

    /// Where no part is known there is no sum, and so no zero.
    private Node sum(Total total) {
        if (total.parts().isEmpty()) {
            return Labels.styled(around.say("balances.noFigure"), "lb-quiet");
        }
        AmountText sum = new AmountText(around, total.sum(), total.symbol());
        sum.getStyleClass().add("lb-strong");
        return sum;
    }

    private Node row(Network network, Row row) {
        Label name = Labels.cut(network.name());
        name.setPrefWidth(NETWORK_WIDTH);
        name.setMinWidth(NETWORK_WIDTH);
        Label account = Labels.cut(account(row), "lb-quiet");
        HBox.setHgrow(account, Priority.ALWAYS);
        account.setMaxWidth(Double.MAX_VALUE);
        Node badge = badge(network, row);
        HBox badgeBox = new HBox(badge);
        badgeBox.setMinWidth(BADGE_WIDTH);
        Label age = Labels.cut(age(row), "lb-quiet", "lb-small");
        age.setPrefWidth(AGE_WIDTH);
        age.setMinWidth(AGE_WIDTH);
        HBox box = new HBox(indent(), name, account, amount(row), badgeBox, age);
        box.getStyleClass().add("lb-row");
        say(network, row);
        return box;
    }

    private Node card(Network network, Row row) {
        HBox first = new HBox(8, Labels.cut(network.name(), "lb-strong"), gap(), amount(row));
        HBox second = new HBox(8, Labels.cut(account(row), "lb-quiet"), gap(), badge(network, row));
        Label third = Labels.cut(age(row), "lb-quiet", "lb-small");
        VBox box = new VBox(2, first, second, third);
        box.getStyleClass().add("lb-row");
        say(network, row);
        return box;
    }

    private void say(Network network, Row row) {
        String amount = known(row)
                .map(known -> AmountText.exact(
                        around, known.amount(), row.position().asset().symbol()))
                .orElseGet(() -> around.say("balances.noFigure"));
        setAccessibleText(String.join(
                ", ", network.name(), account(row), amount, AssuranceBadge.word(around, kind(row)), age(row)));
    }

    private Node amount(Row row) {
        Optional<TokenAmount> amount = known(row).map(Figure.Known::amount);
        if (amount.isPresent()) {
            AmountText text =
                    new AmountText(around, amount.get(), row.position().asset().symbol());
            text.setOpacity(row.newest() instanceof Figure.Known ? 1 : 0.75);
            return text;
        }
        HBox none = new HBox(Labels.styled(around.say("balances.noFigure"), "lb-quiet"));
        none.getStyleClass().add("lb-amount");
        return none;
    }

    private Node badge(Network network, Row row) {
        return AssuranceBadge.of(around, kind(row), () -> evidence.open(network, row));
    }

    private String account(Row row) {
        Address address = row.position().account();
        String label = names.getOrDefault(address, "");
        return label.isBlank() ? AddressText.shortened(address) : label;
    }

    private String age(Row row) {
        return known(row)
                .map(known -> around.say(
                        "balances.block",
                        around.phrases().number(known.block().number()),
                        around.phrases().ago(known.readAt())))
                .orElse("");
    }

    static AssuranceKind kind(Row row) {
        return switch (row.newest()) {
            case Figure.NotAsked _ -> AssuranceKind.NOT_ASKED;
            case Figure.Known known -> AssuranceKind.of(known.assurance());
            case Figure.Problem(Figure.Outcome outcome, var _, var _) ->
                switch (outcome) {
                    case REFUTED -> AssuranceKind.DISAGREES;
                    case COULD_NOT_ASK -> AssuranceKind.INCOMPLETE;
                };
        };
    }

    static Optional<Figure.Known> known(Row row) {
        return switch (row.newest()) {
            case Figure.Known known -> Optional.of(known);
            case Figure.Problem problem -> problem.lastKnown();
            case Figure.NotAsked _ -> Optional.empty();
        };
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static Region indent() {
        Region indent = new Region();
        indent.setMinWidth(16);
        return indent;
    }
}
