package org.lifeboat.conformance.proofs;

import org.lifeboat.conformance.Report;
import org.lifeboat.testkit.vectors.VectorFile;
import tools.jackson.databind.JsonNode;

/// One kind of file. Known by its shape, so that it may lie anywhere.
interface Format {
    boolean recognises(VectorFile file, JsonNode json);

    /// Runs every case of a file that was recognised.
    void run(VectorFile file, JsonNode json, Report report);
}
