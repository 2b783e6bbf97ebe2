package org.lifeboat.conformance.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lifeboat.app.drill.DrillSession;
import org.lifeboat.engine.drill.Drill;
import org.lifeboat.engine.drill.DrillTurn;
import org.lifeboat.engine.send.Draft;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.sandbox.Sandbox;
import org.lifeboat.sandbox.chain.History;
import org.lifeboat.sandbox.rollup.RollupPlan;
import org.lifeboat.vault.signing.Approval;
import org.lifeboat.vault.signing.Description;

/// Long spans of the sandbox's time: a day with everybody at work, seven days that are skipped, and a whole drill.
final class SandboxDays {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /// As on Ethereum (consensus-specs, configs/mainnet.yaml, `SECONDS_PER_SLOT`).
    private static final Duration BLOCK = Duration.ofSeconds(12);

    private static final int BLOCKS_A_DAY = 7_200;
    private static final long MEGABYTE = 1 << 20;

    private final List<String> rows = new ArrayList<>();

    /// @param rest how it went
    private void row(String what, String aim, String rest) {
        rows.add(String.format(Locale.ROOT, "| %-62s | %-24s | %s |", what, aim, rest));
    }

    void run(PrintStream out) throws IOException {
        drill();
        week();
        day();
        out.println("| what | aim | measured |");
        out.println("|---|---|---|");
        rows.forEach(out::println);
    }

    private void drill() throws IOException {
        long begin = System.nanoTime();
        try (DrillSession session = DrillSession.open()) {
            session.begin(Drill.FALSE_ROOT, (_, draft) -> signed(session, draft));
            DrillTurn turn = session.next();
            while (turn instanceof DrillTurn.Moved) {
                turn = session.next();
            }
            row("the drill false-root, played by a machine", "2 min", "%.1f s, %s".formatted(since(begin), turn));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Optional<SignedTransaction> signed(DrillSession session, Draft draft) {
        Description description = session.player().describe(draft);
        Approval approval = description.approve();
        return session.player().sign(draft, description.needsSecondConfirmation() ? approval.confirmAgain() : approval);
    }

    private void week() throws IOException {
        try (Sandbox sandbox = Sandbox.start(InstantSource.system(), 0, "bench")) {
            History l1 = sandbox.l1().history();
            History l2 = sandbox.rollup().node().history();
            long before = l1.newest().number();
            long beforeL2 = l2.newest().number();
            long begin = System.nanoTime();
            sandbox.l1().clock().advance(Duration.ofDays(7));
            sandbox.l1().mine();
            sandbox.rollup().turn();
            row(
                    "seven days skipped: blocks of L1 / of the L2",
                    "< " + RollupPlan.FIRST.sequencingWindow() + " / few",
                    "%d / %d, %.2f s"
                            .formatted(
                                    l1.newest().number() - before, l2.newest().number() - beforeL2, since(begin)));
        }
    }

    private void day() throws IOException {
        try (Sandbox sandbox = Sandbox.start(InstantSource.system(), 0, "bench")) {
            long begin = System.nanoTime();
            long worked = THREADS.getCurrentThreadCpuTime();
            for (int i = 0; i < BLOCKS_A_DAY; i++) {
                sandbox.l1().clock().advance(BLOCK);
                sandbox.l1().mine();
                sandbox.rollup().turn();
            }
            double processor = (THREADS.getCurrentThreadCpuTime() - worked) / 1e9;
            row(
                    "a day of blocks of 12 s with a rollup that runs",
                    "60 s",
                    "%.1f s, %.1f s of processor time, %,d blocks of the L2"
                            .formatted(
                                    since(begin),
                                    processor,
                                    sandbox.rollup().node().history().newest().number()));
            row("heap with that day in it", "512 MB", "%,d MB".formatted(heap()));
            if (!sandbox.rollup().faults().all().isEmpty()) {
                throw new IllegalStateException(
                        sandbox.rollup().faults().all().getFirst().toString());
            }
        }
    }

    /// What is left when nothing else is held. Unit: megabytes.
    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
