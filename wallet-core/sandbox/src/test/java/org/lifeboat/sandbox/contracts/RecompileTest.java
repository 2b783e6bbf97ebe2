package org.lifeboat.sandbox.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lifeboat.testkit.solidity.CompiledContract;
import org.lifeboat.testkit.solidity.SolidityCompiler;

/// The committed codes are what the rig's compiler makes of the sources beside them.
class RecompileTest {
    @Test
    void committedCodes_areThoseOfTheSources() throws IOException {
        Path folder = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(above -> above.resolve(Path.of("resources", "contracts")))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();
        Map<String, CompiledContract> compiled = SolidityCompiler.compile(Map.of(
                "PlayTokens.sol", Files.readString(folder.resolve("PlayTokens.sol")),
                "ManyCalls.sol", Files.readString(folder.resolve("ManyCalls.sol"))));

        for (String name : new String[] {"PlayDollar", "PlayOar", "ManyCalls"}) {
            CompiledContract contract = Objects.requireNonNull(compiled.get(name));
            assertThat(BundledCode.read(name).toHex()).as(name).isEqualTo(contract.runtimeCode());
        }
    }
}
