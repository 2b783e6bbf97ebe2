package org.lifeboat.conformance.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lifeboat.conformance.evm.RecordedBlock;
import org.lifeboat.testkit.vectors.VectorFile;
import org.lifeboat.testkit.vectors.VectorSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A real block of mainnet with its witness, verified warm, cold, and cold with an AOT cache. Processor time
/// stands beside the time that passed, which a busy machine makes longer.
final class BlockFigures {
    private static final int WARM_RUNS = 60;
    private static final int COLD_RUNS = 9;
    private static final String SMALL_HEAP = "-Xmx256m";

    private final PrintStream out;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    BlockFigures(PrintStream out) {
        this.out = out;
    }

    void run(VectorSource vectors) throws IOException {
        Optional<RecordedBlock> found = find(vectors);
        if (found.isEmpty()) {
            out.println("block of mainnet: not measured, there is none among the vectors");
            return;
        }
        BlockRun block = new BlockRun(found.get());
        long number = found.get().block().header().number();
        warm(number, block);
        Path folder = Files.createTempDirectory("lifeboat-bench");
        try {
            cold(number, block, folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            out.println("interrupted");
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Optional<RecordedBlock> find(VectorSource vectors) throws IOException {
        JsonMapper mapper = new JsonMapper();
        List<RecordedBlock> found = new ArrayList<>();
        vectors.forEach(
                path -> path.endsWith(".tar.xz") ? path.contains("mainnet-block") : path.matches(".*/\\d+\\.json"),
                (VectorFile file) -> {
                    JsonNode root = mapper.readTree(file.content());
                    if (RecordedBlock.isOne(root)) {
                        found.addAll(RecordedBlock.of(root));
                    }
                });
        return found.stream().findFirst();
    }

    private void warm(long number, BlockRun block) {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < WARM_RUNS; i++) {
            long begin = threads.getCurrentThreadCpuTime();
            block.verify();
            nanos.add(threads.getCurrentThreadCpuTime() - begin);
        }
        List<Long> later =
                nanos.subList(WARM_RUNS / 2, WARM_RUNS).stream().sorted().toList();
        out.printf(
                "mainnet block %d, witness hashed, roots compared: best %,.1f ms, median %,.1f ms, first %,.1f ms of"
                        + " processor time%n",
                number, later.getFirst() / 1e6, later.get(later.size() / 2) / 1e6, nanos.getFirst() / 1e6);
    }

    private void cold(long number, BlockRun block, Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("block.rlp");
        block.write(file);
        ColdStart start = new ColdStart(folder);
        String heap = SMALL_HEAP;
        cold("mainnet block %d in a fresh machine".formatted(number), start, List.of(heap, "-XX:+UseSerialGC"), file);
        Path cache = folder.resolve("aot.cache");
        start.run(List.of(heap, "-XX:+UseSerialGC", "-XX:AOTCacheOutput=" + cache), BlockRun.class, file.toString());
        if (Files.exists(cache)) {
            List<String> options = List.of(heap, "-XX:+UseSerialGC", "-XX:AOTCache=" + cache);
            cold("mainnet block %d in a fresh machine with an AOT cache".formatted(number), start, options, file);
        } else {
            out.println("with an AOT cache: not measured, this Java makes none");
        }
    }

    private void cold(String name, ColdStart start, List<String> options, Path file)
            throws IOException, InterruptedException {
        List<List<Long>> columns = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < COLD_RUNS; i++) {
            String[] numbers =
                    start.run(options, BlockRun.class, file.toString()).trim().split(" ");
            for (int column = 0; column < columns.size(); column++) {
                columns.get(column).add(Long.parseLong(numbers[column]));
            }
        }
        columns.forEach(column -> column.sort(null));
        out.printf(
                "%s (%s), after main: %s; processor time from the machine's start: %s, of all threads %s%n",
                name, SMALL_HEAP, figures(columns.get(0)), figures(columns.get(1)), figures(columns.get(2)));
    }

    private static String figures(List<Long> sorted) {
        return "best %d ms, median %d ms".formatted(sorted.getFirst(), sorted.get(sorted.size() / 2));
    }
}
