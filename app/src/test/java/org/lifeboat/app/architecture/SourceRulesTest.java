package org.lifeboat.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lengths and packages, on the real tree and on planted ones.
class SourceRulesTest {
    @TempDir
    Path planted;

    @Test
    void lengths_onlyShrink() throws IOException {
        SourceTree tree = SourceTree.ofTheProject();
        String allowed = tree.text("app/src/test/resources/lengths.txt").orElseThrow();

        assertThat(Lengths.differences(Lengths.read(allowed), Lengths.tooLong(tree)))
                .isEmpty();
    }

    @Test
    void longFileAndLongMethod_areFoundAtOneLineTooMany() throws IOException {
        plant("a/src/main/java/org/lifeboat/a/Long.java", "class Long {}\n" + "//\n".repeat(400));
        plant("a/src/main/java/org/lifeboat/a/Fits.java", "class Fits {}\n" + "//\n".repeat(399));
        plant("a/src/main/java/org/lifeboat/a/Method.java", """
                class Method {
                    void fits() {%s}
                    void grows() {%s}
                }
                """.formatted("\n".repeat(59), "\n".repeat(60)));

        assertThat(Lengths.tooLong(new SourceTree(planted)))
                .isEqualTo(Map.of(
                        "a/src/main/java/org/lifeboat/a/Long.java", 401,
                        "a/src/main/java/org/lifeboat/a/Method.java#grows", 61));
    }

    @Test
    void differences_nameGrowthAndShrinking() {
        assertThat(Lengths.differences(Map.of("a", 500, "b", 500, "c", 500), Map.of("a", 501, "b", 500, "d", 401)))
                .containsExactly(
                        "a has 501 lines (allowed: 500); split it",
                        "c shrank from 500 to few enough lines: write that into lengths.txt",
                        "d has 401 lines (allowed: 400); split it");
    }

    @Test
    void packages_areMarkedAndStayInTheirModule() throws IOException {
        assertThat(PackageRules.breaches(SourceTree.ofTheProject())).isEmpty();
    }

    @Test
    void packages_thatSpanModulesOrLackAMark_areFound() throws IOException {
        plant("x/src/main/java/org/lifeboat/x/package-info.java", "/// Words.\n@NullMarked\npackage org.lifeboat.x;");
        plant("x/src/main/java/org/lifeboat/x/Fine.java", "");
        plant("y/src/main/java/org/lifeboat/x/Stranger.java", "");
        plant("y/src/main/java/org/lifeboat/y/Bare.java", "");

        assertThat(PackageRules.breaches(new SourceTree(planted)))
                .containsExactly(
                        "package org/lifeboat/x spans x and y",
                        "y/src/main/java/org/lifeboat/x has no package-info.java with @NullMarked and a description",
                        "y/src/main/java/org/lifeboat/x/Stranger.java is not in the package that module y owns",
                        "y/src/main/java/org/lifeboat/y has no package-info.java with @NullMarked and a description");
    }

    private void plant(String file, String text) throws IOException {
        Path path = planted.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
