package org.lifeboat.conformance.opdevnet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lifeboat.sandbox.rollup.Rollup;
import org.lifeboat.sandbox.rollup.RollupFiles;
import tools.jackson.databind.json.JsonMapper;

/// A rollup of the sandbox in the files that op-geth and op-node begin with: `genesis.json` (geth's form),
/// `rollup.json` (op-node's) and `l1.json` (the chain configuration of L1).
record SandboxFiles(Path folder) {
    private static final JsonMapper JSON = JsonMapper.shared();

    Path genesis() {
        return folder.resolve("genesis.json");
    }

    Path rollup() {
        return folder.resolve("rollup.json");
    }

    Path l1() {
        return folder.resolve("l1.json");
    }

    void write(Rollup rollup) throws IOException {
        Files.writeString(genesis(), JSON.writeValueAsString(RollupFiles.genesis(rollup)));
        Files.writeString(rollup(), JSON.writeValueAsString(RollupFiles.rollup(rollup)));
        Files.writeString(l1(), JSON.writeValueAsString(RollupFiles.l1()));
    }
}
