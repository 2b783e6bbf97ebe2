package org.lifeboat.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.engine.watch.Watcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lifeboat watch`: looks at everything under way, round by round, without a window and without keys. Says what is
/// new once, also after it was ended and started again.
@Command(name = "watch")
final class WatchCommand extends CliCommand {
    /// One block of L1.
    private static final int LEAST_SECONDS = 12;

    @Option(names = "--every", paramLabel = "SECONDS")
    int every = 60;

    @Option(names = "--once")
    boolean once;

    @Option(names = "--calendar", paramLabel = "FILE")
    @Nullable
    Path calendar;

    private final Set<PlanStore.Id> blind = new HashSet<>();

    WatchCommand(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() throws InterruptedException {
        if (every < LEAST_SECONDS) {
            throw shell.stop(ExitCode.USAGE, "cli.watch.too-often", LEAST_SECONDS);
        }
        Profiles profiles = new Profiles(shell);
        try (Profile profile = profiles.open();
                Online online = profiles.online(profile)) {
            Watcher watcher = new Watcher(
                    profile.storage(),
                    profile.networks(),
                    online::sources,
                    new ExitDoor(shell, profile, online).places(),
                    profile.clock(),
                    SendCommand.PATIENCE);
            WatchLines lines = new WatchLines(shell, Clock.system(ZoneId.systemDefault()));
            watcher.missed().forEach(missed -> lines.missed(profile, missed));
            shell.progress("cli.watch.begun", Duration.ofSeconds(every).toSeconds());
            Watcher.Round round = round(profile, watcher, lines);
            while (!once) {
                Thread.sleep(Duration.ofSeconds(every));
                round = round(profile, watcher, lines);
            }
            return round.seen().stream().anyMatch(Watcher::blind) ? ExitCode.PARTLY : ExitCode.DONE;
        }
    }

    /// Said first and remembered then: better twice than never.
    private Watcher.Round round(Profile profile, Watcher watcher, WatchLines lines) {
        Watcher.Round round = watcher.round();
        round.news().forEach(lines::news);
        round.running().forEach(lines::running);
        for (Watcher.Sight sight : round.seen()) {
            PlanStore.Id id = sight.report().plan().id();
            if (Watcher.blind(sight) ? blind.add(id) : blind.remove(id)) {
                lines.sight(sight);
            }
        }
        Path file = calendar;
        if (file != null) {
            write(
                    file.toAbsolutePath(),
                    lines.calendar(round.seen(), profile.clock().instant()));
        }
        watcher.told(round);
        return round;
    }

    /// Whole or not at all: a calendar program may read it at any time.
    private void write(Path file, String content) {
        try {
            Path beside = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(beside, content);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException cannot) {
            throw shell.stop(ExitCode.MACHINE, "cli.file.unwritable", file);
        }
    }
}
