package org.lifeboat.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the launcher starts the program with.
class ClassPathTest {
    @Test
    void classPath_holdsNoLibraryInTwoVersions() throws IOException {
        Map<Path, Set<String>> versions = new HashMap<>();
        for (Path jar : jars()) {
            // A local repository keeps GROUP/ARTIFACT/VERSION/FILE; two groups may use one artifact name.
            Path version = jar.getParent();
            versions.computeIfAbsent(version.getParent(), _ -> new HashSet<>())
                    .add(version.getFileName().toString());
        }

        assertThat(versions).allSatisfy((library, found) -> assertThat(found).hasSize(1));
        assertThat(versions.keySet()).anyMatch(library -> library.endsWith("sqlite-jdbc"));
    }

    @Test
    void classPath_holdsNoneOfTheBallast() throws IOException {
        assertThat(jars())
                .map(jar -> jar.getFileName().toString())
                .noneMatch(jar ->
                        jar.matches("(okhttp|vertx|netty|kms|aws|jnr|Java-WebSocket|gson|junit|jackson-databind-2).*"));
    }

    private static List<Path> jars() throws IOException {
        String script = Files.readString(Launcher.script());
        Matcher path = Pattern.compile("-classpath \"([^\"]*)\"").matcher(script);
        assertThat(path.find()).isTrue();
        return Arrays.stream(path.group(1).split(":"))
                .filter(entry -> entry.endsWith(".jar") && !entry.contains("/target/"))
                .map(Path::of)
                .toList();
    }
}
