package org.lifeboat.conformance;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lifeboat.testkit.vectors.BundledVectors;
import org.lifeboat.testkit.vectors.VectorFolder;
import org.lifeboat.testkit.vectors.VectorSource;
import org.opentest4j.TestAbortedException;

/// `suite NAME [DIR]` runs official vectors, `bench NAME [DIR]` prints figures. Empty arguments count as
/// missing.
public final class Main {
    /// Where the vectors lie beside a working copy, relative to the directory the command was given in.
    private static final Path DEFAULT_VECTORS = Path.of("..", "shared", "vectors");

    private static final int SUCCESS = 0;
    private static final int FAILURE = 1;
    private static final int USAGE = 2;

    private final PrintStream out;

    Main(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(new Main(System.out).run(List.of(arguments)));
    }

    /// @return the exit code: 0 if all was well, 1 if a case failed or none ran, 2 if the arguments make no
    /// sense
    int run(List<String> arguments) {
        String kind = argument(arguments, 0).orElse("");
        String name = argument(arguments, 1).orElse("");
        Optional<Path> folder = argument(arguments, 2).map(Path::of);
        try {
            return switch (kind) {
                case "suite" -> suite(name, folder);
                case "bench" -> bench(name, folder);
                default -> unknown("Say suite or bench.");
            };
        } catch (IOException e) {
            out.println("Could not read the vectors: " + e);
            return FAILURE;
        }
    }

    private int suite(String name, Optional<Path> folder) throws IOException {
        Optional<Suite> found =
                Suites.suites().stream().filter(s -> s.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            return unknown(name.isEmpty() ? "No suite named: give -Dsuite=NAME." : "There is no suite " + name + ".");
        }
        Optional<VectorSource> vectors = vectors(folder);
        if (vectors.isEmpty()) {
            return FAILURE;
        }
        Report report = new Report(out);
        found.get().run(vectors.get(), report);
        boolean ranNothing = report.passedCount() + report.failedCount() == 0;
        if (ranNothing) {
            out.println("No case ran: nothing in this folder is of a format that suite " + name + " knows.");
        }
        report.finish();
        return ranNothing || report.failedCount() > 0 ? FAILURE : SUCCESS;
    }

    private int bench(String name, Optional<Path> folder) throws IOException {
        Optional<Bench> found =
                Suites.benches().stream().filter(b -> b.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            return unknown(name.isEmpty() ? "No bench named: give -Dbench=NAME." : "There is no bench " + name + ".");
        }
        Optional<VectorSource> vectors = vectors(folder);
        if (vectors.isEmpty()) {
            return FAILURE;
        }
        try {
            found.get().run(vectors.get(), out);
        } catch (TestAbortedException missing) { // an outside program, as the tests call it
            out.println(missing.getMessage());
            return FAILURE;
        }
        return SUCCESS;
    }

    private Optional<VectorSource> vectors(Optional<Path> folder) {
        Path path = folder.orElse(DEFAULT_VECTORS);
        VectorSource vectors;
        if (Files.isDirectory(path)) {
            vectors = new VectorFolder(path);
        } else if (folder.isPresent()) {
            out.println("There is no folder " + path + ".");
            return Optional.empty();
        } else {
            out.println("There is no folder " + DEFAULT_VECTORS + ", so only a small set is run.");
            vectors = new BundledVectors(Main.class, "/own-vectors");
        }
        out.println("Vectors: " + vectors.description());
        return Optional.of(vectors);
    }

    private int unknown(String problem) {
        out.println(problem);
        out.println("Suites (mvn -q -Pconformance verify -Dsuite=NAME [-Dvectors=DIR]):");
        Suites.suites().forEach(s -> out.println("  " + s.name() + " - " + s.description()));
        out.println("Benches (mvn -q -Pbench verify -Dbench=NAME [-Dvectors=DIR]):");
        Suites.benches().forEach(b -> out.println("  " + b.name() + " - " + b.description()));
        return USAGE;
    }

    private static Optional<String> argument(List<String> arguments, int index) {
        return index < arguments.size() && !arguments.get(index).isBlank()
                ? Optional.of(arguments.get(index))
                : Optional.empty();
    }
}
