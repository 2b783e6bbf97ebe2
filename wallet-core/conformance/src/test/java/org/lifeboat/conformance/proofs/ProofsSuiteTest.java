package org.lifeboat.conformance.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lifeboat.conformance.Report;
import org.lifeboat.testkit.vectors.BundledVectors;
import org.lifeboat.testkit.vectors.VectorFolder;
import org.lifeboat.testkit.vectors.VectorSource;

class ProofsSuiteTest {
    private static final List<String> SHARED =
            List.of("proofs", "lightclient", "opstack/withdrawals", "opstack/l1-fetch");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Report report = new Report(new PrintStream(printed, true, StandardCharsets.UTF_8));

    @Test
    void ownSmallSet_passes() throws IOException {
        run(new BundledVectors(ProofsSuite.class, "/own-vectors"));
        assertThat(report.passedCount()).isGreaterThan(100);
        assertThat(report.skippedCount()).isZero();
    }

    @Test
    void publishedVectors_pass() throws IOException {
        Path shared = Path.of(System.getProperty("vectors", "../../../shared/vectors"));
        assumeTrue(Files.isDirectory(shared), "the published vectors are not at " + shared);
        for (String folder : SHARED) {
            run(new VectorFolder(shared.resolve(folder)));
        }
        assertThat(report.passedCount()).isGreaterThan(10_000);
    }

    private void run(VectorSource vectors) throws IOException {
        new ProofsSuite().run(vectors, report);
        assertThat(report.failedCount())
                .as(printed.toString(StandardCharsets.UTF_8))
                .isZero();
    }
}
