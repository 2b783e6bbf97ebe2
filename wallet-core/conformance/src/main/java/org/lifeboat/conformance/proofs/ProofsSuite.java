package org.lifeboat.conformance.proofs;

import java.io.IOException;
import java.util.List;
import org.lifeboat.conformance.Report;
import org.lifeboat.conformance.Suite;
import org.lifeboat.testkit.vectors.VectorSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// RLP, tries, transactions, headers and state proofs.
public final class ProofsSuite implements Suite {
    private final JsonMapper mapper = new JsonMapper();
    private final List<Format> formats = List.of(new RlpFormat());

    @Override
    public String name() {
        return "proofs";
    }

    @Override
    public String description() {
        return "RLP, tries, transactions, headers, account and storage proofs";
    }

    @Override
    public void run(VectorSource vectors, Report report) throws IOException {
        vectors.forEach(ProofsSuite::wanted, file -> {
            try {
                JsonNode json = mapper.readTree(file.content());
                formats.stream().filter(f -> f.recognises(file, json)).forEach(f -> f.run(file, json, report));
            } catch (JacksonException e) {
                report.failed(file.path(), "not JSON");
            }
        });
    }

    private static boolean wanted(String path) {
        return path.endsWith(".tar.xz") ? path.startsWith("proofs/") : path.endsWith(".json");
    }
}
