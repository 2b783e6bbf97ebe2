package org.lifeboat.conformance.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.lifeboat.conformance.Bench;
import org.lifeboat.testkit.vectors.VectorFile;
import org.lifeboat.testkit.vectors.VectorSource;

/// The virtual machine on one core: a ray tracer, plain transfers, nested calls. Times are the best and the median of
/// the warm runs, and the first run of the process.
public final class EvmBench implements Bench {
    /// `Benchmark()` of the contract snailtracer.
    private static final byte[] SNAILTRACER_INPUT = HexFormat.of().parseHex("30627b7c");

    private static final int RUNS = 25;

    @Override
    public String name() {
        return "evm";
    }

    @Override
    public String description() {
        return "snailtracer, transfers and nested calls on the virtual machine";
    }

    @Override
    public void run(VectorSource vectors, PrintStream out) throws IOException {
        Optional<VectorFile> file = find(vectors, "snailtracer.hex");
        if (file.isPresent()) {
            byte[] code = HexFormat.of().parseHex(file.get().text().trim().replace("0x", ""));
            measure(out, "snailtracer", new EvmWorkload(code, SNAILTRACER_INPUT), 1);
        } else {
            out.println("snailtracer: not measured, its code is not among the vectors");
        }
        measure(out, "1,000 nested calls", EvmWorkload.nestedCalls(), 1);
        measure(out, "a plain transfer (of 1,000)", EvmWorkload.transfers(1000), 1000);
    }

    private static Optional<VectorFile> find(VectorSource vectors, String name) throws IOException {
        List<VectorFile> found = new ArrayList<>();
        vectors.forEach(
                path -> path.endsWith(".tar.xz") ? path.contains("bench-bytecode") : path.endsWith(name), found::add);
        return found.stream().findFirst();
    }

    private static void measure(PrintStream out, String name, EvmWorkload work, int parts) {
        List<Long> nanos = new ArrayList<>();
        long gas = 0;
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            gas = work.run();
            nanos.add((System.nanoTime() - start) / parts);
        }
        long first = nanos.getFirst();
        List<Long> warm = nanos.subList(RUNS / 2, RUNS).stream().sorted().toList();
        long best = warm.getFirst();
        out.printf(
                "%s: %,d gas; best %,.3f ms, median %,.3f ms, first %,.3f ms; %,d Mgas/s%n",
                name,
                gas / parts,
                best / 1e6,
                warm.get(warm.size() / 2) / 1e6,
                first / 1e6,
                gas / parts * 1000 / Math.max(1, best));
    }
}
