package org.lifeboat.app.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Starts the program as a user does: `app/target/lifeboat`, as a process of its own.
public final class Launcher {
    private static final long PATIENCE_SECONDS = 600;

    private final Path home;
    private final Map<String, String> environment = new HashMap<>(Map.of("LANG", "C.UTF-8", "DISPLAY", ""));

    /// @param home the profile's folder; handed over with `--home`
    public Launcher(Path home) {
        this.home = home;
    }

    /// The script that `compile` has written.
    public static Path script() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("app/src/main/launcher/lifeboat"))) {
            folder = folder.getParent();
        }
        return folder.resolve("app/target/lifeboat");
    }

    /// What a run came to.
    /// @param out standard output, whole
    /// @param err standard error, whole
    public record Result(int exitCode, String out, String err) {}

    /// Runs one command to its end, without a terminal.
    public Result run(String... arguments) {
        return runWith("", arguments);
    }

    /// As [#run(String...)], with something on standard input.
    public Result runWith(String input, String... arguments) {
        Process process = start(arguments);
        try (var toProgram = process.outputWriter(StandardCharsets.UTF_8)) {
            toProgram.write(input);
        } catch (IOException e) {
            // The program ended without reading; its exit code says why.
        }
        return await(process);
    }

    /// Starts one command and returns at once.
    public Process start(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(script().toString());
        command.addAll(List.of("--home", home.toString()));
        command.addAll(List.of(arguments));
        return start(command);
    }

    /// Ends a command with SIGKILL as soon as it has opened the vault, or lets it end by itself.
    public void killedAtTheVault(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        try (BufferedReader progress = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = progress.readLine(); line != null; line = progress.readLine()) {
                if (line.contains("Opening the vault")) {
                    break;
                }
            }
        }
        process.destroyForcibly();
        process.waitFor();
    }

    /// Waits for a command started before.
    public Result await(Process process) {
        try {
            var out = new StringBuilder();
            var err = new StringBuilder();
            Thread outReader = Thread.startVirtualThread(() -> drain(process.inputReader(StandardCharsets.UTF_8), out));
            Thread errReader = Thread.startVirtualThread(() -> drain(process.errorReader(StandardCharsets.UTF_8), err));
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the program did not end in " + PATIENCE_SECONDS + " s");
            }
            outReader.join();
            errReader.join();
            return new Result(process.exitValue(), out.toString(), err.toString());
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /// Sets or, with an empty value, unsets a variable for the runs to come.
    public Launcher with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    private Process start(List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            environment.forEach((name, value) -> {
                if (value.isEmpty()) {
                    builder.environment().remove(name);
                } else {
                    builder.environment().put(name, value);
                }
            });
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void drain(java.io.BufferedReader reader, StringBuilder into) {
        try {
            char[] buffer = new char[4096];
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                into.append(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
