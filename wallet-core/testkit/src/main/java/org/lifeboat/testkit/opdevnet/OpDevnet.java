package org.lifeboat.testkit.opdevnet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One running devnet; up after two to eleven seconds. Close it to end all its programs. They also end when
/// this JVM does, however it ends: the supervisor's standard input closes with it.
public final class OpDevnet implements AutoCloseable {
    private static final long END_SECONDS = 40;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Process supervisor;
    private final Path folder;
    private final DevnetFacts facts;
    private boolean keepFolder;

    private OpDevnet(Process supervisor, Path folder) {
        this.supervisor = supervisor;
        this.folder = folder;
        this.facts = DevnetFacts.read(folder.resolve("devnet.json"));
    }

    /// For a test: skipped, or failed, where the programs are missing.
    public static OpDevnet start(DevnetOptions options) {
        return start(DevnetPrograms.orSkip(), options);
    }

    public static OpDevnet start(DevnetPrograms programs, DevnetOptions options) {
        try {
            Path folder = Files.createTempDirectory("lifeboat-op-devnet");
            List<String> command = new ArrayList<>(List.of(
                    "node",
                    programs.scripts().resolve("up.mjs").toString(),
                    "--bin=" + programs.built(),
                    "--work=" + folder,
                    "--anvil=" + programs.anvil(),
                    "--until-eof"));
            command.addAll(options.commandLine());
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(options.environment());
            Process supervisor = builder.start();
            awaitUp(supervisor, folder);
            return new OpDevnet(supervisor, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads up to the line that says it is up, then keeps reading so that the pipe never fills.
    private static void awaitUp(Process supervisor, Path folder) throws IOException {
        BufferedReader output = supervisor.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            if (line.contains("up: ")) {
                Thread.startVirtualThread(() -> drain(output));
                return;
            }
        }
        throw new IllegalStateException("the devnet in " + folder + " did not come up. It said:\n" + said);
    }

    private static void drain(BufferedReader output) {
        try (output) {
            output.transferTo(java.io.Writer.nullWriter());
        } catch (IOException e) {
            return; // The supervisor has ended: nothing is left to read.
        }
    }

    public DevnetFacts facts() {
        return facts;
    }

    /// Holds the programs' logs and data; deleted on close.
    public Path folder() {
        return folder;
    }

    /// Leaves the folder where it is on close, for somebody to look at the logs.
    public void keepFolder() {
        keepFolder = true;
    }

    /// Ends a program; returns when it is gone.
    public void stop(DevnetProgram program) {
        ask("/stop?p=" + program.shownName());
    }

    /// Starts a program again with its old arguments and data.
    public void start(DevnetProgram program) {
        ask("/start?p=" + program.shownName());
    }

    /// The operator is gone: proposer, batcher, and the sequencer's op-node and op-geth.
    public void stopOperator() {
        ask("/stop?p=operator");
    }

    /// A game whose root is wrong.
    /// @param game its address
    /// @param l2Block the block it speaks of
    public record FalseRoot(String game, long l2Block) {}

    /// The attacker claims a false root for the newest block that L1 has the data of. Takes as long as it
    /// takes for there to be one.
    public FalseRoot falseRoot(int gameType) {
        JsonNode made = ask("/false-root?type=" + gameType);
        return new FalseRoot(made.get("game").stringValue(), made.get("l2Block").longValue());
    }

    /// The attacker speaks against the root of a game, true or not.
    public void attack(String game) {
        ask("/attack?game=" + game);
    }

    /// Ends a contest that was attacked and not answered; returns when its clock is over and the root is
    /// lost.
    public void settleAttacked(String game) {
        ask("/settle?game=" + game);
    }

    /// No L1 block is made until [#resumeL1].
    public void pauseL1() {
        ask("/l1?do=pause");
    }

    public void resumeL1() {
        ask("/l1?do=resume");
    }

    /// Makes L1 blocks at once; L1's time stays ahead by as much. Sound only while no sequencer runs, which
    /// goes by the clock on the wall.
    /// @param blocks how many
    /// @param seconds from each to the next
    public void jumpL1(int blocks, int seconds) {
        ask("/l1?do=jump&n=%d&dt=%d".formatted(blocks, seconds));
    }

    public boolean isRunning(DevnetProgram program) {
        return ask("/status")
                .at("/processes/%s/alive".formatted(program.shownName()))
                .asBoolean(false);
    }

    private JsonNode ask(String command) {
        try {
            HttpResponse<String> answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create(facts.control() + command))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(command + ": " + answer.body());
            }
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// Ends every program and waits until they are gone.
    @Override
    public void close() {
        List<ProcessHandle> programs = supervisor.descendants().toList();
        try {
            supervisor.outputWriter().close();
            if (!supervisor.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                programs.forEach(ProcessHandle::destroyForcibly);
                supervisor.destroyForcibly().waitFor();
            }
            if (!keepFolder) {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            supervisor.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
