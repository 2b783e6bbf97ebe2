package org.lifeboat.ui.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With the message bus that desktops have, `dbus-daemon`, where this machine has one: a bus of the test's own.
class RealBusTest {
    private static final Path PROGRAM = Path.of("/usr/bin/dbus-daemon");

    /// Source: dbus-daemon(1), "CONFIGURATION FILE". No service is started by the bus itself.
    private static final String CONFIGURATION = """
            <busconfig>
              <type>session</type>
              <listen>unix:path=%s</listen>
              <auth>EXTERNAL</auth>
              <policy context="default">
                <allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/><allow user="*"/>
              </policy>
            </busconfig>
            """;

    @TempDir
    Path folder;

    private Optional<Process> daemon = Optional.empty();

    @BeforeEach
    void start() throws IOException {
        assumeTrue(Files.isExecutable(PROGRAM), "no dbus-daemon here");
        Path configuration = Files.writeString(folder.resolve("bus.conf"), CONFIGURATION.formatted(bus()));
        Process started = new ProcessBuilder(
                        PROGRAM.toString(),
                        "--config-file=" + configuration,
                        "--nofork",
                        "--nopidfile",
                        "--print-address")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        daemon = Optional.of(started);
        assertThat(started.inputReader().readLine()).as("it listens").startsWith("unix:path=");
    }

    @AfterEach
    void stop() {
        daemon.ifPresent(Process::destroyForcibly);
    }

    private Path bus() {
        return folder.resolve("bus");
    }

    private DesktopNotices notices() {
        return DesktopNotices.of(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + bus()));
    }

    @Test
    void aDesktopWithoutNotices_isNoDesktop() {
        assertThat(notices().show("title", "sentence")).isFalse();
    }

    @Test
    void aNotice_isTaken_andTheAnswerUnderstood() throws IOException, InterruptedException {
        try (NoticeTaker desktop = NoticeTaker.on(bus())) {
            assertThat(notices().show("It went into a block", "0.25 ETH 已确认 <b>&"))
                    .isTrue();
            assertThat(desktop.taken().poll(30, TimeUnit.SECONDS))
                    .contains("Notify", "Lifeboat", "It went into a block", "0.25 ETH 已确认 &lt;b&gt;&amp;");
        }
    }
}
