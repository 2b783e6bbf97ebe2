package org.lifeboat.sandbox.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.sandbox.contracts.BundledCode;

class BridgeDelaysTest {
    @Test
    void theUsualOnes_leaveTheCodesAsTheyAre() {
        for (String contract : List.of("PlayPortal", "PlayGame", "PlayAnchorStateRegistry", "PlayDelayedWeth")) {
            assertThat(BridgeDelays.USUAL.code(contract)).isEqualTo(BundledCode.read(contract));
        }
    }

    @Test
    void others_changeTheirOwnNumbersAlone() {
        BridgeDelays delays = new BridgeDelays(Duration.ofDays(2), Duration.ofDays(1), Duration.ofHours(5));

        assertThat(delays.code("PlayPortal")).isEqualTo(changed("PlayPortal", "62093a80", "6202a300"));
        assertThat(delays.code("PlayGame")).isEqualTo(changed("PlayGame", "62049d40", "62015180"));
        assertThat(delays.code("PlayAnchorStateRegistry"))
                .isEqualTo(changed("PlayAnchorStateRegistry", "62049d40", "62004650"));
        assertThat(delays.code("PlayDelayedWeth")).isEqualTo(BundledCode.read("PlayDelayedWeth"));
    }

    private static Bytes changed(String contract, String usual, String other) {
        String code = BundledCode.read(contract).toHex();
        assertThat(code).as(contract).contains(usual);
        return Bytes.fromHex(code.replace(usual, other));
    }

    @Test
    void whatDoesNotFit_isTakenForTheNearestThatDoes() {
        BridgeDelays delays = new BridgeDelays(Duration.ZERO, Duration.ofHours(1), Duration.ofDays(10_000));

        assertThat(delays.maturity()).isEqualTo(Duration.ofSeconds(1));
        assertThat(delays.contest()).isEqualTo(Duration.ofHours(6));
        assertThat(delays.airGap()).isEqualTo(Duration.ofSeconds((1 << 24) - 1));
    }
}
