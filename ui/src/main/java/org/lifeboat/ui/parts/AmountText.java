package org.lifeboat.ui.parts;

import java.math.BigDecimal;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.lifeboat.primitives.TokenAmount;

/// An amount with its decimal point in one column: whole part right-aligned, decimals in a field of fixed width.
///
/// Where digits are left out, the amount is rounded down, dots stand after it, and the tooltip holds all digits.
public final class AmountText extends HBox {
    /// Decimals that a list shows.
    public static final int PLACES = 4;

    private static final double FRACTION_WIDTH = 60;
    private static final String DOTS = "•••";

    /// @param symbol of the asset; stands after the amount
    public AmountText(Surroundings around, TokenAmount amount, String symbol) {
        getStyleClass().add("lb-amount");
        Label whole = Labels.styled("");
        Label fraction = Labels.styled("");
        fraction.setMinWidth(FRACTION_WIDTH);
        fraction.setPrefWidth(FRACTION_WIDTH);
        Label unit = Labels.styled(symbol, "lb-quiet");
        unit.setPrefWidth(48);
        unit.setMinWidth(48);
        unit.setMaxWidth(48);
        getChildren().addAll(whole, fraction, unit);
        setMinWidth(Region.USE_PREF_SIZE);
        Runnable write = () -> {
            boolean hidden = around.hidden().get();
            String shown = rounded(amount);
            int point = shown.indexOf('.');
            whole.setText(hidden ? DOTS : shown.substring(0, point));
            fraction.setText(hidden ? "" : shown.substring(point) + (isRounded(amount) ? "…" : ""));
            fraction.setTooltip(
                    !hidden && isRounded(amount)
                            ? Labels.tip(around.say("amount.rounded", exact(amount, symbol)))
                            : null);
            setAccessibleText(hidden ? around.say("amount.hidden") : exact(amount, symbol));
        };
        write.run();
        around.hidden().addListener((_, _, _) -> write.run());
    }

    /// All digits and the symbol: for reviews and sentences.
    public static String exact(TokenAmount amount, String symbol) {
        return amount.toExactString() + " " + symbol;
    }

    /// As [#exact], or dots where amounts are hidden.
    public static String exact(Surroundings around, TokenAmount amount, String symbol) {
        return around.hidden().get() ? DOTS + " " + symbol : exact(amount, symbol);
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
