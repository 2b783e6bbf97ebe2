package org.lifeboat.ui.balances;

import java.util.List;
import java.util.Map;
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
import org.lifeboat.ui.look.Icons;
import org.lifeboat.ui.parts.AddressText;
import org.lifeboat.ui.parts.AmountText;
import org.lifeboat.ui.parts.Anew;
import org.lifeboat.ui.parts.AssuranceBadge;
import org.lifeboat.ui.parts.AssuranceKind;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.PartsBar;
import org.lifeboat.ui.parts.Surroundings;

/// Draws one line: a row where there is room, a card of two lines where there is little. What stands at the
/// right, the amount, the badge and the age, has columns of its own that all lines share.
final class LineCell extends ListCell<Line> {
    private static final double INDENT = 16;

    /// So that it begins below the network's name: the row has a margin of its own.
    private static final double VOUCHED_INDENT = 44;

    private static final double NETWORK_WIDTH = 170;
    private static final double BADGE_WIDTH = 150;
    private static final double AGE_WIDTH = 190;

    private final Surroundings around;
    private final Names names;
    private final Evidence evidence;

    /// The user's labels of the accounts, as they are now.
    @FunctionalInterface
    interface Names {
        Map<Address, String> now();
    }

    /// Opens the page on which it says how a figure is known.
    @FunctionalInterface
    interface Evidence {
        void open(Network network, Row row);
    }

    /// @param evidence opens *How do we know*
    LineCell(Surroundings around, Names names, Evidence evidence) {
        this.around = around;
        this.names = names;
        this.evidence = evidence;
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        Anew.each(this, () -> {});
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        boolean narrow = around.narrow().get();
        Node drawn = switch (line) {
            case Line.Asset asset -> asset(asset.total(), asset.shares(), asset.folded(), none(asset));
            case Line.Place(Network network, boolean folded) -> place(network, folded);
            case Line.Holding(Network network, Row row) -> narrow ? card(network, row) : row(network, row);
            case Line.Silent silent -> silent(silent);
        };
        if (drawn instanceof Region region) {
            region.setMinWidth(0);
            region.setPrefWidth(1);
        }
        setGraphic(drawn);
    }

    /// What stands for a sum where no part of it is known: figures of before stand below it.
    private String none(Line.Asset asset) {
        return around.say(asset.old() ? "balances.noNewFigure" : "balances.noFigure");
    }

    private Node asset(Total total, List<PartsBar.Part> shares, boolean folded, String none) {
        HBox row = new HBox();
        row.getStyleClass().add("lb-group");
        Label symbol = Labels.styled(around.phrases().symbol(total.symbol()), "lb-heading");
        row.getChildren().addAll(fold(folded), symbol, gap());
        if (total.atLeast() && !total.parts().isEmpty()) {
            row.getChildren().add(Labels.styled(around.say("balances.atLeast"), "lb-quiet"));
        }
        AmountText sum = new AmountText(around);
        sum.getStyleClass().add("lb-strong");
        if (total.parts().isEmpty()) { // where no part is known there is no sum, and so no zero
            sum.showNone(none, total.symbol());
        } else {
            sum.show(total.sum(), total.symbol());
        }
        row.getChildren().add(sum);
        if (!around.narrow().get()) {
            PartsBar bar = new PartsBar(around, total.sum(), total.symbol(), shares);
            HBox.setHgrow(bar, Priority.ALWAYS);
            HBox box = new HBox(bar);
            box.setAlignment(Pos.CENTER);
            row.getChildren().addAll(column(box, BADGE_WIDTH), column(new Region(), AGE_WIDTH));
        }
        setAccessibleText(around.say(
                folded ? "balances.asset.folded" : "balances.asset.open",
                total.symbol(),
                total.parts().isEmpty() ? none : AmountText.exact(around, total.sum(), total.symbol())));
        return row;
    }

    private Node place(Network network, boolean folded) {
        HBox row = new HBox(fold(folded), Labels.styled(network.name(), "lb-heading"));
        row.getStyleClass().add("lb-group");
        setAccessibleText(around.say(folded ? "balances.place.folded" : "balances.place.open", network.name()));
        return row;
    }

