package org.lifeboat.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.lifeboat.app.log.ProgramLog;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.app.wiring.ProfileWait;
import org.lifeboat.app.wiring.Routes;
import org.lifeboat.store.ProfileLock;

/// Opens the profile that a command works on, and says in words why it cannot be opened.
final class Profiles {
    private final Shell shell;
    private boolean told;

    Profiles(Shell shell) {
        this.shell = shell;
    }

    /// The caller closes it.
    Profile open() {
        return open(shell.home());
    }

    /// As [#open(Path)] for one that a sandbox is about to run for.
    Profile openForWorld(Path home) {
        told = true;
        return open(home);
    }

    /// As [#openToLook]; empty while another process has it open.
    Optional<Profile> openIfFree() {
        Profile.Opened opened = Profile.open(shell.home(), ProfileLock.Stay.ROUND);
        return opened instanceof Profile.Opened.InUse ? Optional.empty() : Optional.of(ready(shell.home(), opened));
    }

    /// As [#open()] for a folder that the command names itself.
    Profile open(Path home) {
        return open(home, ProfileLock.Stay.OPEN, new WatcherLine(shell));
    }

    /// As [#open()], to look once at what is under way.
    Profile openToLook() {
        return open(shell.home(), ProfileLock.Stay.ROUND, new WatcherLine(shell));
    }

    /// As [#open()].
    /// @param waiting is told where a watcher's round has to end first
    Profile open(ProfileWait.Shown waiting) {
        return open(shell.home(), ProfileLock.Stay.OPEN, waiting);
    }

    private Profile open(Path home, ProfileLock.Stay stay, ProfileWait.Shown waiting) {
        return ready(home, ProfileWait.open(home, stay, waiting));
    }

    private Profile ready(Path home, Profile.Opened opened) {
        Profile profile = switch (opened) {
            case Profile.Opened.Ready(Profile ready) -> ready;
            case Profile.Opened.InUse(Optional<ProfileLock.Holder> holder) ->
                throw shell.stop(
                        ExitCode.IN_USE,
                        "cli.profile.in-use",
                        home,
                        holder.map(one -> String.valueOf(one.processId())).orElse("?"));
            case Profile.Opened.Damaged(Path file, String detail) ->
                throw shell.stop(ExitCode.DAMAGED, "cli.profile.damaged", file, detail);
            case Profile.Opened.UpdateNeeded _ -> throw shell.stop(ExitCode.REFUSED, "cli.profile.update-needed", home);
        };
        if (Files.isDirectory(home)) {
            ProgramLog.writeTo(home);
        }
        if (!told && profile.worldStands()) {
            told = true;
            shell.progress("cli.sandbox.closed");
        }
        return profile;
    }

    /// The way to the networks for `profile`. The caller closes it, before the profile.
    Online online(Profile profile) {
        return new Online(profile, Routes.of(profile.storage().settings()), _ -> {});
    }
}
