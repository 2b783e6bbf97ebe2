package org.lifeboat.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Endpoint;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.RecentRequests;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Route;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.source.SourceOpener;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.testkit.anvil.AnvilNode;

/// The questions of a refresh of 10 accounts and 30 tokens, in as few requests as the budget says. The CPU
/// time is printed, not asserted: it depends on the machine.
class RefreshBudgetTest {
    private static final ChainId CHAIN = new ChainId(31_337);
    private static final int ACCOUNTS = 10;
    private static final int TOKENS = 30;

    @Test
    void refresh_takesTwoRequests() {
        RecentRequests log = new RecentRequests(1_000);
        try (AnvilNode node = AnvilNode.l1(CHAIN.value());
                RpcSources sources = new RpcSources(Route.DIRECT, log, Patience.standard(), InstantSource.system())) {
            var endpoint = new Endpoint(new SourceId(CHAIN, node.url().toString()), false);
            Source source = ((SourceOpener.Opened.Ready) sources.open(endpoint)).source();
            int rounds = 20;

            for (int i = 0; i < rounds; i++) {
                long before = cpuNanos();
                refresh(source);
                if (i == 0 || i == rounds - 1) {
                    System.out.printf("refresh %d: %.1f ms CPU%n", i + 1, (cpuNanos() - before) / 1e6);
                }
            }

            assertThat(log.entries())
                    .hasSize(2 * rounds)
                    .allMatch(entry -> entry.outcome().equals("ok"));
        }
    }

    private static void refresh(Source source) {
        Duration time = Duration.ofSeconds(30);
        Hash32 head = source.ask(new Query.HeaderOf(BlockSelector.LATEST), Purpose.READ_BALANCES, time)
                .got()
                .orElseThrow()
                .orElseThrow()
                .claimedHash();
        BlockSelector pinned = new BlockSelector.ByHash(head);
        List<Query<?>> proofs = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            proofs.add(new Query.ProofOf(Hash32.ofNumber(1_000 + i).toAddress(), List.of(), pinned));
        }
        List<Hash32> slots = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            slots.add(Hash32.ofNumber(i));
        }
        for (int i = 0; i < TOKENS; i++) {
            Address token = Hash32.ofNumber(2_000 + i).toAddress();
            proofs.add(new Query.ProofOf(token, slots, pinned));
        }
        List<Reply<?>> replies = source.askAll(proofs, Purpose.READ_BALANCES, time);
        assertThat(replies).hasSize(ACCOUNTS + TOKENS).allMatch(reply -> reply instanceof Reply.Got<?>);
    }

    /// Of the whole process: the exchange runs on several threads.
    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
