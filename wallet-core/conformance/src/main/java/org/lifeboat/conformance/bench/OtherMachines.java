package org.lifeboat.conformance.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The ray tracer on other implementations, in the same minute: go-ethereum's `evm` and revm's `revme`, where
/// they are installed (`-Devm=PATH -Drevme=PATH`, else on the path). They tell elapsed time, so only a quiet
/// machine compares well; the best of a few runs is taken of each.
final class OtherMachines {
    private static final int RUNS = 3;

    /// go-ethereum: `execution time:  104.384537ms`
    private static final Pattern GETH = Pattern.compile("execution time:\\s+([0-9.]+)(ms|s)\\b");

    /// Criterion's lowest, middle and highest estimate: `snailtracer  time:   [42.1 ms 43.0 ms 44.2 ms]`
    private static final Pattern REVM = Pattern.compile("^snailtracer\\s+time:\\s+\\[([0-9.]+) (ms|s) ");

    private OtherMachines() {}

    /// Prints one row an implementation.
    /// @param ours milliseconds
    static void compare(PrintStream out, double ours, String code) throws IOException {
        Path file = Files.createTempFile("snailtracer", ".hex");
        Files.writeString(file, code, StandardCharsets.US_ASCII);
        row(
                out,
                "geth",
                ours,
                program("evm"),
                GETH,
                List.of("run", "--bench", "--codefile", file.toString(), "--input", "30627b7c"));
        row(out, "revm", ours, program("revme"), REVM, List.of("bench", "snailtracer"));
        Files.delete(file);
    }

    private static void row(
            PrintStream out, String name, double ours, Optional<Path> program, Pattern time, List<String> arguments)
            throws IOException {
        if (program.isEmpty()) {
            out.println("snailtracer ours/" + name + ": not measured, it is not installed");
            return;
        }
        OptionalDouble best = OptionalDouble.empty();
        for (int run = 0; run < RUNS; run++) {
            OptionalDouble one = milliseconds(program.get(), time, arguments);
            if (one.isPresent() && (best.isEmpty() || one.getAsDouble() < best.getAsDouble())) {
                best = one;
            }
        }
        if (best.isEmpty()) {
            out.println("snailtracer ours/" + name + ": " + program.get() + " said nothing that could be read");
            return;
        }
        out.printf(
                "snailtracer ours/%s %.2f (%,.1f ms and %,.1f ms)%n",
                name, ours / best.getAsDouble(), ours, best.getAsDouble());
    }

    private static OptionalDouble milliseconds(Path program, Pattern time, List<String> arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(program.toString()).redirectErrorStream(true);
        builder.command().addAll(arguments);
        Process process = builder.start();
        process.getOutputStream().close();
        OptionalDouble found = OptionalDouble.empty();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher matcher = time.matcher(line);
                if (found.isEmpty() && matcher.find()) {
                    double number = Double.parseDouble(matcher.group(1));
                    found = OptionalDouble.of(matcher.group(2).equals("s") ? number * 1000 : number);
                }
            }
        }
        return found;
    }

    private static Optional<Path> program(String name) {
        String named = System.getProperty(name, "");
        if (!named.isBlank()) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        return Arrays.stream(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
