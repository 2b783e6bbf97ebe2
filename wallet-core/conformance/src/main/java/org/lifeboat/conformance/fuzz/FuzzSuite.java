package org.lifeboat.conformance.fuzz;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.lifeboat.conformance.Report;
import org.lifeboat.conformance.Suite;
import org.lifeboat.conformance.evm.StateOutcome;
import org.lifeboat.conformance.evm.StateTests;
import org.lifeboat.testkit.vectors.VectorSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `fuzz`: generated cases, run here and by go-ethereum's `evm`; state root (and with it all gas paid for)
/// and logs must be the same. `-Dcases=N -Dseed=N` choose how many and which, `-Dforks=` as in suite `evm`,
/// `-Devm=PATH` names the other program (else the variable `LIFEBOAT_EVM`, else `evm` on the path). Needs no
/// vectors.
public final class FuzzSuite implements Suite {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int BATCH = 250;

    private final Settings settings;

    /// @param evm where the other program is, if it is anywhere
    /// @param cases how many
    /// @param seed of the first case; the others count up from it
    public record Settings(Optional<Path> evm, int cases, long seed, List<String> forks) {
        public Settings {
            forks = List.copyOf(forks);
        }

        /// From the system properties `evm`, `cases`, `seed` and `forks`.
        public static Settings fromProperties() {
            return new Settings(
                    program(System.getProperty("evm", "")),
                    number("cases", 3000).intValue(),
                    number("seed", 1),
                    Arrays.stream(System.getProperty("forks", "").split(","))
                            .filter(name -> !name.isBlank())
                            .toList());
        }

        private static Long number(String property, long otherwise) {
            String text = System.getProperty(property, "");
            return text.isBlank() ? otherwise : Long.parseLong(text);
        }

        private static Optional<Path> program(String named) {
            String variable = Objects.requireNonNullElse(System.getenv("LIFEBOAT_EVM"), "");
            if (!named.isBlank() || !variable.isBlank()) {
                return Optional.of(Path.of(named.isBlank() ? variable : named));
            }
            return Arrays.stream(Objects.requireNonNullElse(System.getenv("PATH"), "")
                            .split(File.pathSeparator))
                    .map(folder -> Path.of(folder, "evm"))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }

    public FuzzSuite(Settings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "fuzz";
    }

    @Override
    public String description() {
        return "generated state tests against go-ethereum's evm (-Dcases=3000 -Dseed=1 -Devm=PATH -Dforks=Osaka)";
    }

    @Override
    public void run(VectorSource vectors, Report report) throws IOException {
        if (settings.evm().isEmpty()) {
            report.note("There is no evm to compare with: install go-ethereum's cmd/evm, and name it with -Devm=PATH.");
            return;
        }
        Path folder = Files.createTempDirectory("lifeboat-fuzz");
        report.note("Other program: " + settings.evm().get() + "; first seed " + settings.seed()
                + "; what differs is kept in " + folder);
        Map<String, Integer> kinds = new TreeMap<>();
        Deque<Future<Batch>> pending = new ArrayDeque<>();
        try (Lanes lanes = new Lanes(settings.evm().get());
                ExecutorService workers =
                        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (int from = 0; from < settings.cases(); from += BATCH) {
                long first = settings.seed() + from;
                int size = Math.min(BATCH, settings.cases() - from);
                pending.add(workers.submit(() -> batch(first, size, folder, lanes)));
            }
            while (!pending.isEmpty()) {
                finish(pending.remove(), kinds, report);
            }
        }
        kinds.forEach((kind, count) -> report.note(count + " " + kind));
    }

    /// @param differences by case; the empty text where there is none
    private record Batch(Map<String, String> differences, Map<String, Integer> kinds) {}

    private Batch batch(long first, int size, Path folder, Lanes lanes) throws IOException {
        StateTests ours = new StateTests();
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        Map<String, Integer> kinds = new TreeMap<>();
        Map<String, String> found = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            Case one = Case.of(first + i, settings.forks());
            try {
                StateOutcome outcome = ours.outcome(one.test(), one.fork(), one.signed());
                kinds.merge(outcome.kind(), 1, Integer::sum);
                file.set(one.name(), one.expecting(outcome.root(), outcome.logs()));
            } catch (RuntimeException e) { // a fault of ours is what is looked for
                found.put(one.name(), "ours threw " + e);
                file.set(one.name(), one.expecting("", ""));
            }
        }
        Path written = folder.resolve("batch-" + first + ".json");
        Files.writeString(written, JSON.writeValueAsString(file), StandardCharsets.UTF_8);
        lanes.run(written).forEach(found::putIfAbsent);
        List<String> different = found.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        for (String name : different) {
            ObjectNode alone = JsonNodeFactory.instance.objectNode();
            alone.set(name, file.get(name));
            Path kept = folder.resolve(name + ".json");
            Files.writeString(kept, JSON.writeValueAsString(alone), StandardCharsets.UTF_8);
            String step = FirstStep.difference(settings.evm().orElseThrow(), kept, file.get(name));
            found.merge(name, "; " + step, String::concat);
        }
        Files.delete(written);
        return new Batch(found, kinds);
    }

    private static void finish(Future<Batch> future, Map<String, Integer> kinds, Report report) throws IOException {
        try {
            Batch batch = future.get();
            batch.kinds().forEach((kind, count) -> kinds.merge(kind, count, Integer::sum));
            batch.differences().forEach((name, difference) -> {
                if (difference.isEmpty()) {
                    report.passed();
                } else {
                    report.failed(name, difference);
                }
            });
        } catch (ExecutionException e) {
            throw new IOException("a batch could not be run: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /// One copy of the other program a worker.
    private static final class Lanes implements AutoCloseable {
        private final Path program;
        private final List<Reference> started = new ArrayList<>();
        private final Deque<Reference> idle = new ArrayDeque<>();

        Lanes(Path program) {
            this.program = program;
        }

        Map<String, String> run(Path file) throws IOException {
            Reference reference = take();
            Map<String, String> found = reference.run(file);
            give(reference);
            return found;
        }

        private synchronized Reference take() throws IOException {
            if (!idle.isEmpty()) {
                return idle.pop();
            }
            Reference fresh = Reference.start(program);
            started.add(fresh);
            return fresh;
        }

        private synchronized void give(Reference reference) {
            idle.push(reference);
        }

        @Override
        public synchronized void close() throws IOException {
            for (Reference reference : started) {
                reference.close();
            }
        }
    }
}
