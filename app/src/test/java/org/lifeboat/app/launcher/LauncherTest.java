package org.lifeboat.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.engine.anchor.EvidenceCheck;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.primitives.Bytes;

/// The program through its launcher: what needs no vault and no network.
class LauncherTest {
    @TempDir
    Path folder;

    private Launcher lifeboat;

    @BeforeEach
    void launcher() {
        lifeboat = new Launcher(folder.resolve("profile"));
    }

    @Test
    void help_namesTheCommands() {
        Launcher.Result result = lifeboat.run("--help");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("Usage: lifeboat", "tour");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void language_isTheSystemsOrTheChosenOne() {
        assertThat(lifeboat.run("--lang", "zh", "--help").out()).contains("钱包");
        assertThat(lifeboat.with("LANG", "zh_CN.UTF-8").run("--help").out()).contains("钱包");
        assertThat(lifeboat.run("--lang=en", "--help").out()).contains("wallet");
    }

    @Test
    void unknownCommand_isAUsageError() {
        Launcher.Result result = lifeboat.run("frobnicate");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("frobnicate");
    }

    @Test
    void tour_savesPicturesAndTouchesNoProfile() throws IOException {
        Path pictures = folder.resolve("pictures");

        Launcher.Result result = lifeboat.run("tour", "--pictures", pictures.toString());

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).startsWith("Lifeboat 0.1.0");
        assertThat(result.err()).isEmpty();
        try (Stream<Path> files = Files.list(pictures)) {
            assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(file).isNotEmptyFile());
        }
        for (String language : List.of("en", "zh")) {
            // The time of play money is minutes ahead, since what it shows was made final.
            long later = Instant.now().plus(Duration.ofHours(1)).getEpochSecond();
            byte[] file = Files.readAllBytes(pictures.resolve("evidence-" + language + ".json"));
            assertThat(EvidenceCheck.of(Bytes.of(file), later, TokenList.bundled()))
                    .isInstanceOfSatisfying(EvidenceCheck.Holds.class, holds -> {
                        assertThat(holds.level()).isEqualTo(Assurance.Level.FINAL);
                        assertThat(holds.fact()).isInstanceOf(EvidenceCheck.Fact.Amount.class);
                    });
        }
        for (String drill : List.of("sequencer-gone-en", "sequencer-gone-zh", "false-root-en", "false-root-zh")) {
            assertThat(pictures.resolve("certificate-" + drill + ".html"))
                    .as("played to the payout")
                    .content()
                    .contains(drill.endsWith("zh") ? "2 演练币" : "2 play ETH")
                    .doesNotContain("0x");
        }
        assertThat(folder.resolve("profile")).doesNotExist();
    }
}
