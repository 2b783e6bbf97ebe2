package org.lifeboat.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifeboat.app.Version;

class TidyTest {
    private static final SourceTree PROJECT = SourceTree.ofTheProject();

    @Test
    void project_isTidy() throws IOException {
        assertThat(TidyRules.breaches(PROJECT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// TO" + "DO later",
                "cd /wo" + "rk/x",
                "see \"/ho" + "me/me/x\"",
                "https://registry.npm" + "js.org/x"
            })
    void plantedUntidiness_isFound(String line, @TempDir Path planted) throws IOException {
        Files.writeString(planted.resolve("notes.md"), line);

        assertThat(TidyRules.breaches(new SourceTree(planted))).hasSize(1);
    }

    @Test
    void top_holdsNothingElse() throws IOException {
        try (Stream<Path> top = Files.list(PROJECT.root())) {
            assertThat(top.map(path -> path.getFileName().toString())
                            .filter(name -> !name.startsWith(".") && !name.equals("target")))
                    .containsExactlyInAnyOrder(
                            "LICENSE", "README.md", "pom.xml", "app", "ui", "wallet-core", "resources", "installers");
        }
    }

    @Test
    void readme_namesExactlyTwoCommandsToBegin() throws IOException {
        String readme = PROJECT.text("README.md").orElseThrow();
        String begin = readme.substring(readme.indexOf("## Two commands"), readme.indexOf("## What a bare machine"));

        List<String> commands = Pattern.compile("(?m)^mvn .*$")
                .matcher(begin)
                .results()
                .map(found -> found.group())
                .toList();

        assertThat(commands).containsExactly("mvn -q -pl app -am compile exec:exec", "mvn -B verify");
    }

    @Test
    void version_isThatOfThePom() throws IOException {
        assertThat(PROJECT.text("pom.xml").orElseThrow()).contains("<version>" + Version.TEXT + "-SNAPSHOT</version>");
    }
}
