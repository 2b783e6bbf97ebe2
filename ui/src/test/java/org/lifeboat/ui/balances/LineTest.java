package org.lifeboat.ui.balances;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.BalanceSheet;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.ui.parts.AssuranceKind;
import org.lifeboat.ui.parts.PartsBar;

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

    /// The same level says another thing of L1 itself than of an L2.
    @Test
    void partsOfASum_tellTheirNetwork_andWhatTheLevelMeansThere() {
        Assurance posted = new Assurance(Assurance.Level.POSTED, Set.of());
        Duration age = Duration.ofSeconds(2);
        BalanceSheet sheet = BalanceSheet.of(
                Instant.parse("2026-11-21T13:05:00Z"),
                List.of(
                        Sheets.read(
                                Sheets.ETHEREUM,
                                Sheets.coin(
                                        Sheets.ETHEREUM,
                                        Sheets.ONE,
                                        Sheets.known(Sheets.ETHEREUM, "1", 18, posted, age)),
                                Sheets.coin(
                                        Sheets.ETHEREUM,
                                        Sheets.TWO,
                                        Sheets.known(Sheets.ETHEREUM, "0.5", 18, posted, age))),
                        Sheets.read(
                                Sheets.OPTIMISM,
                                Sheets.coin(
                                        Sheets.OPTIMISM,
                                        Sheets.ONE,
                                        Sheets.known(Sheets.OPTIMISM, "2", 18, posted, age))),
                        Sheets.read(
                                Sheets.BASE,
                                Sheets.coin(
                                        Sheets.BASE,
                                        Sheets.ONE,
                                        Sheets.known(Sheets.BASE, "0.25", 18, Assurance.CLAIMED, age)))));

        assertThat(((Line.Asset) Line.of(sheet, new Line.Folds(Set.of(), Set.of(), false))
                                .getFirst())
                        .shares())
                .containsExactly(
                        share("Base", AssuranceKind.UNCHECKED, "0.25"),
                        share("Ethereum", AssuranceKind.REPLACEABLE, "1.5"),
                        share("OP Mainnet", AssuranceKind.CONTESTABLE, "2"));
    }

    private static PartsBar.Part share(String network, AssuranceKind kind, String amount) {
        return new PartsBar.Part(network, kind, TokenAmount.parse(amount, 18));
    }

    @Test
    void fewTokens_stayUnderTheirOwnNames() {
        List<Line> lines = Line.of(Sheets.manySilent(Line.MANY - 1), new Line.Folds(Set.of(), Set.of(), false));

        assertThat(lines).noneMatch(line -> line instanceof Line.Silent);
        assertThat(lines).hasSize(2 + 2 * (Line.MANY - 1));
    }

    @Test
    void byNetwork_eachPositionStandsUnderItsNetwork_andFoldsWithIt() {
        BalanceSheet sheet = Sheets.offline();
        List<Line> byAsset = Line.of(sheet, new Line.Folds(Set.of(), Set.of(), true));
        List<Line> byNetwork = Line.of(sheet, new Line.Folds(Set.of(), Set.of(), Set.of(), true, true));

        assertThat(byNetwork.stream().filter(Line.Holding.class::isInstance))
                .containsExactlyInAnyOrderElementsOf(
                        byAsset.stream().filter(Line.Holding.class::isInstance).toList());
        assertThat(byNetwork.getFirst()).isInstanceOf(Line.Place.class);
        for (int i = 1; i < byNetwork.size(); i++) {
            if (byNetwork.get(i) instanceof Line.Holding holding) {
                Network above = byNetwork.get(i - 1) instanceof Line.Place place
                        ? place.network()
                        : ((Line.Holding) byNetwork.get(i - 1)).network();
                assertThat(holding.network()).isEqualTo(above);
            }
        }

        ChainId first = ((Line.Place) byNetwork.getFirst()).network().chain();
        assertThat(Line.of(sheet, new Line.Folds(Set.of(), Set.of(), Set.of(first), true, true)))
                .noneMatch(line -> line instanceof Line.Holding holding
                        && holding.network().chain().equals(first));
    }

    @Test
    void whereOnlyFiguresOfBeforeStand_theirAssetSaysSo() {
        Line.Folds open = new Line.Folds(Set.of(), Set.of(), false);

        assertThat(Line.of(Sheets.offline(), open).getFirst())
                .isInstanceOfSatisfying(
                        Line.Asset.class, asset -> assertThat(asset.old()).isTrue());
        assertThat(Line.of(Sheets.whole(), open).getFirst())
                .isInstanceOfSatisfying(
                        Line.Asset.class, asset -> assertThat(asset.old()).isFalse());
        assertThat(Line.of(Sheets.manySilent(1), open).getFirst())
                .as("nothing was ever known")
                .isInstanceOfSatisfying(
                        Line.Asset.class, asset -> assertThat(asset.old()).isFalse());
    }

    @Test
    void lastKnownFigure_isNeverFoldedAway() {
        assertThat(Line.of(Sheets.offline(), new Line.Folds(Set.of(), Set.of(), false)))
                .noneMatch(line -> line instanceof Line.Silent);
    }
}
