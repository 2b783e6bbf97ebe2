package org.lifeboat.sandbox.chain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifeboat.evm.rules.BlobSchedule;
import org.lifeboat.evm.rules.Fork;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.sandbox.HandClock;
import org.lifeboat.sandbox.TestChain;
import org.lifeboat.sandbox.node.Mining;
import org.lifeboat.verifier.block.ForkSchedule;

class EnvironmentsTest {
    private final BlockHeader header =
            new TestChain(Mining.WHEN_TOLD).node().history().newest().header();

    /// The parent's is 60,000,000, and a step of it 58,592.
    @ParameterizedTest
    @CsvSource({
        "60000000,60000000",
        "60000001,60000001",
        "60058592,60058592",
        "60058593,60058592",
        "900000000,60058592",
        "59999999,59999999",
        "59941408,59941408",
        "59941407,59941408",
        "1,59941408"
    })
    void gasLimit_goesAStepTowardsWhatTheSettingsName(long wanted, long expected) {
        assertThat(header.gasLimit()).isEqualTo(new Gas(60_000_000));
        assertThat(Environments.nextGasLimit(settings(ForkSchedule.always(Fork.OSAKA), wanted), header))
                .isEqualTo(expected);
    }

    @Test
    void blobs_costWhatTheBlocksOwnScheduleSays() {
        ForkSchedule forks =
                ForkSchedule.always(Fork.OSAKA).blobsAtTime(HandClock.START + 1, new BlobSchedule(14, 21, 11_684_671));
        ChainSettings settings = settings(forks, 60_000_000);
        assertThat(settings.at(header).blobs()).isEqualTo(Fork.OSAKA.rules().blobs());
        assertThat(settings.blobs().maximum()).isEqualTo(21);
        assertThat(settings.blobGasLimit()).isEqualTo(21 * BlobSchedule.GAS_PER_BLOB);
        assertThat(Environments.blobBaseFee(settings, header)).isEqualTo(Wei.of(1));
    }

    private static ChainSettings settings(ForkSchedule forks, long gasLimit) {
        return new ChainSettings(new ChainId(1337), forks, new Gas(gasLimit), Address.ZERO, Wei.of(1));
    }
}
