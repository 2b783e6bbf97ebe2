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
    private static final double SHARE = 0.03;

    @Test
    void sample_ofStateTestsAndPrecompiles_passes() throws IOException {
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
                                ? path.contains("eest-state-forks") || path.contains("geth-precompiles")
                                : random.nextDouble() < SHARE && wanted.test(path),
                        visitor);
            }
        };
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        Report report = new Report(new PrintStream(output, true, StandardCharsets.UTF_8));

        new EvmSuite(new Selection(List.of(), "")).run(sample, report);

        assertThat(output.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(report.passedCount()).isPositive();
    }
}
