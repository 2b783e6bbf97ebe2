package org.lifeboat.testkit.opdevnet;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.lifeboat.testkit.anvil.Rig;

/// Where the devnet's parts are.
/// @param built the folder that `build.sh` filled
/// @param scripts the folder with `up.mjs`
/// @param anvil the L1 for devnets without blobs
public record DevnetPrograms(Path built, Path scripts, Path anvil) {
    private static final String HOW = "Build them: wallet-core/testkit/rig/op-devnet/build.sh";

    /// What was looked for.
    public sealed interface Search {
        record Found(DevnetPrograms programs) implements Search {}

        /// @param sentence which program is missing, and what to do
        record Missing(String sentence) implements Search {}
    }

    /// Looks in the folder that the variable `LIFEBOAT_OP_DEVNET` names, else in `lifeboat-op-devnet` beside
    /// Go's other programs.
    public static Search search() {
        Path built = folder();
        if (!onPath("node")) {
            return new Search.Missing("missing program: node, which starts the devnet.");
        }
        if (!Files.exists(built.resolve(".built"))) {
            List<String> tools =
                    Stream.of("go", "npm").filter(tool -> !onPath(tool)).toList();
            return new Search.Missing("missing programs: a whole OP Stack, looked for in " + built
                    + (tools.isEmpty() ? ". " : " (and to build it: " + String.join(", ", tools) + "). ") + HOW);
        }
        Optional<Path> anvil = Rig.find(Rig.ANVIL);
        Optional<Path> start = Rig.find(Path.of("op-devnet"));
        return anvil.isEmpty() || start.isEmpty()
                ? new Search.Missing("missing program: anvil. Install the rig: wallet-core/testkit/rig/install.sh")
                : new Search.Found(new DevnetPrograms(built, start.get(), anvil.get()));
    }

    /// For a test: the programs, or the test is skipped, or fails where they are required.
    public static DevnetPrograms orSkip() {
        return switch (search()) {
            case Search.Found(DevnetPrograms programs) -> programs;
            case Search.Missing(String sentence) ->
                required() ? Assertions.fail(sentence) : Assumptions.abort(sentence);
        };
    }

    /// Whether a missing program is a failure: the variable `LIFEBOAT_OP_DEVNET_REQUIRED` is 1.
    public static boolean required() {
        return Objects.equals(System.getenv("LIFEBOAT_OP_DEVNET_REQUIRED"), "1");
    }

    private static Path folder() {
        return variable("LIFEBOAT_OP_DEVNET")
                .map(Path::of)
                .orElseGet(() -> variable("GOPATH")
                        .map(Path::of)
                        .orElse(Path.of(System.getProperty("user.home"), "go"))
                        .resolve("lifeboat-op-devnet"));
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    private static boolean onPath(String program) {
        return Arrays.stream(variable("PATH").orElse("").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
