package org.lifeboat.engine.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lifeboat.rollups.opstack.RootChoice;

/// What is said of roots has a word for each thing that is found of them.
class RootOfferTest {
    @Test
    void words_areThoseOfTheFindings() {
        assertThat(names(RootOffer.Risk.values())).isEqualTo(names(RootChoice.Risk.values()));
        assertThat(names(RootOffer.Checked.values())).isEqualTo(names(RootChoice.Checked.values()));
        assertThat(names(RootOffer.Refusal.values())).isEqualTo(names(RootChoice.Refusal.values()));
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }
}
