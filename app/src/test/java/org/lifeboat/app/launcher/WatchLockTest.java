package org.lifeboat.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.primitives.ChainId;

/// A watcher and whoever else works on the same profile do not shut each other out.
class WatchLockTest {
    @TempDir
    Path home;

    @Test
    void betweenItsRounds_theProfileIsFree() throws Exception {
        Launcher lifeboat = new Launcher(home);
        Process watcher = lifeboat.start("watch", "--every", "3600", "--no-notices");
        try {
            assertThat(said(watcher)).contains("Watching");
            assertThat(lifeboat.run("accounts", "list").exitCode()).isZero();
            assertThat(watcher.isAlive()).isTrue();
        } finally {
            watcher.destroyForcibly();
        }
    }

    @Test
    void duringARound_aCommandWaits_andGoesOnByItself() throws Exception {
        try (SilentServer server = new SilentServer()) {
            try (Profile profile = Profile.fresh(home)) {
                for (long chain : List.of(1L, 10L)) {
                    profile.networks().confirmEndpoint(new ChainId(chain), server.url(), false, Instant.EPOCH);
                }
            }
            Launcher lifeboat = new Launcher(home);
            Process watcher = lifeboat.start("watch", "--every", "3600", "--no-notices");
            try {
                assertThat(said(watcher)).contains("Watching");
                server.awaitAsked();
                Process command = lifeboat.start("accounts", "list");
                assertThat(said(command)).contains("The watcher is finishing its round");
                server.hangUp(); // the round ends: nobody is there any more
                assertThat(lifeboat.await(command).exitCode()).isZero();
                assertThat(watcher.isAlive()).isTrue();
            } finally {
                watcher.destroyForcibly();
            }
        }
    }

    @Test
    void whoeverStays_isNotWaitedFor() throws Exception {
        try (Profile open = Profile.fresh(home)) {
            Launcher.Result result = new Launcher(open.folder()).run("accounts", "list");

            assertThat(result.exitCode()).isEqualTo(7);
            assertThat(result.err())
                    .contains("Another Lifeboat (process "
                            + ProcessHandle.current().pid())
                    .doesNotContain("finishing its round");
        }
    }

    @Test
    void whileTheProfileIsOpen_itSaysSo_andWaits() throws Exception {
        try (Profile open = Profile.fresh(home)) {
            Process watcher = new Launcher(open.folder()).start("watch", "--every", "3600", "--no-notices");
            try {
                assertThat(said(watcher)).contains("has this profile open");
                assertThat(watcher.isAlive()).isTrue();
            } finally {
                watcher.destroyForcibly();
            }
        }
    }

    private static String said(Process process) throws IOException {
        BufferedReader progress = process.errorReader(StandardCharsets.UTF_8);
        return String.valueOf(progress.readLine());
    }

    /// Takes every connection and never answers.
    private static final class SilentServer implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final CountDownLatch asked = new CountDownLatch(1);
        private final List<Socket> open = new CopyOnWriteArrayList<>();

        SilentServer() throws IOException {
            Thread.ofVirtual().start(this::accept);
        }

        private void accept() {
            try {
                while (true) {
                    open.add(socket.accept());
                    asked.countDown();
                }
            } catch (IOException closed) {
                // the test goes on without it
            }
        }

        String url() {
            return "http://127.0.0.1:" + socket.getLocalPort();
        }

        void awaitAsked() throws InterruptedException {
            assertThat(asked.await(60, TimeUnit.SECONDS)).as("asked in a round").isTrue();
        }

        @Override
        public void close() throws IOException {
            hangUp();
        }

        void hangUp() throws IOException {
            socket.close();
            for (Socket each : open) {
                each.close();
            }
        }
    }
}
