package org.lifeboat.ui.parts;

import java.math.BigDecimal;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.lifeboat.primitives.TokenAmount;

/// An amount with its decimal point in one column: whole part right-aligned, decimals and unit in fields of fixed
/// width, so that amounts one below the other line up, in bold and in plain letters.
///
/// Where digits are left out, the amount is rounded down, dots stand after it, and the tooltip holds all digits.
public final class AmountText extends HBox {
    /// Decimals that a list shows.
    public static final int PLACES = 4;

    /// Room for the point, four bold digits and the dots.
    private static final double FRACTION_WIDTH = 68;

    /// Room for "play ETH" in bold.
    private static final double UNIT_WIDTH = 72;
    /// Digits of a figure that still stand in a sentence with little room.
    private static final int LONG = 14;

    private static final String DOTS = "•••";
    private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");

    private final Surroundings around;
    private final Label whole = Labels.styled("");
    private final Label fraction = Labels.styled("");
    private final Label unit = Labels.cut("", "lb-quiet");
    private final ChangeListener<Boolean> rewrite = (_, _, _) -> write();
    private Optional<TokenAmount> amount = Optional.empty();
    private String none = "";

    public AmountText(Surroundings around) {
        this.around = around;
        getStyleClass().add("lb-amount");
        fraction.setMinWidth(FRACTION_WIDTH);
        fraction.setPrefWidth(FRACTION_WIDTH);
        unit.setPrefWidth(UNIT_WIDTH);
        unit.setMinWidth(UNIT_WIDTH);
        unit.setMaxWidth(UNIT_WIDTH);
        Labels.explain(fraction, this::wholeFigure);
        getChildren().addAll(whole, fraction, unit);
        setMinWidth(Region.USE_PREF_SIZE);
        around.hidden().addListener(new WeakChangeListener<>(rewrite)); // rows come and go, the window stays
    }

    /// @param symbol of the asset; stands after the amount
    public AmountText(Surroundings around, TokenAmount amount, String symbol) {
        this(around);
        show(amount, symbol);
    }

    public void show(TokenAmount next, String symbol) {
        amount = Optional.of(next);
        unit.setText(around.phrases().symbol(symbol));
        write();
    }

    /// Words in the place of a figure that is not known.
    public void showNone(String words, String symbol) {
        amount = Optional.empty();
        none = words;
        unit.setText(around.phrases().symbol(symbol));
        write();
    }

    private void write() {
        pseudoClassStateChanged(NONE, amount.isEmpty());
        setSpacing(amount.isPresent() ? 0 : 8);
        fraction.setVisible(amount.isPresent());
        fraction.setManaged(amount.isPresent());
        boolean rounded = amount.filter(AmountText::isRounded).isPresent();
        boolean hidden = around.hidden().get();
        String symbol = unit.getText();
        String shown = amount.map(AmountText::rounded).orElse("");
        int point = shown.indexOf('.');
        whole.setText(amount.isEmpty() ? none : hidden ? DOTS : shown.substring(0, point));
        fraction.setText(hidden || amount.isEmpty() ? "" : shown.substring(point) + (rounded ? "…" : ""));
        setAccessibleText(
                hidden
                        ? around.say("amount.hidden")
                        : amount.map(each -> exact(each, symbol)).orElse(none));
    }

    /// What is left out of the figure; empty where nothing is, or where amounts are hidden.
    private String wholeFigure() {
        return amount.filter(AmountText::isRounded)
                .filter(_ -> !around.hidden().get())
                .map(each -> around.say("amount.rounded", exact(each, unit.getText())))
                .orElse("");
    }

    /// All digits and the symbol: for reviews and sentences.
    public static String exact(TokenAmount amount, String symbol) {
        return marked(amount.toExactString()) + " " + symbol;
    }

    /// Commas between groups of three digits before the point, where there is one.
    private static String marked(String plain) {
        return plain.contains(".") ? grouped(plain) : grouped(plain + ".").replace(".", "");
    }

    /// As [#exact], or dots where amounts are hidden.
    public static String exact(Surroundings around, TokenAmount amount, String symbol) {
        String said = around.phrases().symbol(symbol);
        return around.hidden().get() ? DOTS + " " + said : exact(amount, said);
    }

    /// For a sentence with little room: all digits, or, where they are many, as a list shows it.
    public static String cut(TokenAmount amount, String symbol) {
        String exact = exact(amount, symbol);
        return exact.length() - symbol.length() <= LONG ? exact : brief(amount, symbol);
    }

    private static String brief(TokenAmount amount, String symbol) {
        return rounded(amount) + (isRounded(amount) ? "…" : "") + " " + symbol;
    }

    /// As a list shows it, in one piece: rounded down with dots after it, or dots alone where amounts are hidden.
    public static String brief(Surroundings around, TokenAmount amount, String symbol) {
        String said = around.phrases().symbol(symbol);
        return around.hidden().get() ? DOTS + " " + said : brief(amount, said);
    }

    /// At most four decimals, rounded down, at least one: `1.0000`, `812.5000`, `3.0`.
    static String rounded(TokenAmount amount) {
        int places = Math.min(PLACES, Math.max(1, amount.decimals()));
        return grouped(amount.toRoundedString(places));
    }

    /// Commas between groups of three digits before the point.
    private static String grouped(String plain) {
        int point = plain.indexOf('.');
        StringBuilder grouped = new StringBuilder(plain);
        for (int i = point - 3; i > 0; i -= 3) {
            grouped.insert(i, ',');
        }
        return grouped.toString();
    }

    static boolean isRounded(TokenAmount amount) {
        return new BigDecimal(rounded(amount).replace(",", ""))
                        .compareTo(new BigDecimal(amount.units(), amount.decimals()))
                != 0;
    }
}
