package org.lifeboat.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.app.wiring.Profile;

/// A watcher and whoever else works on the same profile do not shut each other out.
class WatchLockTest {
    private static final int MOST_TRIES = 20;

    @TempDir
    Path home;

    @Test
    void betweenItsRounds_theProfileIsFree() throws Exception {
        Launcher lifeboat = new Launcher(home);
        Process watcher = lifeboat.start("watch", "--every", "3600", "--no-notices");
        try {
            assertThat(saidFirst(watcher)).contains("Watching");
            int code = lifeboat.run("accounts", "list").exitCode();
            for (int tries = 0; code != 0 && tries < MOST_TRIES; tries++) {
                code = lifeboat.run("accounts", "list").exitCode();
            }
            assertThat(code).isZero();
            assertThat(watcher.isAlive()).isTrue();
        } finally {
            watcher.destroyForcibly();
        }
    }

    @Test
    void whileTheProfileIsOpen_itSaysSo_andWaits() throws Exception {
        try (Profile open = Profile.fresh(home)) {
            Process watcher = new Launcher(open.folder()).start("watch", "--every", "3600", "--no-notices");
            try {
                assertThat(saidFirst(watcher)).contains("has this profile open");
                assertThat(watcher.isAlive()).isTrue();
            } finally {
                watcher.destroyForcibly();
            }
        }
    }

    private static String saidFirst(Process watcher) throws IOException {
        BufferedReader progress = watcher.errorReader(StandardCharsets.UTF_8);
        return String.valueOf(progress.readLine());
    }
}
