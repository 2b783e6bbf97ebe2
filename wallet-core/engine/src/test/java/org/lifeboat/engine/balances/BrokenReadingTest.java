package org.lifeboat.engine.balances;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.storage.StorageFailure;

/// A reading that breaks off says by what.
class BrokenReadingTest extends BalanceStory {
    @Test
    void aDiskThatRefuses_isNamedAsTheCause() {
        Balances full = new Balances(store, clock, (_, _, _) -> {
            throw new StorageFailure("no space left");
        });
        Watch watch = new Watch(network(), List.of(honest("a")), List.of(ALICE), List.of());

        assertThatThrownBy(() -> full.refresh(List.of(watch), QUICK, _ -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(StorageFailure.class);
    }
}
