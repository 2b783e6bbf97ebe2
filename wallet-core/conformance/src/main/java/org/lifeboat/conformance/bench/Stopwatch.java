package org.lifeboat.conformance.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/// Times a piece of work on one thread: rounds to warm up, then rounds that count; prints the best and the
/// middle one.
final class Stopwatch {
    private static final int WARM_UP_ROUNDS = 4;
    private static final int ROUNDS = 11;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final PrintStream out;

    /// Keeps results alive, so that the work is not optimised away.
    private long sink;

    Stopwatch(PrintStream out) {
        this.out = out;
    }

    /// One turn of the work; its result is only kept from being dropped.
    @FunctionalInterface
    interface Work {
        long run();
    }

    void header() {
        out.printf("| %-52s | %14s | %14s |%n", "what, processor time", "best", "median");
        out.println("|" + "-".repeat(54) + "|" + "-".repeat(16) + "|" + "-".repeat(16) + "|");
    }

    /// @param turns of the work in one round; the figures are for one turn
    void measure(String name, int turns, Work work) {
        double[] nanos = new double[ROUNDS];
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            long begin = threads.getCurrentThreadCpuTime();
            for (int turn = 0; turn < turns; turn++) {
                sink += work.run();
            }
            if (round >= 0) {
                nanos[round] = (threads.getCurrentThreadCpuTime() - begin) / (double) turns;
            }
        }
        Arrays.sort(nanos);
        out.printf("| %-52s | %14s | %14s |%n", name, unit(nanos[0]), unit(nanos[ROUNDS / 2]));
    }

    /// For the last line of a table.
    long sink() {
        return sink;
    }

    private static String unit(double nanos) {
        if (nanos < 10_000) {
            return String.format("%.0f ns", nanos);
        }
        return nanos < 10_000_000 ? String.format("%.1f us", nanos / 1e3) : String.format("%.1f ms", nanos / 1e6);
    }
}
