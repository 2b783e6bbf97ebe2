package org.lifeboat.ui.balances;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.balances.BalanceSheet;
import org.lifeboat.ui.parts.AssuranceKind;

class LineTest {
    @Test
    void tokensOfWhichNothingIsKnown_becomeOneLineThatOpens() {
        BalanceSheet sheet = Sheets.manySilent(Line.MANY);

        List<Line> folded = Line.of(sheet, new Line.Folds(Set.of(), Set.of(), false));
        assertThat(folded).hasSize(3);
        assertThat(folded.get(0)).isInstanceOf(Line.Asset.class);
        assertThat(folded.get(1)).as("the coin stays where it is").isInstanceOf(Line.Holding.class);
        assertThat(folded.get(2)).isInstanceOfSatisfying(Line.Silent.class, line -> {
            assertThat(line.rows()).hasSize(Line.MANY);
            assertThat(line.silence().kind()).isEqualTo(AssuranceKind.INCOMPLETE);
            assertThat(line.folded()).isTrue();
        });

        Line.Silence why = ((Line.Silent) folded.get(2)).silence();
        assertThat(Line.of(sheet, new Line.Folds(Set.of(), Set.of(why), false))).hasSize(3 + Line.MANY);
    }

    @Test
    void fewTokens_stayUnderTheirOwnNames() {
        List<Line> lines = Line.of(Sheets.manySilent(Line.MANY - 1), new Line.Folds(Set.of(), Set.of(), false));

        assertThat(lines).noneMatch(line -> line instanceof Line.Silent);
        assertThat(lines).hasSize(2 + 2 * (Line.MANY - 1));
    }

    @Test
    void lastKnownFigure_isNeverFoldedAway() {
        assertThat(Line.of(Sheets.offline(), new Line.Folds(Set.of(), Set.of(), false)))
                .noneMatch(line -> line instanceof Line.Silent);
    }
}
