package org.lifeboat.rpc.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifeboat.engine.source.FeeHistoryClaim;
import org.lifeboat.engine.source.Query;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeeResultTest {
    private static final Query.FeeHistoryOf ASKED = new Query.FeeHistoryOf(1, List.of());

    @ParameterizedTest
    @CsvSource({"0, 0", "0.5, 500", "0.9999, 999", "1, 1000", "1e-400, 0"})
    void ratio_isReadInPermilleRoundedDown(String ratio, int permille) {
        FeeHistoryClaim claim = (FeeHistoryClaim) Result.read(ASKED, history(ratio));

        assertThat(claim.gasUsedPermille()).containsExactly(permille);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.001", "-0.1", "1e999", "-1e999", "\"0.5\"", "null", "[]"})
    void ratio_thatIsNoneIsRefused(String ratio) {
        assertThatThrownBy(() -> Result.read(ASKED, history(ratio))).isInstanceOf(WrongAnswer.class);
    }

    private static JsonNode history(String ratio) {
        return new JsonMapper()
                .readTree("{\"oldestBlock\":\"0x1\",\"baseFeePerGas\":[\"0x1\",\"0x2\"],\"gasUsedRatio\":[" + ratio
                        + "]}");
    }
}
