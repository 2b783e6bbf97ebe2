package org.lifeboat.conformance.opstack;

import java.io.IOException;
import org.lifeboat.conformance.Report;
import org.lifeboat.conformance.Suite;
import org.lifeboat.testkit.vectors.VectorFile;
import org.lifeboat.testkit.vectors.VectorSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `opstack`: fees by fork, blocks of OP Sepolia executed from their witness, withdrawals with their proofs, and
/// what batchers wrote on L1.
public final class OpStackSuite implements Suite {
    private static final JsonMapper JSON = new JsonMapper();

    private final L1CostFormat costs = new L1CostFormat();

    @Override
    public String name() {
        return "opstack";
    }

    @Override
    public String description() {
        return "OP Stack: L1 data fee and operator fee, blocks executed from a witness, withdrawals, batches";
    }

    @Override
    public void run(VectorSource vectors, Report report) throws IOException {
        vectors.forEach(
                path -> (path.startsWith("opstack/") || !path.contains("/")) && path.endsWith(".json"),
                file -> report.run(file.path(), () -> one(file, report)));
        BatchFormat.read(vectors).run(report);
    }

    private void one(VectorFile file, Report report) {
        JsonNode root = JSON.readTree(file.content());
        if (costs.recognises(root)) {
            costs.run(file.path(), root, report);
        } else if (ExitFormat.recognises(root)) {
            ExitFormat.run(file.path(), root, report);
        } else if (ExitFormat.recognisesShortLeaves(root)) {
            ExitFormat.runShortLeaves(file.path(), root, report);
        } else if (WitnessedBlock.recognises(root)) {
            BlockFormat.run(WitnessedBlock.read(file.name(), root), BlockFormat.EVERY_FORTIETH, report);
        } else {
            FetchFormat.run(file.path(), root, report);
        }
    }
}
