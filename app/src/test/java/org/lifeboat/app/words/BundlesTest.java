package org.lifeboat.app.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lifeboat.resources.Language;
import org.lifeboat.resources.Words;

/// Every bundle of the program, in both languages.
class BundlesTest {
    private static final Path FOLDER = folder();
    private static final Pattern GAP = Pattern.compile("\\{\\d+\\}");

    /// The names of all bundles, found as files so that none is forgotten.
    static List<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".properties"))
                    .map(name -> name.replaceFirst("_(en|zh)\\.properties$", ""))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguages_haveTheSameKeysAndGaps(String bundle) throws IOException {
        Words english = Words.of(Language.ENGLISH, bundle);
        Words chinese = Words.of(Language.CHINESE, bundle);

        assertThat(new TreeSet<>(chinese.keys())).isEqualTo(new TreeSet<>(english.keys()));
        for (String key : english.keys()) {
            assertThat(gaps(raw(bundle, "zh", key)))
                    .as("gaps of %s in %s", key, bundle)
                    .isEqualTo(gaps(raw(bundle, "en", key)));
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void sentences_doNotShout(String bundle) {
        for (Language language : Language.values()) {
            Words words = Words.of(language, bundle);
            assertThat(words.keys())
                    .allSatisfy(key -> assertThat(words.find(key, "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"))
                            .hasValueSatisfying(sentence -> assertThat(sentence)
                                    .doesNotContain("!", "!")
                                    .isNotBlank()));
        }
    }

    @Test
    void allBundlesTogether_haveNoKeyTwice() throws IOException {
        Set<String> seen = new TreeSet<>();
        for (String bundle : bundles()) {
            for (String key : Words.of(Language.ENGLISH, bundle).keys()) {
                assertThat(seen.add(key))
                        .as("%s of %s stands in another bundle too", key, bundle)
                        .isTrue();
            }
        }
    }

    private static Set<String> gaps(String sentence) {
        return GAP.matcher(sentence).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String raw(String bundle, String tag, String key) throws IOException {
        var properties = new java.util.Properties();
        try (var in = Files.newBufferedReader(FOLDER.resolve(bundle + "_" + tag + ".properties"))) {
            properties.load(in);
        }
        return properties.getProperty(key);
    }

    private static Path folder() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("resources/i18n"))) {
            folder = folder.getParent();
        }
        return folder.resolve("resources/i18n");
    }
}
