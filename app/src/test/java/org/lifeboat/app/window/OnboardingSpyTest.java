package org.lifeboat.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.app.wiring.WindowWallet;

/// The whole program as it is wired, from its first page on: nothing leaves before the page of sources is
/// confirmed, and then only to the source that was chosen.
class OnboardingSpyTest {
    @TempDir
    Path folder;

    @Test
    void nothingLeaves_beforeTheSourcesAreConfirmed() throws IOException, InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        try (ServerSocket source = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Profile profile = profile();
                WindowWallet wallet = new WindowWallet(profile);
                SocketSpy spy = new SocketSpy(folder)) {
            Thread.ofVirtual().start(() -> accept(source, reached));
            Eyes eyes = new Eyes(wallet);
            eyes.press("English");
            eyes.press("Restore from words");
            eyes.write("Words", "abandon ".repeat(11) + "about");
            eyes.press("Continue");
            eyes.write("Password", "four unrelated words");
            eyes.write("The same again", "four unrelated words");
            eyes.press("Lock the keys with it");
            eyes.write("Address of a source", "http://127.0.0.1:" + source.getLocalPort());
            eyes.press("Add");
            eyes.await(node -> eyes.says(node, "Will be asked once you continue"));

            assertThat(spy.writtenTo()).as("written to any socket").isEmpty();
            assertThat(reached.getCount()).as("connections to the source").isOne();
            eyes.press("Continue and ask 1 source");
            eyes.press("Do not look");
            assertThat(reached.await(60, TimeUnit.SECONDS)).as("asked at last").isTrue();
            eyes.close();

            assertThat(spy.writtenToAtLast())
                    .as("the spy sees, and only the chosen one was asked")
                    .isNotEmpty()
                    .containsOnly(source.getLocalPort());
        }
    }

    /// Waits for the first byte of a request, and hangs up.
    private static void accept(ServerSocket source, CountDownLatch reached) {
        try (Socket asked = source.accept()) {
            if (asked.getInputStream().read() >= 0) {
                reached.countDown();
            }
        } catch (IOException over) {
            // the test has ended
        }
    }

    private Profile profile() {
        if (Profile.open(folder.resolve("profile")) instanceof Profile.Opened.Ready(Profile ready)) {
            return ready;
        }
        throw new IllegalStateException("a new folder is no profile");
    }
}
