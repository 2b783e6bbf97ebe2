package org.lifeboat.conformance.window;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.lifeboat.conformance.Bench;
import org.lifeboat.testkit.anvil.AnvilNode;
import org.lifeboat.testkit.vectors.VectorSource;

/// Start, memory, a long list and a refresh, each in fresh processes with the program's own settings of the
/// machine.
public final class WindowBench implements Bench {
    private static final int STARTS = 6;
    private static final int ROWS = 100_000;

    /// For one process, which is ended then: a table that is never finished tells nobody anything.
    private static final long PATIENCE_MINUTES = 5;

    /// As the launcher starts the program: `app/pom.xml`, `lifeboat.jvm`.
    private static final List<String> JVM = List.of(
            "-Xms64m",
            "-Xmx512m",
            "-XX:MaxNewSize=48m",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=30",
            "-XX:-ShrinkHeapInSteps",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED");

    @Override
    public String name() {
        return "window";
    }

    @Override
    public String description() {
        return "Window: start, memory, a long activity list, frames during a refresh";
    }

    @Override
    public void run(VectorSource vectors, PrintStream out) throws IOException {
        try (AnvilNode node = AnvilNode.l1(1);
                ChainMirror mirror = ChainMirror.inFrontOf(node)) {
            node.mine(3);
            Path folder = Files.createTempDirectory("window-bench");
            Path twelve = folder.resolve("twelve");
            Path twenty = folder.resolve("twenty");
            BenchProfile.make(twelve, 12, 0, mirror::url);
            BenchProfile.make(twenty, 20, ROWS, mirror::url);
            row(out, WindowProbe.hasDisplay() ? "a real window" : "on the Headless platform", "aim", "measured");
            row(out, "----", "---", "--------");
            start(out, Started.fromFolders(), twelve);
            Said memory = probe("memory", twenty);
            row(out, "memory (RSS) with 20 networks, after unlock", "300 MiB", memory.get("rss") + " MiB");
            row(out, "  the most it ever was", "", memory.get("peak") + " MiB");
            row(out, "  networks read", "", memory.get("read"));
            Said list = probe("activity", twenty);
            row(out, "100,000 rows, first opening", "200 ms", list.get("first") + " ms");
            row(out, "  middle of ten openings", "", list.get("middle") + " ms");
            row(out, "  of it the screen's thread, first / middle", "", list.get("busy") + " ms of processor time");
            row(out, "  scrolled through, rows", "", list.get("rows"));
            row(out, "  frame while scrolling, middle / longest", "", list.get("frame") + " / " + list.get("longest"));
            Said refresh = probe("refresh", twelve);
            row(out, "longest frame in ten refreshes of 12 networks", "100 ms", refresh.get("longest") + " ms");
            row(out, "  of it the screen's thread", "100 ms", refresh.get("busiest") + " ms of processor time");
            row(out, "  unlocking and the first refresh", "", refresh.get("first") + " ms");
            row(out, "  of it the screen's thread", "", refresh.get("firstWorked") + " ms of processor time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// What a process printed.
    private record Said(Map<String, String> lines) {
        String get(String name) {
            return lines.getOrDefault(name, "0");
        }
    }

    /// The first start fills the machine's file cache and does not count.
    static void start(PrintStream out, Started way, Path profile) throws IOException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        List<Double> worked = new ArrayList<>();
        for (int i = 0; i <= STARTS; i++) {
            Said said = probe("start", way, profile);
            if (i > 0) {
                seconds.add(Double.parseDouble(said.get("wall")));
                worked.add(Double.parseDouble(said.get("worked")));
            }
        }
        seconds.sort(Double::compare);
        worked.sort(Double::compare);
        row(
                out,
                "start to a usable unlock window, " + way.name(),
                "2.0 s",
                "%.2f s (best %.2f, worst %.2f)"
                        .formatted(seconds.get(STARTS / 2), seconds.getFirst(), seconds.getLast()));
        row(
                out,
                "  of it processor time, all threads together",
                "",
                "%.2f s (best %.2f, worst %.2f)"
                        .formatted(worked.get(STARTS / 2), worked.getFirst(), worked.getLast()));
    }

    static void row(PrintStream out, String what, String aim, String measured) {
        out.printf("| %-46s | %8s | %-34s |%n", what, aim, measured);
    }

    /// Starts a process that does `task` and prints lines of a name and a value.
    /// @return its lines, and `wall`: seconds from before its start to its first line
    private static Said probe(String task, Path profile) throws IOException, InterruptedException {
        return probe(task, Started.fromFolders(), profile);
    }

    private static Said probe(String task, Started way, Path profile) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(way.options());
        command.addAll(List.of("-classpath", way.classPath(), WindowProbe.class.getName(), task, profile.toString()));
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Thread.ofVirtual().start(() -> endLate(process));
        Map<String, String> said = new TreeMap<>();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.putIfAbsent("wall", "%.3f".formatted((System.nanoTime() - began) / 1e9));
                int blank = line.indexOf(' ');
                if (blank > 0) {
                    said.put(line.substring(0, blank), line.substring(blank + 1));
                }
            }
        } catch (UncheckedIOException cut) {
            throw cut.getCause();
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the window did not do: " + task);
        }
        return new Said(said);
    }

    private static void endLate(Process process) {
        try {
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
