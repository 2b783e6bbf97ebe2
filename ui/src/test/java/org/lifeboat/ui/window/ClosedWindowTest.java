package org.lifeboat.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.account.Accounts;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.ui.HoldingSource;
import org.lifeboat.ui.LaterTasks;
import org.lifeboat.ui.Records;
import org.lifeboat.ui.SilentSource;
import org.lifeboat.ui.balances.Sheets;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.WindowTasks;

/// What a window had under way ends with it: its records are closed next.
class ClosedWindowTest {
    @Test
    void balancesThatAreBeingAsked_areGivenUp() throws InterruptedException {
        try (Records records = new Records()) {
            SourceId id = new SourceId(Sheets.ETHEREUM.chain(), "https://node.example");
            HoldingSource source = new HoldingSource(new SilentSource(id, 1), _ -> true);
            records.with(source).networks().confirmEndpoint(id.chain(), id.url(), false, Records.NOW);
            new Accounts(records.storage()).add(Sheets.ONE, "Cold", new Account.Kind.WatchOnly());

            Hands hands = new Hands(records);
            assertThat(source.reached().await(60, TimeUnit.SECONDS)).as("asked").isTrue();
            hands.close();

            assertThat(source.cut().await(60, TimeUnit.SECONDS)).as("given up").isTrue();
        }
    }

    @Test
    void whatComesLater_isDropped_andNothingNewBegins() {
        LaterTasks later = new LaterTasks();
        AtomicInteger told = new AtomicInteger();
        WindowTasks tasks = new WindowTasks(later);
        tasks.run(() -> 1, _ -> told.incrementAndGet(), _ -> told.incrementAndGet());
        tasks.run(
                () -> {
                    throw new IllegalStateException("the records are closed");
                },
                _ -> told.incrementAndGet(),
                _ -> told.incrementAndGet());
        tasks.close();
        later.runAll();
        tasks.run(told::incrementAndGet, _ -> {}, _ -> {});
        tasks.onScreen(told::incrementAndGet);
        later.runAll();

        assertThat(told).hasValue(0);
    }

    @Test
    void untilThen_everythingIsAsItWas() {
        AtomicInteger told = new AtomicInteger();
        WindowTasks tasks = new WindowTasks(Tasks.immediate());
        tasks.run(() -> 2, told::addAndGet, _ -> {});
        tasks.run(
                () -> {
                    throw new IllegalStateException("broken");
                },
                _ -> {},
                _ -> told.addAndGet(40));

        assertThat(told).hasValue(42);
    }
}
