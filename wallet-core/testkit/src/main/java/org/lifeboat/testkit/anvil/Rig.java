package org.lifeboat.testkit.anvil;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// Where the outside programs of the tests are: the system property `lifeboat.rig`, else the environment variable
/// `LIFEBOAT_RIG`, else `wallet-core/testkit/rig` in the project that the working directory lies in.
public final class Rig {
    private static final Path IN_PROJECT = Path.of("wallet-core", "testkit", "rig");

    /// The native anvil inside the rig. The package's own wrapper is not used: it starts a child that would
    /// outlive it.
    public static final Path ANVIL = Path.of("node_modules", "@foundry-rs", "anvil-linux-amd64", "bin", "anvil");

    private Rig() {}

    public static Path anvil() {
        return program("anvil", ANVIL);
    }

    /// Foundry's tool for the command line.
    public static Path cast() {
        return program("cast", Path.of("node_modules", "@foundry-rs", "cast-linux-amd64", "bin", "cast"));
    }

    /// A script of the rig's own that drives a library of npm: `viem.mjs` or `ethers.mjs`.
    public static Path script(String name) {
        program(name, Path.of("node_modules", name.substring(0, name.indexOf('.'))));
        return program(name, Path.of(name));
    }

    /// The folder of the npm package `solc`.
    public static Path solc() {
        return program("solc (npm)", Path.of("node_modules", "solc"));
    }

    /// The script that compiles Solidity with the npm package `solc`.
    public static Path compileScript() {
        return program("the rig's compile.js", Path.of("compile.js"));
    }

    private static Path program(String name, Path inRig) {
        return find(inRig).orElseGet(() -> missing(name));
    }

    /// @param inRig relative to the rig's folder
    public static Optional<Path> find(Path inRig) {
        return folders()
                .map(folder -> folder.resolve(inRig))
                .filter(Files::exists)
                .findFirst();
    }

    private static Path missing(String name) {
        String sentence = "missing program: " + name + ". Install the rig: wallet-core/testkit/rig/install.sh";
        if (Objects.equals(System.getenv("LIFEBOAT_RIG_REQUIRED"), "1")) {
            return Assertions.fail(sentence);
        }
        return Assumptions.<Path>abort(sentence);
    }

    private static Stream<Path> folders() {
        Stream<Path> told = Stream.of(
                        Optional.ofNullable(System.getProperty("lifeboat.rig")),
                        Optional.ofNullable(System.getenv("LIFEBOAT_RIG")))
                .flatMap(Optional::stream)
                .map(Path::of);
        Stream<Path> above = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve(IN_PROJECT));
        return Stream.concat(told, above);
    }
}
