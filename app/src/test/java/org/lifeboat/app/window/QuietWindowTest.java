package org.lifeboat.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.app.cli.CommandLines;
import org.lifeboat.app.cli.Terminal;
import org.lifeboat.app.drill.WindowDrill;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.app.wiring.WindowWallet;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.drill.Drill;
import org.lifeboat.primitives.Address;

/// Where no source was confirmed, no page and no watcher asks anybody; and a drill stays on this computer.
class QuietWindowTest {
    @TempDir
    Path folder;

    @Test
    void withoutASource_noPageAsksAnybody() throws IOException, InterruptedException {
        try (Profile profile = profile();
                WindowWallet wallet = new WindowWallet(profile).offering(WindowDrill::open);
                SocketSpy spy = new SocketSpy(folder)) {
            Eyes eyes = new Eyes(wallet);
            page(eyes, "Balances", "No source chosen, so nothing is known");
            page(eyes, "Activity", "Nothing sent from here yet");
            page(eyes, "Exits", "");
            page(eyes, "Drills", "The sequencer is gone");
            page(eyes, "Contacts", "No contacts yet");
            page(eyes, "Networks", "");
            page(eyes, "Settings", "");
            eyes.close();

            assertThat(spy.writtenTo()).as("written to any socket").isEmpty();
        }
    }

    private static void page(Eyes eyes, String name, String sign) throws InterruptedException {
        eyes.press(name);
        eyes.see(sign);
    }

    @Test
    void withoutASource_theWatcherAsksNobody() throws IOException {
        profile().close();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (SocketSpy spy = new SocketSpy(folder)) {
            String home = folder.resolve("profile").toString();
            int exit = CommandLines.run(
                    new String[] {"--home", home, "watch", "--once", "--no-notices"}, new Deaf(said), Map.of());

            assertThat(exit).as(said.toString(StandardCharsets.UTF_8)).isZero();
            assertThat(spy.writtenTo()).as("written to any socket").isEmpty();
        }
    }

    @Test
    void aDrill_asksThisComputerAlone() throws IOException {
        try (SocketSpy spy = new SocketSpy(folder)) {
            WindowDrill drill = WindowDrill.open(Drill.SEQUENCER_GONE, Optional.empty());
            try {
                drill.guide().look();
                drill.wallet()
                        .verifiedNow(
                                drill.wallet().networks().watched().getFirst().chain());
            } finally {
                drill.close();
            }

            assertThat(spy.hosts()).as("the spy sees it").isNotEmpty().allMatch(host -> host.isLoopbackAddress());
        }
    }

    private Profile profile() {
        if (Profile.open(folder.resolve("profile")) instanceof Profile.Opened.Ready(Profile ready)) {
            ready.accounts()
                    .add(
                            Address.fromHex("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"),
                            "Cold storage",
                            new Account.Kind.WatchOnly());
            return ready;
        }
        throw new IllegalStateException("a new folder is no profile");
    }

    /// Nobody sits at it.
    private record Deaf(PrintStream out) implements Terminal {
        Deaf(ByteArrayOutputStream into) {
            this(new PrintStream(into, true, StandardCharsets.UTF_8));
        }

        @Override
        public PrintStream err() {
            return out;
        }

        @Override
        public boolean interactive() {
            return false;
        }

        @Override
        public Optional<String> ask(String prompt) {
            return Optional.empty();
        }

        @Override
        public Optional<char[]> askSecret(String prompt) {
            return Optional.empty();
        }
    }
}
