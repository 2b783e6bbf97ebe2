package org.lifeboat.ui.parts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.lifeboat.primitives.TokenAmount;

/// How much of a sum is on which network, and was checked how far there: one stretch each, so that dust on an unchecked
/// chain does not spoil the whole.
public final class PartsBar extends Region {
    private static final double HEIGHT = 8;

    private final List<Part> parts;
    private final TokenAmount sum;

    /// @param network its name
    /// @param kind what the badge of that network's figures says
    public record Part(String network, AssuranceKind kind, TokenAmount amount) {}

    public PartsBar(Surroundings around, TokenAmount sum, String symbol, List<Part> parts) {
        this.sum = sum;
        this.parts = List.copyOf(parts);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        StringBuilder said = new StringBuilder();
        for (Part part : parts) {
            Region stretch = new Region();
            stretch.getStyleClass().addAll("lb-part", part.kind().style());
            getChildren().add(stretch);
            said.append(said.isEmpty() ? "" : "\n")
                    .append(around.say(
                            "balances.share",
                            part.network(),
                            AmountText.exact(around, part.amount(), symbol),
                            AssuranceBadge.word(around, part.kind())));
        }
        setAccessibleText(said.toString());
        Tooltip.install(this, Labels.tip(said.toString()));
    }

    @Override
    protected void layoutChildren() {
        double at = 0;
        int i = 0;
        for (Part part : parts) {
            double share = sum.isZero()
                    ? 1.0 / parts.size()
                    : new BigDecimal(part.amount().units())
                            .divide(new BigDecimal(sum.units()), MathContext.DECIMAL32)
                            .doubleValue();
            double width = snapSizeX(getWidth() * share);
            getChildren().get(i++).resizeRelocate(at, 0, Math.min(width, getWidth() - at), HEIGHT);
            at += width;
        }
    }
}
