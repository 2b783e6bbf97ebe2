package org.lifeboat.ui.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.contact.ContactCsv;
import org.lifeboat.engine.diagnosis.Climb;
import org.lifeboat.engine.diagnosis.Diagnosis;
import org.lifeboat.engine.dispute.DisputeStep;
import org.lifeboat.engine.drill.DrillStage;
import org.lifeboat.engine.exit.Crossing;
import org.lifeboat.engine.exit.ExitStage;
import org.lifeboat.engine.exit.ExitStep;
import org.lifeboat.engine.exit.RootOffer;
import org.lifeboat.engine.exit.TokenDeposit;
import org.lifeboat.engine.exit.Worth;
import org.lifeboat.engine.send.Speed;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.resources.Language;
import org.lifeboat.resources.Words;
import org.lifeboat.ui.activity.Period;
import org.lifeboat.ui.contacts.ContactFlaw;
import org.lifeboat.ui.look.Theme;
import org.lifeboat.ui.parts.Urgency;
import org.lifeboat.ui.secrets.Strength;
import org.lifeboat.ui.send.SendScreen;
import org.lifeboat.ui.states.Condition;
import org.lifeboat.ui.withdraw.WithdrawForm;
import org.lifeboat.vault.Changed;

/// Every sentence of the window exists in both languages, is used, and stands nowhere but in the bundles.
class BundlesTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path BUNDLES = Path.of("../resources/i18n");
    private static final Pattern KEY = Pattern.compile("\"([a-z][a-zA-Z]*(?:\\.[a-zA-Z0-9_-]+)+)\"");
    private static final Pattern GAP = Pattern.compile("\\{[0-9]}");
    private static final Pattern SETTING = Pattern.compile("(window|glass|prism|java|user|os|org)\\..*|.*\\.(css|csv)");
    private static final List<String> OWN = List.of("ui", "money", "exits", "drills");
    private static final List<String> OTHERS = List.of(
            "network", "balances", "send", "capability", "sync", "chaincheck", "dispute", "drill", "lesson", "found");

    /// Sentences whose last word is a constant.
    private static final Map<String, Class<? extends Enum<?>>> FAMILIES = Map.ofEntries(
            Map.entry("guide.do.", DrillStage.class),
            Map.entry("exits.stage.", ExitStage.class),
            Map.entry("chain.diagnosis.", Diagnosis.Kind.class),
            Map.entry("chain.lack.", Diagnosis.Lack.class),
            Map.entry("chain.fell.", Climb.Step.class),
            Map.entry("exits.do.", ExitStep.class),
            Map.entry("exits.sign.", ExitStep.class),
            Map.entry("exits.deposit.sign.", TokenDeposit.Step.class),
            Map.entry("exits.brought.of.", Crossing.Kind.class),
            Map.entry("exits.worth.", Worth.class),
            Map.entry("exits.root.refusal.", RootOffer.Refusal.class),
            Map.entry("disputes.do.", DisputeStep.class),
            Map.entry("exits.purpose.", WithdrawForm.Purpose.class),
            Map.entry("state.stale.", Condition.Of.class),
            Map.entry("state.partial.", Condition.Of.class));

    /// The same, where some constants are never said.
    private static final List<String> PARTIAL_FAMILIES = List.of(
            "guide.now.",
            "exits.closing.",
            "exits.back.",
            "exits.choose.",
            "exits.cost.",
            "exits.ladder.",
            "exits.token.",
            "chain.roots.",
            "chain.rose.",
            "status.l1.stopped.",
            "chain.code.",
            "disputes.begin.",
            "truth.kind.");

    private static final List<Class<? extends Enum<?>>> CHOICES = List.of(
            Urgency.class,
            Strength.class,
            Language.class,
            Theme.class,
            Speed.class,
            Purpose.class,
            OwnTransaction.Kind.class,
            Changed.Reason.class,
            Period.class,
            SendScreen.Flaw.class,
            ContactCsv.What.class,
            ContactFlaw.class,
            SendScreen.Refusal.class);

    @ParameterizedTest
    @ValueSource(strings = {"ui", "money", "exits", "drills"})
    void bundle_hasTheSameKeysAndGapsInBothLanguages(String name) throws IOException {
        Properties english = read(name, "en");
        Properties chinese = read(name, "zh");

        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(gaps(chinese.getProperty(key))).as(key).isEqualTo(gaps(english.getProperty(key)));
        }
    }

    @Test
    void sentences_areAllThereAndAllUsed() throws IOException {
        Set<String> used = new TreeSet<>();
        Matcher literal = KEY.matcher(sources());
        while (literal.find()) {
            if (!SETTING.matcher(literal.group(1)).matches()) {
                used.add(literal.group(1));
            }
        }
        Set<String> own = keys(OWN);
        Set<String> all = keys(Stream.concat(OWN.stream(), OTHERS.stream()).toList());
        Set<String> missing = used.stream()
                .filter(key -> !key.startsWith("endpoint.problem") && !isThere(key, all))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> unused =
                own.stream().filter(key -> !isUsed(key, used)).collect(Collectors.toCollection(TreeSet::new));

        assertThat(missing).as("used and in no bundle").isEmpty();
        assertThat(unused).as("in a bundle and never used").isEmpty();
    }

    private static boolean isThere(String key, Set<String> all) {
        return all.contains(key) || (all.contains(key + ".one") && all.contains(key + ".many"));
    }

    private static boolean isUsed(String key, Set<String> used) {
        if (key.startsWith("choice.") || key.startsWith("tour.")) {
            return true; // looked at below, and by the tour itself
        }
        if (Stream.concat(FAMILIES.keySet().stream(), PARTIAL_FAMILIES.stream()).anyMatch(key::startsWith)) {
            return true; // looked at below, and by the pictures, which draw each of them
        }
        String base = key.replaceFirst("\\.(one|many|why)$", "");
        return used.contains(key) || used.contains(base);
    }

    @Test
    void choices_haveWordsForEveryConstant() {
        Words words = Words.of(Language.ENGLISH, "ui");
        Set<String> wanted = new TreeSet<>();
        for (Class<? extends Enum<?>> choice : CHOICES) {
            for (Enum<?> constant : choice.getEnumConstants()) {
                wanted.add("choice." + choice.getSimpleName() + "." + constant.name());
            }
        }

        assertThat(words.keys().stream()
                        .filter(key -> key.startsWith("choice."))
                        .collect(Collectors.toSet()))
                .isEqualTo(wanted);
    }

    @Test
    void families_haveWordsForEveryConstant() throws IOException {
        Set<String> keys = keys(OWN);
        for (var family : FAMILIES.entrySet()) {
            Set<String> wanted = new TreeSet<>();
            for (Enum<?> constant : family.getValue().getEnumConstants()) {
                wanted.add(family.getKey() + constant.name());
            }
            assertThat(keys.stream().filter(key -> key.startsWith(family.getKey())))
                    .containsExactlyInAnyOrderElementsOf(wanted);
        }
    }

    @Test
    void literals_standInNoControl() throws IOException {
        Pattern spoken = Pattern.compile(
                "(new (?:Label|Button|CheckBox|Tooltip|MenuButton|MenuItem|TitledPane|Text|ToggleButton)"
                        + "|setText|setPromptText|setAccessibleText|setAccessibleHelp|setTitle)\\(\\s*\"[^\"]*[A-Za-z]");

        Matcher found = spoken.matcher(sources());

        assertThat(found.find() ? found.group() : "").isEmpty();
    }

    private static Set<String> gaps(String sentence) {
        return GAP.matcher(sentence).results().map(each -> each.group()).collect(Collectors.toSet());
    }

    private static Set<String> keys(List<String> names) throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String name : names) {
            keys.addAll(read(name, "en").stringPropertyNames());
        }
        return keys;
    }

    private static Properties read(String name, String language) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(BUNDLES.resolve(name + "_" + language + ".properties"))) {
            properties.load(reader);
        }
        return properties;
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file)).append('\n');
            }
        }
        return all.toString();
    }
}