    /// Many tokens in one line; the first reason stands in it.
    private Node silent(Line.Silent silent) {
        Line.Silence why = silent.silence();
        String what = around.phrases()
                .count("balances.silent", silent.rows().size(), why.network().name());
        String reason = why.reasons().stream()
                .findFirst()
                .map(note -> around.say(note.messageKey(), note.arguments().toArray()))
                .orElse("");
        Label words = Labels.cut(what);
        Label because = Labels.cut(reason, "lb-quiet", "lb-small");
        Node badge = AssuranceBadge.of(
                around,
                why.kind(),
                () -> evidence.open(why.network(), silent.rows().getFirst()));
        HBox row = around.narrow().get()
                ? new HBox(fold(silent.folded()), new VBox(2, words, because), gap(), badge)
                : new HBox(
                        fold(silent.folded()),
                        words,
                        because,
                        gap(),
                        column(new HBox(badge), BADGE_WIDTH),
                        column(new Region(), AGE_WIDTH));
        row.getStyleClass().add("lb-group");
        setAccessibleText(around.say("evidence.at", what, reason));
        return row;
    }

    private static Label fold(boolean folded) {
        return new Label("", Icons.beside(folded ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN));
    }

    private Node row(Network network, Row row) {
        Label name = Labels.cut(network.name());
        Label account = Labels.cut(account(row), "lb-quiet");
        HBox.setHgrow(account, Priority.ALWAYS);
        account.setMaxWidth(Double.MAX_VALUE);
        HBox box = new HBox(
                indent(INDENT),
                column(name, NETWORK_WIDTH),
                account,
                amount(row),
                column(new HBox(badge(network, row)), BADGE_WIDTH),
                column(Anew.cut(() -> age(row), "lb-quiet", "lb-small"), AGE_WIDTH));
        box.getStyleClass().add("lb-row");
        say(network, row);
        return VouchedFigure.of(row)
                .<Node>map(figure -> new VBox(box, new HBox(indent(VOUCHED_INDENT), vouched(network, row, figure))))
                .orElse(box);
    }

    private Node vouched(Network network, Row row, Figure.Known figure) {
        Node line = VouchedFigure.line(around, network, row, figure, () -> evidence.open(network, row));
        HBox.setHgrow(line, Priority.ALWAYS);
        return line;
    }

    /// All lines give what stands in a column the same room, whatever is in it.
    private static Region column(Region content, double width) {
        content.setMinWidth(width);
        content.setPrefWidth(width);
        content.setMaxWidth(width);
        return content;
    }

    private Node card(Network network, Row row) {
        HBox first = new HBox(8, Labels.cut(network.name(), "lb-strong"), gap(), amount(row));
        HBox second = new HBox(8, Labels.cut(account(row), "lb-quiet"));
        Line.known(row)
                .map(known -> Anew.styled(() -> around.phrases().ago(known.readAt()), "lb-quiet", "lb-small"))
                .ifPresent(second.getChildren()::add);
        second.getChildren().addAll(gap(), badge(network, row));
        second.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(2, first, second);
        VouchedFigure.of(row).ifPresent(figure -> box.getChildren().add(vouched(network, row, figure)));
        box.getStyleClass().add("lb-row");
        say(network, row);
        return box;
    }

    private void say(Network network, Row row) {
        setAccessibleText(words(network, row));
        Anew.each(this, () -> Anew.describe(this, words(network, row)));
    }

    private String words(Network network, Row row) {
        String amount = Line.known(row)
                .map(known -> AmountText.exact(
                        around, known.amount(), row.position().asset().symbol()))
                .orElseGet(() -> around.say("balances.noFigure"));
        String vouched = VouchedFigure.of(row)
                .map(figure -> ", " + VouchedFigure.words(around, row, figure))
                .orElse("");
        return String.join(
                        ", ",
                        network.name(),
                        account(row),
                        amount,
                        AssuranceBadge.word(around, Line.kind(network, row)),
                        age(row))
                + vouched;
    }

    private Node amount(Row row) {
        AmountText text = new AmountText(around);
        String symbol = row.position().asset().symbol();
        Line.known(row)
                .map(Figure.Known::amount)
                .ifPresentOrElse(
                        known -> text.show(known, symbol),
                        () -> text.showNone(around.say("balances.noFigure"), symbol));
        text.setOpacity(row.newest() instanceof Figure.Problem ? 0.75 : 1);
        return text;
    }

    private Node badge(Network network, Row row) {
        AssuranceKind kind = Line.kind(network, row);
        return new AssuranceBadge(
                        kind,
                        AssuranceBadge.word(around, kind),
                        VouchedFigure.explanation(around, row, kind),
                        () -> evidence.open(network, row))
                .inRow();
    }

    private String account(Row row) {
        Address address = row.position().account();
        String label = names.now().getOrDefault(address, "");
        return label.isBlank() ? AddressText.shortened(address) : label;
    }

    private String age(Row row) {
        return Line.known(row)
                .map(known -> around.say(
                        "balances.block",
                        around.phrases().number(known.block().number()),
                        around.phrases().ago(known.readAt())))
                .orElse("");
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static Region indent(double width) {
        Region indent = new Region();
        indent.setMinWidth(width);
        return indent;
    }
}
