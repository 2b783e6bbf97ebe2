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
            "PlayNamed",
            "ManyCalls",
            "PlayProxy",
            "PlayPortal",
            "PlaySystemConfig",
            "PlaySuperchainConfig",
            "PlayGameFactory",
            "PlayAnchorStateRegistry",
            "PlayGame",
            "PlayDelayedWeth",
            "PlayOutputOracle",
            "PlayOutputPortal",
            "PlayMessagePasser",
            "PlayL1Block",
            "PlayGasPriceOracle",
            "PlayL1Messenger",
            "PlayL2Messenger",
            "PlayL1TokenBridge",
            "PlayL2TokenBridge",
            "PlayMintable",
            "PlayMintableFactory");

    private static final List<String> LESSONS = List.of(
            "NaiveRollup",
            "NaiveZkRollup",
            "NaiveVerifier",
            "StrictVerifier",
            "NaiveChannel",
            "NaiveL1Bridge",
            "NaiveL2Bridge");

    @Test
    void committedCodes_areThoseOfTheSources() throws IOException {
        Map<String, CompiledContract> compiled = compiled(folder());
        for (String name : NAMES) {
            CompiledContract contract = Objects.requireNonNull(compiled.get(name));
            assertThat(BundledCode.read(name).toHex()).as(name).isEqualTo(contract.runtimeCode());
        }
    }

    @Test
    void committedLessons_areThoseOfTheSources() throws IOException {
        Map<String, CompiledContract> compiled = compiled(folder().resolve("lessons"));
        for (String name : LESSONS) {
            CompiledContract contract = Objects.requireNonNull(compiled.get(name));
            assertThat(BundledCode.read("lessons/" + name).toHex()).as(name).isEqualTo(contract.runtimeCode());
        }
    }

    private static Path folder() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(above -> above.resolve(Path.of("resources", "contracts")))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, CompiledContract> compiled(Path folder) throws IOException {
        Map<String, String> sources = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".sol")).toList()) {
                sources.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
        return SolidityCompiler.compile(sources);
    }
}
