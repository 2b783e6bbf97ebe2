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

    /// Words for things that the program counts.
    private static final Pattern ONE_OF_MANY = Pattern.compile(
            "(?<![\\d.,])1 (?:more |further |wrong )?(?:accounts|answers|blocks|bytes"
                    + "|confirmations|contacts|days|decimals|figures|hours|lines|minutes|movements|networks|nodes|pictures"
                    + "|positions|questions|requests|seconds|servers|signatures|slots|sources|tokens|transactions|values|words)\\b");

    @ParameterizedTest
    @MethodSource("bundles")
    void oneOfAThing_isNotSaidAsMany(String bundle) {
        Words words = Words.of(Language.ENGLISH, bundle);
        for (String key : words.keys()) {
            if (!key.endsWith(".many") && !bundle.equals("details")) { // the engine words those itself
                String sentence = words.find(key, "1", "1", "1", "1", "1", "1", "1", "1", "1", "1")
                        .orElseThrow();
                assertThat(ONE_OF_MANY.matcher(sentence).find())
                        .as(key + "=" + sentence)
                        .isFalse();
            }
        }
    }

    /// Between Chinese characters, and beside what is filled in, punctuation is of full width.
    private static final Pattern HALF_WIDTH = Pattern.compile(
            "[\\u4e00-\\u9fff}）”][,:;?!()]|[,;?!()][\\u4e00-\\u9fff]|[A-Za-z0-9]:[\\u4e00-\\u9fff]|[。，；：] ");

    private static final Pattern HAN = Pattern.compile("[\\u4e00-\\u9fff]");

    @ParameterizedTest
    @MethodSource("bundles")
    void chinese_hasFullWidthPunctuation(String bundle) throws IOException {
        for (String key : Words.of(Language.CHINESE, bundle).keys()) {
            String sentence = raw(bundle, "zh", key).replaceAll("[a-z0-9]+://[^\\s，。；、（）]+", "");
            if (HAN.matcher(sentence).find() || sentence.contains("{")) {
                assertThat(HALF_WIDTH.matcher(sentence).find())
                        .as(key + "=" + sentence)
                        .isFalse();
            }
        }
    }

    /// Two words for one thing make a reader think of two things.
    @ParameterizedTest
    @MethodSource("bundles")
    void chinese_speaksToTheUserInOneWay(String bundle) throws IOException {
        for (String key : Words.of(Language.CHINESE, bundle).keys()) {
            assertThat(raw(bundle, "zh", key)).as(key).doesNotContain("你", "配置");
        }
    }

    private static final Pattern DETAIL = Pattern.compile(
            "(?:SourceFault|Failed<>|unreachable)\\((?:\\s*(?:Reply\\.)?Failure\\.\\w+,)?\\s*\"([^\"]+)\"");

    @Test
    void detailsOfSources_haveWordsInChinese() throws IOException {
        Words english = Words.of(Language.ENGLISH, "details");
        Words chinese = Words.of(Language.CHINESE, "cli");
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(FOLDER.resolve("../../wallet-core/rpc/src/main/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                DETAIL.matcher(Files.readString(file)).results().forEach(each -> found.add(each.group(1)));
            }
        }

        assertThat(found).hasSizeGreaterThan(15);
        for (String detail : found) {
            assertThat(english.keys())
                    .as(detail)
                    .anyMatch(key -> english.say(key, "", "").startsWith(detail));
        }
        assertThat(chinese.say("cli.check.problem", "node.example cannot be reached: there was no answer in time"))
                .isEqualTo("没有可用的回答：连接不到 node.example：没有及时应答");
        assertThat(chinese.say("cli.check.problem", "the source refused (-32000): nonce too low"))
                .isEqualTo("没有可用的回答：数据源拒绝（-32000）：nonce too low");
        assertThat(chinese.say("cli.check.problem", "node.example: it knows no such block"))
                .isEqualTo("没有可用的回答：node.example：它不知道这样的区块");
        assertThat(chinese.say("cli.check.problem", "Savings: for Ann"))
                .as("what is no detail stays as it is")
                .isEqualTo("没有可用的回答：Savings: for Ann");
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

    /// Java reads the last of two lines with one name in silence: the first sentence is then said nowhere.
    @ParameterizedTest
    @MethodSource("bundles")
    void noSentence_hasTheNameOfAnother(String bundle) throws IOException {
        for (String tag : List.of("en", "zh")) {
            Set<String> seen = new TreeSet<>();
            for (String line : Files.readAllLines(FOLDER.resolve(bundle + "_" + tag + ".properties"))) {
                int end = line.indexOf('=');
                if (end > 0 && !line.startsWith("#")) {
                    assertThat(seen.add(line.substring(0, end)))
                            .as("%s twice in %s_%s", line.substring(0, end), bundle, tag)
                            .isTrue();
                }
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
