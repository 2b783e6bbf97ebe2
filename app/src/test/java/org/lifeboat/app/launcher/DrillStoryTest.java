package org.lifeboat.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Drills through the launcher: a world of their own, and no profile.
class DrillStoryTest {
    @TempDir
    Path folder;

    @Test
    void drill_isPlayedToItsEnd_andItsCertificateSaved() throws IOException {
        Path certificate = folder.resolve("certificate.html");

        Launcher.Result result = lifeboat()
                .run("drill", "play", "false-root", "--yes", "--json", "--certificate", certificate.toString());

        assertThat(result.exitCode()).as(result.err()).isZero();
        JsonNode played = JsonMapper.shared().readTree(result.out()).path("result");
        assertThat(played.path("arrived").asBoolean()).isTrue();
        assertThat(played.path("moves")).anyMatch(move -> move.path("refused").asBoolean(false));
        assertThat(played.path("moves")).anyMatch(move -> move.path("contested").asBoolean(false));
        assertThat(played.path("moves"))
                .extracting(move -> move.path("contestStep").asString(""))
                .containsSubsequence("MOVE", "SETTLE", "SETTLE", "SETTLE", "UNLOCK", "CLAIM");
        assertThat(played.path("moves").valueStream().filter(move -> move.has("step")))
                .last()
                .extracting(move -> move.path("step").asString())
                .isEqualTo("FINISH");
        assertThat(Files.readString(certificate)).startsWith("<!DOCTYPE html>").contains("A false root was posted");
        assertThat(folder.resolve("profile")).doesNotExist();
    }

    @Test
    void list_namesThem_andWhatIsUnusableIsRefused() throws IOException {
        Launcher lifeboat = lifeboat();
        Launcher.Result list = lifeboat.run("drill", "list", "--json");
        Path there = Files.writeString(folder.resolve("there"), "mine");

        assertThat(JsonMapper.shared().readTree(list.out()).at("/result/drills"))
                .extracting(drill -> drill.path("name").asString())
                .containsExactly("sequencer-gone", "sequencer-censors", "false-root", "source-lies");
        assertThat(lifeboat.run("drill", "play", "fire").exitCode()).isEqualTo(2);
        assertThat(lifeboat.run("drill", "play", "false-root", "--gas-price", "dear")
                        .exitCode())
                .isEqualTo(2);
        assertThat(lifeboat.run("drill", "play", "false-root", "--certificate", there.toString())
                        .exitCode())
                .isEqualTo(3);
        assertThat(Files.readString(there)).isEqualTo("mine");
    }

    @Test
    void lesson_isPlayed_andSaysWhatRealSystemsDo() {
        Launcher lifeboat = lifeboat();
        Launcher.Result list = lifeboat.run("lesson", "list", "--json");
        assertThat(JsonMapper.shared().readTree(list.out()).at("/result/lessons"))
                .extracting(lesson -> lesson.path("name").asString())
                .containsExactly("rollup", "zk-rollup", "channel", "l1-bridge", "l2-bridge");

        Launcher.Result played = lifeboat.run("lesson", "play", "channel");

        assertThat(played.exitCode()).as(played.err()).isZero();
        assertThat(played.out())
                .contains(
                        "- Somebody puts in 4 play ETH.",
                        "4 play ETH. (The contract refuses.)",
                        "Each state has a number");
        assertThat(lifeboat.run("lesson", "play", "poker").exitCode()).isEqualTo(2);
        assertThat(folder.resolve("profile")).doesNotExist();
    }

    private Launcher lifeboat() {
        return new Launcher(folder.resolve("profile"));
    }
}
