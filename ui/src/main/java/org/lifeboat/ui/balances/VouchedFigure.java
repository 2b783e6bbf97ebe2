package org.lifeboat.ui.balances;

import java.time.Instant;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import org.lifeboat.engine.balances.Figure;
import org.lifeboat.engine.balances.Row;
import org.lifeboat.engine.balances.Vouched;
import org.lifeboat.engine.network.Network;
import org.lifeboat.ui.parts.AmountText;
import org.lifeboat.ui.parts.Anew;
import org.lifeboat.ui.parts.AssuranceBadge;
import org.lifeboat.ui.parts.AssuranceKind;
import org.lifeboat.ui.parts.Surroundings;

/// The second figure of a position: the newest that L1 vouches for, as of its block. What is newer can be different.
final class VouchedFigure {
    private VouchedFigure() {}

    /// Empty where L1 vouches for none, or for the newest one itself.
    static Optional<Figure.Known> of(Row row) {
        if (!(row.vouched() instanceof Vouched.Known(Figure.Known figure, var _))) {
            return Optional.empty();
        }
        boolean same = row.newest() instanceof Figure.Known newest
                && newest.block().equals(figure.block())
                && newest.assurance().equals(figure.assurance());
        return same ? Optional.empty() : Optional.of(figure);
    }

    static String words(Surroundings around, Row row, Figure.Known figure) {
        return around.say(
                "balances.vouched",
                AmountText.exact(around, figure.amount(), row.position().asset().symbol()),
                around.phrases().number(figure.block().number()),
                around.phrases().ago(figure.readAt()));
    }

    /// The badge of a figure, until when it can be contested with it where that was read.
    static AssuranceBadge badge(Surroundings around, AssuranceKind kind, Optional<Instant> until, Runnable open) {
        return until.filter(_ -> kind == AssuranceKind.CONTESTABLE)
                .map(around.phrases()::moment)
                .map(time -> new AssuranceBadge(
                        kind,
                        around.say("badge.contestable.until", time),
                        around.say("badge.contestable.until.why", time),
                        open))
                .orElseGet(() -> AssuranceBadge.of(around, kind, open));
    }

    /// What a level means, with the time at which it ends where that was read.
    static String explanation(Surroundings around, Row row, AssuranceKind kind) {
        return finalFrom(row)
                .filter(_ -> kind == AssuranceKind.CONTESTABLE)
                .map(time -> around.say(
                        "badge.contestable.until.why", around.phrases().moment(time)))
                .orElseGet(() -> AssuranceBadge.explanation(around, kind));
    }

    static Optional<Instant> finalFrom(Row row) {
        return row.vouched() instanceof Vouched.Known(var _, Optional<Instant> finalFrom)
                ? finalFrom
                : Optional.empty();
    }

    /// A sentence and its badge.
    static Node line(Surroundings around, Network network, Row row, Figure.Known figure, Runnable open) {
        AssuranceKind kind = AssuranceKind.of(network, figure.assurance());
        FlowPane line = new FlowPane(
                8,
                2,
                Anew.styled(() -> words(around, row, figure), "lb-quiet", "lb-small"),
                badge(around, kind, finalFrom(row), open).inRow());
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
