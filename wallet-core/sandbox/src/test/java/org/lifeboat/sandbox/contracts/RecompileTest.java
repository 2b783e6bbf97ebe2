package org.lifeboat.sandbox.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lifeboat.testkit.solidity.CompiledContract;
import org.lifeboat.testkit.solidity.SolidityCompiler;

/// The committed codes are what the rig's compiler makes of the sources beside them.
class RecompileTest {
    private static final List<String> NAMES = List.of(
            "PlayDollar",
            "PlayOar",
            "ManyCalls",
            "PlayProxy",
            "PlayPortal",
            "PlaySystemConfig",
            "PlaySuperchainConfig",
            "PlayGameFactory",
            "PlayAnchorStateRegistry",
            "PlayGame",
            "PlayDelayedWeth",
            "PlayMessagePasser",
            "PlayL1Block",
            "PlayGasPriceOracle");

    @Test
    void committedCodes_areThoseOfTheSources() throws IOException {
        Path folder = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(above -> above.resolve(Path.of("resources", "contracts")))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();
        Map<String, String> sources = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".sol")).toList()) {
                sources.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
        Map<String, CompiledContract> compiled = SolidityCompiler.compile(sources);

        for (String name : NAMES) {
            CompiledContract contract = Objects.requireNonNull(compiled.get(name));
            assertThat(BundledCode.read(name).toHex()).as(name).isEqualTo(contract.runtimeCode());
        }
    }
}
