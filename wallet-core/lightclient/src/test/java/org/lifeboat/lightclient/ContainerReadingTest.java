package org.lifeboat.lightclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ssz.SszException;

class ContainerReadingTest {
    @ParameterizedTest
    @EnumSource(Fork.class)
    void read_ofNothing_saysCutOff(Fork fork) {
        assertThatExceptionOfType(SszException.class)
                .isThrownBy(() -> Update.read(Bytes.EMPTY, fork, Preset.MINIMAL))
                .withMessage("cut off");
    }

    @Property(tries = 300)
    void read_ofGarbage_throwsOnlyTheTypedError(@ForAll @Size(max = 4_000) byte[] garbage, @ForAll Fork fork) {
        for (Reader reader : new Reader[] {
            bytes -> Update.read(bytes, fork, Preset.MINIMAL),
            bytes -> Update.readFinality(bytes, fork, Preset.MINIMAL),
            bytes -> Update.readOptimistic(bytes, fork, Preset.MINIMAL),
            bytes -> Bootstrap.read(bytes, fork, Preset.MINIMAL)
        }) {
            try {
                reader.read(Bytes.of(garbage));
            } catch (SszException e) {
                assertThat(e.reason()).isNotBlank();
            }
        }
    }

    @Test
    void slotAt_countsFromGenesis_andIsZeroBefore() {
        BeaconNetwork mainnet = BeaconNetwork.MAINNET;

        assertThat(mainnet.slotAt(mainnet.genesisTime() - 1)).isZero();
        assertThat(mainnet.slotAt(mainnet.genesisTime() + 11)).isZero();
        assertThat(mainnet.slotAt(mainnet.genesisTime() + 12)).isEqualTo(1);
        // Slot 14017856 is that of a recorded bootstrap whose payload has this timestamp.
        assertThat(mainnet.timeOf(14_017_856)).isEqualTo(1_775_038_295);
    }

    @FunctionalInterface
    private interface Reader {
        Object read(Bytes bytes) throws SszException;
    }
}
