package org.lifeboat.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.Version;
import org.lifeboat.app.display.Display;
import org.lifeboat.app.display.DisplayProbe;
import org.lifeboat.app.display.SystemLibraries;
import org.lifeboat.app.tour.Pages;
import org.lifeboat.app.wiring.Profile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lifeboat tour`, and `lifeboat` alone: the only two that start JavaFX.
@Command(name = "tour")
final class TourCommand extends CliCommand {
    @Option(names = "--pictures", paramLabel = "DIR")
    @Nullable
    Path pictures;

    @Option(names = "--l1", paramLabel = "URL")
    @Nullable
    String l1;

    @Option(names = "--l2", paramLabel = "URL")
    @Nullable
    String l2;

    TourCommand(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() throws IOException {
        shell.say("cli.first-line", Version.TEXT);
        return switch (probe()) {
            case Display.Nothing(List<String> packages) -> nothing(packages);
            case Display.Window _, Display.PicturesOnly _ -> play();
        };
    }

    /// `lifeboat` without a command: the window, or the tour where none can be opened.
    ExitCode start() throws IOException, InterruptedException {
        shell.say("cli.first-line", Version.TEXT);
        return switch (probe()) {
            case Display.Nothing(List<String> packages) -> nothing(packages);
            case Display.PicturesOnly(Display.Reason reason) -> {
                shell.say("cli.no-window." + reason);
                yield play();
            }
            case Display.Window _ -> {
                shell.say("cli.window");
                Pages pages = pages();
                try (Profile profile = new Profiles(shell).open(pages.doorstep(() -> new WatcherLine(shell).begin()))) {
                    pages.window(profile);
                }
                yield ExitCode.DONE;
            }
        };
    }

    private ExitCode play() throws IOException {
        // A program started from its build folder names that one: pictures must not lie among the sources.
        Path directory =
                pictures != null ? pictures : Path.of(System.getProperty("lifeboat.pictures", "lifeboat-tour"));
        Path folder = directory.toAbsolutePath().normalize();
        Consumer<String> progress = shell.terminal().out()::println;
        String source = l1;
        List<Path> saved = source == null
                ? pages().tour(folder, progress)
                : pages().tour(folder, source, Optional.ofNullable(l2), progress);
        for (Path picture : saved) {
            shell.say("cli.tour.picture", picture);
        }
        shell.say("cli.tour.end", saved.size());
        return ExitCode.DONE;
    }

    private ExitCode nothing(List<String> packages) {
        shell.progress("cli.no-pictures", String.join(" ", packages));
        return ExitCode.MACHINE;
    }

    private Pages pages() {
        return new Pages(shell.words().language());
    }

    private Display probe() {
        return new DisplayProbe(shell.environment(), System.getProperty("os.name"), new SystemLibraries()).look();
    }
}
