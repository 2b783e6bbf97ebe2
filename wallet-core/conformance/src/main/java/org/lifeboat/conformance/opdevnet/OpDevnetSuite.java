package org.lifeboat.conformance.opdevnet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.lifeboat.conformance.Report;
import org.lifeboat.conformance.Suite;
import org.lifeboat.rollups.opstack.execution.OpFork;
import org.lifeboat.testkit.opdevnet.DevnetOptions;
import org.lifeboat.testkit.opdevnet.DevnetOptions.Batches;
import org.lifeboat.testkit.opdevnet.DevnetOptions.Contracts;
import org.lifeboat.testkit.opdevnet.DevnetOptions.Data;
import org.lifeboat.testkit.opdevnet.DevnetPrograms;
import org.lifeboat.testkit.opdevnet.OpDevnet;
import org.lifeboat.testkit.vectors.VectorSource;

/// `opdevnet`: stories on a whole OP Stack on loopback. `-Dseed=N` rotates contract generation and batch form,
/// `-Dfilter=` selects stories by a part of their name. Needs no vectors.
public final class OpDevnetSuite implements Suite {
    /// L1 blocks that batches may be late by. Generous: on a busy machine a short window makes the chain drop
    /// blocks.
    private static final String PATIENT_WINDOW = "300";

    private final Settings settings;

    /// @param filter a part of a story's name; empty for all
    public record Settings(long seed, String filter) {
        /// From the system properties `seed` and `filter`.
        public static Settings fromProperties() {
            String seed = System.getProperty("seed", "");
            return new Settings(seed.isBlank() ? 1 : Long.parseLong(seed), System.getProperty("filter", ""));
        }
    }

    public OpDevnetSuite(Settings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "opdevnet";
    }

    @Override
    public String description() {
        return "stories on a whole OP Stack of real programs on this machine (-Dseed=1 -Dfilter=execution)";
    }

    /// One devnet, and what is played on it.
    private record Scene(DevnetOptions options, List<Story> stories) {}

    private List<Scene> scenes() {
        SplittableRandom random = new SplittableRandom(settings.seed());
        Contracts contracts = pick(random, Contracts.values());
        return List.of(
                new Scene(
                        varied(random).contracts(contracts),
                        List.of(
                                new ExecutionStory(contracts, OpFork.JOVIAN),
                                new DerivationStory(),
                                new CommandLineStory())),
                new Scene(
                        varied(random).contracts(Contracts.CURRENT).karstAt(15),
                        List.of(new ExecutionStory(Contracts.CURRENT, OpFork.KARST), new DerivationStory())));
    }

    private static DevnetOptions varied(SplittableRandom random) {
        DevnetOptions options = DevnetOptions.standard()
                .with("seq-window", PATIENT_WINDOW)
                .data(pick(random, Data.values()))
                .batches(pick(random, Batches.values()));
        return random.nextBoolean() ? options.brotli() : options;
    }

    @SafeVarargs
    private static <T> T pick(SplittableRandom random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    @Override
    public void run(VectorSource vectors, Report report) throws IOException {
        switch (DevnetPrograms.search()) {
            case DevnetPrograms.Search.Missing(String sentence) -> {
                if (DevnetPrograms.required()) {
                    report.failed("the devnet's programs", sentence);
                } else {
                    report.skipped(sentence);
                }
            }
            case DevnetPrograms.Search.Found(DevnetPrograms programs) -> {
                if (SandboxStory.NAME.contains(settings.filter())) {
                    report.run(SandboxStory.NAME, () -> new SandboxStory(programs.built(), report).play());
                }
                for (Scene scene : scenes()) {
                    play(scene, programs, report);
                }
            }
        }
    }

    private void play(Scene scene, DevnetPrograms programs, Report report) throws IOException {
        List<Story> chosen = scene.stories().stream()
                .filter(story -> story.name().contains(settings.filter()))
                .toList();
        if (chosen.isEmpty()) {
            return;
        }
        report.note("Seed %d, devnet %s %s"
                .formatted(
                        settings.seed(),
                        scene.options().arguments(),
                        scene.options().environment()));
        try (OpDevnet net = OpDevnet.start(programs, scene.options())) {
            for (Story story : chosen) {
                int failed = report.failedCount();
                long began = System.nanoTime();
                Path folder = Files.createTempDirectory("lifeboat-story");
                Stage stage = new Stage(net, scene.options(), settings.seed(), folder, report);
                report.run(story.name(), () -> {
                    story.play(stage);
                    report.passed();
                });
                long seconds = (System.nanoTime() - began) / 1_000_000_000;
                if (report.failedCount() == failed) {
                    report.note("%s: held, %d s".formatted(story.name(), seconds));
                    delete(folder);
                } else {
                    net.keepFolder();
                    report.note("%s: failed, %d s; logs in %s, the story's files in %s"
                            .formatted(story.name(), seconds, net.folder(), folder));
                }
            }
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
