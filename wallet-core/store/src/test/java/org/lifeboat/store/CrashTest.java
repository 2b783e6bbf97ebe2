package org.lifeboat.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.storage.StoredReading;

class CrashTest {
    @TempDir
    Path folder;

    /// A sheet is never put together of two refreshes.
    @Test
    void killedWhileARefreshIsSaved_keepsOneWholeRefresh() throws Exception {
        Path file = folder.resolve("records.db");
        for (int crash = 1; crash <= 3; crash++) {
            int reported = 0;
            try (ChildJvm child = ChildJvm.start(ChildJvm.Work.SAVE_READINGS_FOR_EVER, file)) {
                for (int i = 0; i < 5 * crash; i++) {
                    reported = Integer.parseInt(child.awaitLine());
                }
                child.killWithoutWarning();
            }
            try (ProfileStore store = Samples.open(file)) {
                List<BigInteger> amounts = store.balances().all().stream()
                        .map(StoredReading::units)
                        .toList();
                assertThat(amounts).hasSize(300);
                assertThat(amounts.stream().distinct()).hasSize(1);
                assertThat(amounts.getFirst().intValueExact()).isGreaterThanOrEqualTo(reported);
            }
        }
    }

    /// The other process says a number only after the write has returned, so everything it said must be there.
    @Test
    void killedWhileWriting_losesNothingItReported_andHalvesNothing() throws Exception {
        Path file = folder.resolve("records.db");
        int reported = 0;
        for (int crash = 1; crash <= 3; crash++) {
            try (ChildJvm child = ChildJvm.start(ChildJvm.Work.WRITE_FOR_EVER, file)) {
                int rounds = 15 * crash;
                for (int i = 0; i < rounds; i++) {
                    reported = Integer.parseInt(child.awaitLine());
                }
                child.killWithoutWarning();
            }
            try (ProfileStore store = Samples.open(file)) {
                Optional<String> first = store.settings().find("first");
                assertThat(first).isPresent();
                assertThat(Integer.parseInt(first.get())).isGreaterThanOrEqualTo(reported);
                assertThat(store.settings().find("second")).isEqualTo(first);
                assertThat(store.activity().count(ActivityFilter.ALL)).isGreaterThanOrEqualTo(reported);
            }
        }
    }
}
