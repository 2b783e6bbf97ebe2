package org.lifeboat.rollups.opstack.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Wei;

class FeeParametersTest {
    private static final FeeParameters.Defaults DEFAULTS = FeeParameters.Defaults.STANDARD;

    @Test
    void beforeHoloceneTheConfigurationDecides() {
        assertThat(FeeParameters.from(Bytes.EMPTY, OpFork.BEDROCK, OpFork.BEDROCK, DEFAULTS))
                .contains(new FeeParameters(50, 6, Wei.ZERO));
        assertThat(FeeParameters.from(Bytes.EMPTY, OpFork.BEDROCK, OpFork.CANYON, DEFAULTS))
                .contains(new FeeParameters(250, 6, Wei.ZERO));
        // Holocene's first block still follows the configuration: its parent says nothing yet.
        assertThat(FeeParameters.from(Bytes.EMPTY, OpFork.GRANITE, OpFork.HOLOCENE, DEFAULTS))
                .contains(new FeeParameters(250, 6, Wei.ZERO));
    }

    @Test
    void sinceHoloceneTheParentsHeaderDecides() {
        assertThat(holocene("0x00000000fa00000006")).contains(new FeeParameters(250, 6, Wei.ZERO));
        assertThat(holocene("0x01000000fa00000006")).isEmpty();
        assertThat(holocene("0x000000000000000000")).isEmpty();
        assertThat(holocene("0x00000000fa00000000")).isEmpty();
        assertThat(holocene("0x00000000fa000000060000000000000000")).isEmpty();
        assertThat(holocene("0x")).isEmpty();
    }

    @Test
    void jovianNamesALeastBaseFee() {
        FeeParameters parameters = FeeParameters.from(
                        Bytes.fromHex("0x01000000fa0000000600000000000f4240"), OpFork.JOVIAN, OpFork.JOVIAN, DEFAULTS)
                .orElseThrow();
        assertThat(parameters.leastBaseFee()).isEqualTo(Wei.of(1_000_000));
        assertThat(parameters.next(60_000_000, 0, Wei.of(1_000_001))).isEqualTo(Wei.of(1_000_000));
        // Twice the target of ten million, at a denominator of 250: up by four thousandths.
        assertThat(parameters.next(60_000_000, 20_000_000, Wei.of(1_000_000_000)))
                .isEqualTo(Wei.of(1_004_000_000));
    }

    @Test
    void forksBeginAtTheirTimeAndNotBefore() {
        OpForks forks = new OpForks(Map.of(OpFork.CANYON, 10L, OpFork.ECOTONE, 20L, OpFork.FJORD, 20L));
        assertThat(forks.at(9)).isEqualTo(OpFork.BEDROCK);
        assertThat(forks.at(10)).isEqualTo(OpFork.CANYON);
        assertThat(forks.at(20)).isEqualTo(OpFork.FJORD);
        assertThat(forks.begins(OpFork.ECOTONE, 18, 20)).isTrue();
        assertThat(forks.begins(OpFork.ECOTONE, 20, 22)).isFalse();
        assertThat(new OpForks(Map.of()).at(Long.MAX_VALUE)).isEqualTo(OpFork.BEDROCK);
    }

    private static Optional<FeeParameters> holocene(String extraData) {
        return FeeParameters.from(Bytes.fromHex(extraData), OpFork.HOLOCENE, OpFork.ISTHMUS, DEFAULTS);
    }
}
