package org.lifeboat.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.chaincheck.Rollups;
import org.lifeboat.engine.diagnosis.ChainMonitor;
import org.lifeboat.engine.network.NetworkRegistry;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.engine.watch.ChainRounds;
import org.lifeboat.engine.watch.ContestRounds;
import org.lifeboat.engine.watch.ReadyRounds;
import org.lifeboat.engine.watch.Watcher;
import org.lifeboat.ui.notices.DesktopNotices;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lifeboat watch`: looks at everything under way, round by round, without a window and without keys. Says what is
/// new once, also after it was ended and started again.
@Command(name = "watch")
final class WatchCommand extends CliCommand {
    /// One block of L1. By default every other one is looked at: so an alarm is never two blocks late, and no chain is
    /// asked more often than once a block.
    private static final int LEAST_SECONDS = 12;

    @Option(names = "--every", paramLabel = "SECONDS")
    int every = 24;

    @Option(names = "--once")
    boolean once;

    @Option(names = "--calendar", paramLabel = "FILE")
    @Nullable
    Path calendar;

    @Option(names = "--no-notices")
    boolean noNotices;

    /// Of exits and contests: they are numbered together.
    private final Set<PlanStore.Id> blind = new HashSet<>();
    private final ChainMonitor.Memory memory = new ChainMonitor.Memory();
    private boolean begun;
    private boolean waited;

    WatchCommand(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() throws InterruptedException {
        if (every < LEAST_SECONDS) {
            throw shell.stop(ExitCode.USAGE, "cli.watch.too-often", LEAST_SECONDS);
        }
        Profiles profiles = new Profiles(shell);
        if (once) {
            try (Profile profile = profiles.openToLook()) {
                return round(profiles, profile) ? ExitCode.DONE : ExitCode.PARTLY;
            }
        }
        while (true) {
            round(profiles);
            Thread.sleep(Duration.ofSeconds(every));
        }
    }

    /// Open for as long as a round takes: the window can have the profile in between, and then watches by itself.
    private void round(Profiles profiles) throws InterruptedException {
        Optional<Profile> free = profiles.openIfFree();
        if (free.isEmpty()) {
            if (!waited) {
                shell.progress("cli.watch.in-use");
            }
            waited = true;
            return;
        }
        waited = false;
        try (Profile profile = free.get()) {
            round(profiles, profile);
        }
    }

    /// @return whether all could be looked at
    private boolean round(Profiles profiles, Profile profile) throws InterruptedException {
        try (Online online = profiles.online(profile)) {
            ExitDoor door = new ExitDoor(shell, profile, online);
            Watcher watcher = new Watcher(
                    profile.storage(),
                    profile.networks(),
                    online::sources,
                    door.places(),
                    profile.clock(),
                    SendCommand.PATIENCE);
            Rollups windows =
                    new Rollups(NetworkRegistry.bundled(), profile.storage().settings());
            ChainRounds chains = new ChainRounds(
                    memory, profile.storage(), door.places(), windows::window, profile.clock(), SendCommand.PATIENCE);
            ContestRounds contests = new ContestRounds(
                    profile.storage(), profile.networks(), door.places(), profile.clock(), SendCommand.PATIENCE);
            WatchLines lines = new WatchLines(shell, profile.clock(), notices());
            if (!begun) {
                begun = true;
                contests.missed().forEach(missed -> lines.missed(profile, missed));
                watcher.missed().forEach(missed -> lines.missed(profile, missed));
                shell.progress("cli.watch.begun", Duration.ofSeconds(every).toSeconds());
            }
            ChainRounds.Round seen = chains.round();
            seen.news().forEach(lines::news);
            chains.told(seen);
            ReadyRounds ready = new ReadyRounds(
                    profile.storage(), door.places(), windows::window, profile.clock(), SendCommand.PATIENCE);
            ReadyRounds.Round could = ready.round();
            could.news().forEach(lines::news);
            ready.told(could);
            return round(profile, watcher, contests, lines);
        }
    }

    private DesktopNotices notices() {
        return DesktopNotices.of(noNotices ? Map.of() : System.getenv());
    }

    /// Said first and remembered then: better twice than never.
    /// @return whether all could be looked at
    private boolean round(Profile profile, Watcher watcher, ContestRounds contests, WatchLines lines) {
        ContestRounds.Round disputed = contests.round();
        disputed.news().forEach(lines::news);
        disputed.seen().forEach(sight -> {
            if (turned(sight.report().plan().id(), sight.isBlind())) {
                lines.sight(sight);
            }
        });
        Watcher.Round round = watcher.round();
        round.news().forEach(lines::news);
        round.running().forEach(lines::running);
        for (Watcher.Sight sight : round.seen()) {
            if (turned(sight.report().plan().id(), Watcher.blind(sight))) {
                lines.sight(sight);
            }
        }
        Path file = calendar;
        if (file != null) {
            write(
                    file.toAbsolutePath(),
                    lines.calendar(
                            round.seen(),
                            watcher,
                            disputed.seen(),
                            profile.clock().instant()));
        }
        contests.told(disputed);
        watcher.told(round);
        return round.seen().stream().noneMatch(Watcher::blind)
                && disputed.seen().stream().noneMatch(ContestRounds.Sight::isBlind);
    }

    /// Whether it can be looked at again, or cannot any more.
    private boolean turned(PlanStore.Id id, boolean isBlind) {
        return isBlind ? blind.add(id) : blind.remove(id);
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
