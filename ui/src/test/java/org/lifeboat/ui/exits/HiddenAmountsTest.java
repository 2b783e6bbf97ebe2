package org.lifeboat.ui.exits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifeboat.engine.exit.BridgeReport;
import org.lifeboat.engine.exit.ReadyBook;
import org.lifeboat.engine.watch.ReadyRounds;
import org.lifeboat.primitives.Wei;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.balances.Sheets;
import org.lifeboat.ui.parts.Layer;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.pictures.Stageless;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Toolkit;

/// What the user holds on L1, and what that lacks, is not said where amounts are hidden.
class HiddenAmountsTest {
    @BeforeAll
    static void start() {
        Stageless.start();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readiness_saysWhatIsHeldOnlyWhereAmountsAreShown(boolean hidden) {
        List<String> said = Toolkit.onScreen(() -> {
            Surroundings around = new Surroundings(
                    Stageless.phrases(Language.ENGLISH),
                    Tasks.immediate(),
                    new SimpleBooleanProperty(hidden),
                    new SimpleBooleanProperty(),
                    new Layer(new StackPane()));
            var reading = new ExitsScreen.Reading.Read(
                    Sheets.ETHEREUM,
                    ExitCases.leaving(
                            ExitCases.bridge(false, BridgeReport.Roots.OPEN), Map.of(ExitCases.ACCOUNT, "0.0043")),
                    ExitCases.NOW);
            return texts(ReadyCard.of(around, List.of(ExitCases.layer(Sheets.OPTIMISM, reading)), false, _ -> {}));
        });

        assertThat(said).anyMatch(each -> each.contains("0.0061")); // what leaving takes is no secret
        assertThat(said.stream().filter(each -> each.contains("0.0043") || each.contains("0.0018")))
                .as("held, and missing")
                .hasSize(hidden ? 0 : 2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noticeOfAWayThatIsShut_saysWhatIsMissingOnlyWhereAmountsAreShown(boolean hidden) {
        ReadyBook.Entry shut = new ReadyBook.Entry(
                false,
                Optional.of(ExitCases.ether("0.0043")),
                Optional.empty(),
                Wei.ZERO,
                Optional.empty(),
                ExitCases.NOW);
        ExitNews news = new ExitNews.OfReady(new ReadyRounds.Sight(
                Sheets.OPTIMISM, Sheets.ETHEREUM, ExitCases.ACCOUNT.address(), Optional.empty(), shut));

        for (Language language : Language.values()) {
            assertThat(news.sentence(Stageless.phrases(language), hidden).contains("0.0043"))
                    .isEqualTo(!hidden);
        }
    }

    private static List<String> texts(Node node) {
        return node.lookupAll("*").stream()
                .filter(Labeled.class::isInstance)
                .map(each -> ((Labeled) each).getText().replace('\u00a0', ' '))
                .distinct()
                .toList();
    }
}
