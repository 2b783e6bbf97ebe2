package org.lifeboat.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.lifeboat.engine.balances.BalanceSheet;
import org.lifeboat.engine.balances.Balances;
import org.lifeboat.engine.balances.Patience;
import org.lifeboat.engine.balances.Watch;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.storage.StoredReading;

/// Two refreshes of one profile at the same time, while the chain goes on.
class RaceTest {
    private static StoryChain chain;

    @BeforeAll
    static void start() {
        chain = StoryChain.start();
    }

    @AfterAll
    static void stop() {
        if (chain != null) {
            chain.close();
        }
    }

    @RepeatedTest(5)
    void bothAreRight_andOneReadingAPositionIsKept() throws Exception {
        Source source = chain.honest();
        Balances balances = chain.balances();
        Watch watch = chain.watch(source);
        List<Callable<BalanceSheet>> refreshes = List.of(
                () -> balances.refresh(List.of(watch), Patience.SLOW_LINE, _ -> {}),
                () -> balances.refresh(List.of(watch), Patience.SLOW_LINE, _ -> {}),
                () -> {
                    chain.node.mine(3);
                    return balances.remembered(List.of(watch));
                });
        List<BalanceSheet> sheets = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<BalanceSheet> future : threads.invokeAll(refreshes)) {
                sheets.add(future.get());
            }
        }

        for (BalanceSheet sheet : sheets.subList(0, 2)) {
            assertThat(sheet.complete()).isTrue();
            assertThat(Verdict.of(sheet, chain::truth).silent()).isFalse();
            assertThat(sheet.networks().getFirst().disagreements()).isEmpty();
        }
        List<StoredReading> kept = chain.storage.balances().all();
        assertThat(kept).hasSize(watch.accounts().size() * (1 + watch.tokens().size()));
        assertThat(kept.stream().map(reading -> reading.token()).distinct()).hasSize(kept.size());
    }
}
