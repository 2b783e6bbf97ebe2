package org.lifeboat.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.balances.BalanceSheet;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.balances.Sheets;
import org.lifeboat.ui.frame.StatusPart;
import org.lifeboat.ui.parts.Layer;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.pictures.Stageless;
import org.lifeboat.ui.tasks.Tasks;

class L1StatementTest {
    private final Surroundings around = new Surroundings(
            Stageless.phrases(Language.ENGLISH),
            Tasks.immediate(),
            new SimpleBooleanProperty(),
            new SimpleBooleanProperty(),
            new Layer(new BorderPane()));

    @Test
    void readHead_isNamedWithItsTimeAndWhoSaysSo() {
        assertThat(say(Sheets.whole())).isEqualTo("Ethereum block 21,004,113 of 14:00 CET, one server's word");
    }

    @Test
    void silentL1_saysWhatWasKnownBefore() {
        StatusPart part = L1Statement.of(around, Sheets.offline(), () -> {});

        assertThat(part.sentence()).isEqualTo("Ethereum: block 21,002,614 is the newest known, from before");
        assertThat(part.warns()).isTrue();
    }

    @Test
    void withoutAnL1_nothingIsClaimed() {
        assertThat(say(BalanceSheet.of(Instant.EPOCH, List.of()))).isEqualTo("No L1 is asked about");
        assertThat(say(Sheets.manySilent(1))).isEqualTo("No L1 is asked about");
    }

    private String say(BalanceSheet sheet) {
        return L1Statement.of(around, sheet, () -> {}).sentence();
    }
}
