package org.lifeboat.conformance.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.lifeboat.conformance.Bench;
import org.lifeboat.testkit.vectors.VectorFile;
import org.lifeboat.testkit.vectors.VectorSource;

/// The virtual machine on one core: a ray tracer, plain transfers, nested calls. Times are processor time of
/// the thread, so that a busy machine does not change them: the best and the median warm run, and the first.
public final class EvmBench implements Bench {
    /// `Benchmark()` of the contract snailtracer.
    private static final byte[] SNAILTRACER_INPUT = HexFormat.of().parseHex("30627b7c");

    private static final int LEAST_RUNS = 40;
    private static final long LEAST_NANOS = 2_000_000_000;

    @Override
    public String name() {
        return "evm";
    }

    @Override
    public String description() {
        return "snailtracer, transfers, nested calls; a block of mainnet warm and cold; blocks made to be slow";
    }

    @Override
    public void run(VectorSource vectors, PrintStream out) throws IOException {
        Optional<VectorFile> file = find(vectors, "snailtracer.hex");
        if (file.isPresent()) {
            String hex = file.get().text().trim().replace("0x", "");
            byte[] code = HexFormat.of().parseHex(hex);
            double ours = measure(out, "snailtracer", new EvmWorkload(code, SNAILTRACER_INPUT), 1);
            OtherMachines.compare(out, ours, hex);
        } else {
            out.println("snailtracer: not measured, its code is not among the vectors");
        }
        measure(out, "1,000 nested calls", EvmWorkload.nestedCalls(), 1);
        measure(out, "a plain transfer (of 1,000)", EvmWorkload.transfers(1000), 1000);
        new BlockFigures(out).run(vectors);
        new BenchmarkTable(out).run(vectors);
    }

    private static Optional<VectorFile> find(VectorSource vectors, String name) throws IOException {
        List<VectorFile> found = new ArrayList<>();
        vectors.forEach(
                path -> path.endsWith(".tar.xz") ? path.contains("bench-bytecode") : path.endsWith(name), found::add);
        return found.stream().findFirst();
    }

    /// @return the best run, in milliseconds
    private static double measure(PrintStream out, String name, EvmWorkload work, int parts) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<Long> nanos = new ArrayList<>();
        long end = threads.getCurrentThreadCpuTime() + LEAST_NANOS;
        while (nanos.size() < LEAST_RUNS || threads.getCurrentThreadCpuTime() < end) {
            long start = threads.getCurrentThreadCpuTime();
            work.run();
            nanos.add((threads.getCurrentThreadCpuTime() - start) / parts);
        }
        List<Long> warm =
                nanos.subList(nanos.size() / 2, nanos.size()).stream().sorted().toList();
        long best = warm.getFirst();
        long gas = work.executionGas();
        out.printf(
                "%s: best %,.3f ms, median %,.3f ms, first %,.3f ms of processor time%s%n",
                name,
                best / 1e6,
                warm.get(warm.size() / 2) / 1e6,
                nanos.getFirst() / 1e6,
                gas == 0 ? "" : "; %,d gas, %,d Mgas/s".formatted(gas, gas * 1000 / best));
        return best / 1e6;
    }
}
