package org.lifeboat.ui.parts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.SortedMap;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.primitives.TokenAmount;

/// How much of a sum was checked how far: one stretch a level, so that dust on an unchecked chain does not
/// spoil the whole.
public final class PartsBar extends Region {
    private static final double HEIGHT = 8;

    private final SortedMap<Assurance, TokenAmount> parts;
    private final TokenAmount sum;

    public PartsBar(Surroundings around, TokenAmount sum, String symbol, SortedMap<Assurance, TokenAmount> parts) {
        this.sum = sum;
        this.parts = parts;
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        StringBuilder said = new StringBuilder();
        for (Map.Entry<Assurance, TokenAmount> part : parts.entrySet()) {
            AssuranceKind kind = AssuranceKind.of(part.getKey());
            Region stretch = new Region();
            stretch.getStyleClass().addAll("lb-part", kind.style());
            getChildren().add(stretch);
            said.append(said.isEmpty() ? "" : "\n")
                    .append(around.say(
                            "balances.part",
                            AssuranceBadge.word(around, kind),
                            AmountText.exact(around, part.getValue(), symbol)));
        }
        setAccessibleText(said.toString());
        Tooltip.install(this, Labels.tip(said.toString()));
    }

    @Override
    protected void layoutChildren() {
        double at = 0;
        int i = 0;
        for (TokenAmount part : parts.values()) {
            double share = sum.isZero()
                    ? 1.0 / parts.size()
                    : new BigDecimal(part.units())
                            .divide(new BigDecimal(sum.units()), MathContext.DECIMAL32)
                            .doubleValue();
            double width = snapSizeX(getWidth() * share);
            getChildren().get(i++).resizeRelocate(at, 0, Math.min(width, getWidth() - at), HEIGHT);
            at += width;
        }
    }
}
