package org.lifeboat.lightclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.ssz.SszException;

class ContainerWritingTest {
    private static final Preset PRESET = Preset.MINIMAL;

    private final TestBeacon beacon = new TestBeacon();
    private final TestBeacon.Made finalized = beacon.header(24, 0, Hash32.ZERO);
    private final TestBeacon.Made attested =
            beacon.header(40, 0, finalized.header().beacon().root());

    @Test
    void write_thenRead_isTheSameMessage() throws SszException {
        Update whole = beacon.update(attested, Optional.of(finalized), Optional.of(1), 0, 30);
        Update bare = beacon.update(attested, Optional.empty(), Optional.empty(), 0, 30);
        Bootstrap bootstrap = beacon.bootstrap(attested, 0);

        assertThat(Update.read(whole.write(Fork.ELECTRA, PRESET), Fork.ELECTRA, PRESET))
                .isEqualTo(whole);
        assertThat(Update.read(bare.write(Fork.ELECTRA, PRESET), Fork.ELECTRA, PRESET))
                .isEqualTo(bare);
        assertThat(Update.readOptimistic(whole.writeOptimistic(Fork.ELECTRA, PRESET), Fork.ELECTRA, PRESET))
                .isEqualTo(bare);
        assertThat(Update.readFinality(whole.writeFinality(Fork.ELECTRA, PRESET), Fork.ELECTRA, PRESET)
                        .finality())
                .isEqualTo(whole.finality());
        assertThat(Bootstrap.read(bootstrap.write(Fork.ELECTRA, PRESET), Fork.ELECTRA, PRESET))
                .isEqualTo(bootstrap);
    }

    @Test
    void write_refusesAMessageOfAnotherForksShape() {
        // Deneb's branches are shorter than Electra's.
        assertThatExceptionOfType(SszException.class)
                .isThrownBy(() -> beacon.bootstrap(attested, 0).write(Fork.DENEB, PRESET));
        LightClientHeader header = attested.header();
        Bootstrap withoutExecution = new Bootstrap(
                new LightClientHeader(header.beacon(), new LightClientHeader.Execution.None(), List.of()),
                new SyncCommittee(Bytes.EMPTY, Bytes.EMPTY),
                List.of());
        assertThatExceptionOfType(SszException.class).isThrownBy(() -> withoutExecution.write(Fork.ELECTRA, PRESET));
    }
}
