package org.lifeboat.conformance.evm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.lifeboat.conformance.Report;
import org.lifeboat.testkit.vectors.VectorFolder;
import org.lifeboat.testkit.vectors.VectorSource;

/// A seeded sample of the suite in every build; the whole is run by its own command.
class EvmSampleTest {
    private static final Path VECTORS = Path.of("..", "..", "..", "shared", "vectors");
    private static final long SEED = 20_261_121;

    /// Of the files of each archive.
    private static final Map<String, Double> SHARES = Map.of(
            "eest-state-forks", 0.03,
            "geth-precompiles", 0.03,
            "eest-blockchain-forks", 0.08,
            "ethereum-tests-blocks", 0.15,
            "eest-zkevm-witness", 0.3,
            "keth-mainnet-block", 1.0);

    @Test
    void sample_ofAllFormats_passes() throws IOException {
        assumeTrue(Files.isDirectory(VECTORS), "the folder " + VECTORS + " with test vectors is missing");
        Random random = new Random(SEED);
        VectorSource all = new VectorFolder(VECTORS);
        VectorSource sample = new VectorSource() {
            @Override
            public String description() {
                return all.description();
            }

            @Override
            public void forEach(Predicate<String> wanted, Visitor visitor) throws IOException {
                all.forEach(
                        path -> path.endsWith(".tar.xz")
                                ? share(path) > 0
                                : random.nextDouble() < share(path) && wanted.test(path),
                        visitor);
            }
        };
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        Report report = new Report(new PrintStream(output, true, StandardCharsets.UTF_8));

        new EvmSuite(new Selection(List.of(), "")).run(sample, report);

        assertThat(output.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(report.passedCount()).isPositive();
    }

    private static double share(String path) {
        return SHARES.entrySet().stream()
                .filter(entry -> path.contains(entry.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .findFirst()
                .orElse(0);
    }
}
