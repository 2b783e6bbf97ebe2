package org.lifeboat.conformance.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
        vectors.forEach(
                path -> path.endsWith(".tar.xz")
                        ? path.contains("benchmark")
                        : path.endsWith(".json") && path.contains("benchmark"),
                file -> rows.addAll(rows(file)));
        if (rows.isEmpty()) {
            out.println("benchmark blocks: not measured, there are none among the vectors");
            return;
        }
        out.println("| block, with all its checks; processor time | gas | ms | Mgas/s |");
        out.println("|---|---|---|---|");
        rows.forEach(out::println);
        out.println("The " + SLOWEST + " slowest of " + rows.size() + ":");
        rows.stream()
                .sorted(Comparator.comparingDouble(Row::megaGasPerSecond))
                .limit(SLOWEST)
                .forEach(out::println);
    }

    private List<Row> rows(VectorFile file) {
        List<Row> rows = new ArrayList<>();
        JsonNode root = mapper.readTree(file.content());
        root.properties().forEach(test -> {
            if (BlockchainTests.isTest(test.getValue())) {
                BlockchainTests.Timed first = tests.time(test.getValue());
                long nanos = first.nanos() > ONCE_NANOS
                        ? first.nanos()
                        : Math.min(first.nanos(), tests.time(test.getValue()).nanos());
                rows.add(new Row(shortName(test.getKey()), first.gas(), nanos));
            }
        });
        return rows;
    }

    /// Without the folders and the words that all of them share.
    private static String shortName(String name) {
        return name.substring(name.indexOf("::") + 2)
                .replaceAll("fork_\\w+-blockchain_test(_engine)?-", "")
                .replace("benchmark-gas-value_", "");
    }
}
