package org.lifeboat.sandbox.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lifeboat.sandbox.TestChain.STRANGER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.sandbox.HandClock;
import org.lifeboat.sandbox.Sandbox;
import org.lifeboat.sandbox.node.L1Node;

/// A world goes on tomorrow as it was today, or not at all.
class WorldFileTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("world");
    }

    private Optional<Sandbox> resume(long clock) throws IOException {
        return Sandbox.resume(HandClock.at(clock), 0, "test", file());
    }

    /// Payments, a reorganisation that loses one, a week.
    private Hash32 playADay() throws IOException {
        try (Sandbox sandbox = resume(HandClock.START).orElseThrow()) {
            L1Node l1 = sandbox.l1();
            sandbox.faucet().giveCoins(STRANGER, Wei.of(5));
            sandbox.faucet().giveCoins(STRANGER, Wei.of(7));
            l1.reorganise(1, false).orElseThrow();
            l1.clock().advance(Duration.ofDays(7));
            sandbox.faucet().giveCoins(STRANGER, Wei.of(11));
            return l1.history().newest().hash();
        }
    }

    @Test
    void world_goesOnWithTheSameBlocksTimeAndBeaconChain() throws IOException {
        Hash32 newest = playADay();
        Hash32 afterwards;
        try (Sandbox again = resume(HandClock.START + 60).orElseThrow()) {
            L1Node l1 = again.l1();

            assertThat(l1.history().newest().hash()).isEqualTo(newest);
            assertThat(l1.history()
                            .newest()
                            .state()
                            .account(STRANGER)
                            .orElseThrow()
                            .balance())
                    .isEqualTo(Wei.of(16));
            assertThat(l1.clock().now())
                    .isEqualTo(l1.history().newest().header().unixSeconds())
                    .isEqualTo(HandClock.START + 7 * 86_400);
            assertThat(l1.finalised().number()).isPositive();
            again.faucet().giveCoins(STRANGER, Wei.of(1));
            afterwards = l1.history().newest().hash();
        }
        try (Sandbox third = resume(HandClock.START + 60).orElseThrow()) {
            assertThat(third.l1().history().newest().hash()).isEqualTo(afterwards);
            assertThat(third.l1().beacon().rootAt(third.l1().beacon().head())).isPresent();
        }
    }

    @Test
    void timeThatWasMoved_isKept_whereNoBlockCameAfterIt() throws IOException {
        try (Sandbox sandbox = resume(HandClock.START).orElseThrow()) {
            sandbox.l1().clock().advance(Duration.ofHours(5));
        }
        try (Sandbox again = resume(HandClock.START + 864_000).orElseThrow()) {
            assertThat(again.l1().clock().now()).isEqualTo(HandClock.START + 5 * 3_600);
        }
    }

    @Test
    void aWorldOfAVersionBefore_goesOnFromItsNewestBlock() throws IOException {
        playADay();
        Files.writeString(file(), Files.readString(file()).replaceAll("(?m)^time .*$", "ahead 86400"));

        try (Sandbox again = resume(HandClock.START - 864_000).orElseThrow()) {
            L1Node l1 = again.l1();
            assertThat(l1.clock().now())
                    .isEqualTo(l1.history().newest().header().unixSeconds());
        }
    }

    @Test
    void lineThatWasCutOff_countsForNothing() throws IOException {
        Hash32 newest = playADay();
        Files.writeString(file(), Files.readString(file()) + "block 17672");

        try (Sandbox again = resume(HandClock.START + 60).orElseThrow()) {
            assertThat(again.l1().history().newest().hash()).isEqualTo(newest);
        }
        assertThat(Files.readString(file())).doesNotContain("17672\n").endsWith("\n");
    }

    @Test
    void otherFiles_areRefusedAndNotTouched() throws IOException {
        playADay();
        String world = Files.readString(file());
        int hash = world.indexOf("0x");
        char other = world.charAt(hash + 5) == '0' ? '1' : '0';
        for (String text : new String[] {
            "my diary",
            "my diary\n",
            world.replace("lifeboat-sandbox/2", "lifeboat-sandbox/1"),
            world.substring(0, hash + 5) + other + world.substring(hash + 6),
            world.replaceFirst("back 1", "back 99"),
            world.replaceFirst("back 1", "back"),
            world + "sideways 1\n",
            world + "time\n",
            world + "time -1\n",
            world + "block x y z\n"
        }) {
            Files.writeString(file(), text);

            assertThat(resume(HandClock.START)).as(text.substring(0, 8)).isEmpty();
            assertThat(Files.readString(file())).isEqualTo(text);
        }
    }

    @Test
    void twoSandboxes_doNotShareAWorld() throws IOException {
        try (Sandbox first = resume(HandClock.START).orElseThrow()) {
            assertThat(first.l1().history().newest().number()).isPositive();
            assertThatThrownBy(() -> resume(HandClock.START))
                    .isInstanceOfAny(IOException.class, java.nio.channels.OverlappingFileLockException.class);
        }
    }
}
