package org.lifeboat.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[^-]*(?:-SNAPSHOT)?)(?:-(?:linux|mac|win).*)?\\.jar");

    @Test
    void classPath_holdsNoLibraryInTwoVersions() throws IOException {
        Map<String, Set<String>> versions = new HashMap<>();
        for (String jar : jars()) {
            Matcher name = JAR.matcher(jar);
            assertThat(name.matches()).as(jar).isTrue();
            versions.computeIfAbsent(name.group(1), _ -> new HashSet<>()).add(name.group(2));
        }

        assertThat(versions.values()).allSatisfy(found -> assertThat(found).hasSize(1));
        assertThat(versions).containsKeys("picocli", "sqlite-jdbc", "jackson-databind");
    }

    @Test
    void classPath_holdsNoneOfTheBallast() throws IOException {
        assertThat(jars())
                .noneMatch(jar ->
                        jar.matches("(okhttp|vertx|netty|kms|aws|jnr|Java-WebSocket|gson|junit|jackson-databind-2).*"));
    }

    private static List<String> jars() throws IOException {
        String script = java.nio.file.Files.readString(Launcher.script());
        Matcher path = Pattern.compile("-classpath \"([^\"]*)\"").matcher(script);
        assertThat(path.find()).isTrue();
        return Arrays.stream(path.group(1).split(":"))
                .map(entry -> Path.of(entry).getFileName().toString())
                .filter(name -> name.endsWith(".jar"))
                .filter(name -> !name.startsWith("lifeboat-"))
                .toList();
    }
}
