package org.lifeboat.conformance.opdevnet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The wallet's command line on one profile, each command a process of its own, as a user starts it. A command
/// can be killed in its middle; the next one finds what it left.
public final class WalletProcess {
    /// The words that the devnet's accounts stand under; everybody knows them.
    public static final String WORDS = "test test test test test test test test test test test junk";

    private static final long PATIENCE_SECONDS = 180;

    private final Path folder;
    private final Path password;
    private int commands;

    /// @param folder empty; keeps the profile
    public WalletProcess(Path folder) throws IOException {
        this.folder = folder;
        this.password = secret("password", "correct horse");
    }

    /// What a command came to.
    /// @param out standard output, whole
    /// @param err standard error, whole
    public record Result(int exitCode, String out, String err) {
        /// The `result` of a command that was run with `--json`.
        /// @throws IllegalStateException if it failed
        public JsonNode json() {
            requireDone();
            return JsonMapper.shared().readTree(out).get("result");
        }

        public Result requireDone() {
            if (exitCode != 0) {
                throw new IllegalStateException("the wallet ended with " + exitCode + ": " + out + err);
            }
            return this;
        }
    }

    /// A new profile with the devnet's words.
    public void restore() throws IOException, InterruptedException {
        run("restore", "--words-file", secret("words", WORDS).toString(), "--password-file", password.toString())
                .requireDone();
    }

    /// Runs a command that needs no password to its end.
    public Result run(String... arguments) throws IOException, InterruptedException {
        return await(start(arguments));
    }

    /// Runs a command that signs, and says yes to everything.
    public Result sign(String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--yes", "--accept-danger", "--password-file", password.toString()));
        return run(all.toArray(String[]::new));
    }

    /// The file with the password, for commands that take neither yes nor danger.
    public String passwordFile() {
        return password.toString();
    }

    /// Runs a command and kills it (SIGKILL) after so many milliseconds, if it has not ended by then.
    /// @return whether it was killed
    public boolean runAndKill(long afterMillis, String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        if (process.waitFor(afterMillis, TimeUnit.MILLISECONDS)) {
            return false;
        }
        process.destroyForcibly().waitFor();
        return true;
    }

    /// Starts a command and returns at once; for those that go on until they are ended.
    public Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-classpath",
                System.getProperty("java.class.path"),
                "org.lifeboat.app.Main",
                "--home",
                folder.resolve("profile").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().remove("DISPLAY");
        // Into files: a command that is killed leaves no reader behind.
        commands++;
        Process process = builder.redirectOutput(said("out").toFile())
                .redirectError(said("err").toFile())
                .start();
        process.getOutputStream().close();
        return process;
    }

    /// What the newest command printed.
    private Path said(String where) {
        return folder.resolve("%03d.%s".formatted(commands, where));
    }

    /// The newest command's result, when it has ended.
    private Result await(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("the wallet did not end in " + PATIENCE_SECONDS + " s");
        }
        return new Result(
                process.exitValue(),
                Files.readString(said("out"), StandardCharsets.UTF_8),
                Files.readString(said("err"), StandardCharsets.UTF_8));
    }

    private Path secret(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, content + "\n");
    }
}
