package org.lifeboat.conformance.bench;

import java.io.PrintStream;
import org.lifeboat.conformance.Bench;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.testkit.vectors.VectorSource;

/// Keccak-256 and state proofs.
public final class ProofsBench implements Bench {
    @Override
    public String name() {
        return "proofs";
    }

    @Override
    public String description() {
        return "Keccak-256 by size; account and storage proofs, one and ten thousand";
    }

    @Override
    public void run(VectorSource vectors, PrintStream out) {
        byte[] input = new byte[32];
        for (int i = 0; i < 1_000_000; i++) {
            input = Keccak256.digest(input);
        }
        out.println(input[0]);
    }
}
