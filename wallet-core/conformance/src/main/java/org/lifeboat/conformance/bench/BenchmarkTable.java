package org.lifeboat.conformance.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifeboat.conformance.evm.BlockchainTests;
import org.lifeboat.testkit.vectors.VectorFile;
import org.lifeboat.testkit.vectors.VectorSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Blocks that were made to be slow (EEST's benchmark set), each verified whole: gas a second, case by case.
final class BenchmarkTable {
    private static final int SLOWEST = 10;

    /// What took longer than this is not run again.
    private static final long ONCE_NANOS = 1_500_000_000;

    private record Row(String name, long gas, long nanos) {
        double megaGasPerSecond() {
            return gas * 1e3 / Math.max(1, nanos);
        }

        @Override
        public String toString() {
            return "| %-110s | %12d | %10.1f | %8.1f |".formatted(name, gas, nanos / 1e6, megaGasPerSecond());
        }
    }

    private final PrintStream out;
    private final JsonMapper mapper = new JsonMapper();
    private final BlockchainTests tests = new BlockchainTests();

    BenchmarkTable(PrintStream out) {
        this.out = out;
    }

    void run(VectorSource vectors) throws IOException {
        List<Row> rows = new ArrayList<>();
        out.println("| block made to be slow, with all its checks; processor time | gas | ms | Mgas/s |");
        out.println("|---|---|---|---|");
        vectors.forEach(
                path -> path.endsWith(".tar.xz")
                        ? path.contains("benchmark")
                        : path.endsWith(".json") && path.contains("benchmark"),
                file -> add(file, rows));
        if (rows.isEmpty()) {
            out.println("not measured: there are none among the vectors");
            return;
        }
        out.println("The " + SLOWEST + " slowest of " + rows.size() + ", each test with its most gas:");
        Map<String, Row> largest = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.gas() > 0)
                .forEach(row ->
                        largest.merge(row.name().replaceAll("-?\\d+M", ""), row, (a, b) -> a.gas() > b.gas() ? a : b));
        largest.values().stream()
                .sorted(Comparator.comparingDouble(Row::megaGasPerSecond))
                .limit(SLOWEST)
                .forEach(out::println);
    }

    /// Prints each as it is measured.
    private void add(VectorFile file, List<Row> rows) {
        mapper.readTree(file.content()).properties().forEach(test -> {
            if (BlockchainTests.isTest(test.getValue())) {
                Row row = measure(test.getKey(), test.getValue());
                out.println(row);
                rows.add(row);
            }
        });
    }

    private Row measure(String name, JsonNode test) {
        BlockchainTests.Timed first = tests.time(test);
        long nanos = first.nanos() > ONCE_NANOS
                ? first.nanos()
                : Math.min(first.nanos(), tests.time(test).nanos());
        return new Row(shortName(name), first.gas(), nanos);
    }

    /// Without the folders and the words that all of them share.
    private static String shortName(String name) {
        return name.substring(name.indexOf("::") + 2)
                .replaceAll("fork_\\w+-blockchain_test(_engine)?-", "")
                .replace("benchmark-gas-value_", "");
    }
}
