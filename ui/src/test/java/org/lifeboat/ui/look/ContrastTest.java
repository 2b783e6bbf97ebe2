package org.lifeboat.ui.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Computes the contrast of what is written on what (WCAG 2.2, "contrast ratio"; 4.5:1 is its level AA for text).
class ContrastTest {
    private static final double LEAST = 4.5;

    /// WCAG 2.2, 1.4.11: of what is needed to recognise a control.
    private static final double LEAST_OF_EDGES = 3;

    private static final Pattern NAMED = Pattern.compile("(-[a-z0-9-]+):\\s*(#[0-9a-fA-F]{6}|-[a-z0-9-]+)\\s*;");
    private static final List<String> PAPERS =
            List.of("-lb-page", "-lb-card", "-lb-side", "-lb-side-chosen", "-lb-note-back");
    private static final List<String> INKS = List.of(
            "-color-fg-default",
            "-color-fg-muted",
            "-lb-unchecked",
            "-lb-matched",
            "-lb-promised",
            "-lb-contestable",
            "-lb-final",
            "-lb-incomplete",
            "-lb-disagrees");
    private static final List<String> TONES =
            List.of("-lb-week", "-lb-today", "-lb-now", "-color-accent-fg", "-color-fg-subtle");

    @ParameterizedTest
    @EnumSource(Theme.class)
    void text_isReadableOnWhatItStandsOn(Theme theme) throws IOException {
        Map<String, String> colours = colours(theme);
        for (String paper : PAPERS) {
            for (String ink : INKS) {
                check(theme, colours, ink, paper);
            }
        }
        for (String tone : TONES) {
            check(theme, colours, tone, "-lb-card");
            check(theme, colours, tone, "-lb-page");
        }
        check(theme, colours, "-lb-week", "-lb-week-back");
        check(theme, colours, "-lb-today", "-lb-today-back");
        check(theme, colours, "-lb-now", "-lb-now-back");
        check(theme, colours, "-color-accent-fg", "-lb-today-back");
        check(theme, colours, "-color-accent-fg", "-lb-note-back");
        check(theme, colours, "-lb-primary-fore", "-color-accent-emphasis");
        check(theme, colours, "-lb-primary-fore", "-lb-danger-back");
        check(theme, colours, "-lb-play-fore", "-lb-play-back");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void edgeOfWhatCanBeFilledIn_isSeen(Theme theme) throws IOException {
        Map<String, String> colours = colours(theme);
        for (String paper : List.of("-lb-card", "-lb-page")) {
            check(theme, colours, "-lb-field-edge", paper, LEAST_OF_EDGES);
        }
    }

    private static void check(Theme theme, Map<String, String> colours, String ink, String paper) {
        check(theme, colours, ink, paper, LEAST);
    }

    private static void check(Theme theme, Map<String, String> colours, String ink, String paper, double least) {
        assertThat(ratio(value(colours, ink), value(colours, paper)))
                .as("%s: %s on %s", theme, ink, paper)
                .isGreaterThanOrEqualTo(least);
    }

    private static Map<String, String> colours(Theme theme) throws IOException {
        Map<String, String> colours = new HashMap<>();
        for (String sheet : List.of(theme.base(), theme.colours())) {
            String name = sheet.startsWith("/") ? sheet : "/" + sheet;
            try (InputStream in =
                    Optional.ofNullable(Theme.class.getResourceAsStream(name)).orElseThrow()) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                // Only the colours of .root: rules further down give names other values for one control.
                Matcher named = NAMED.matcher(text.substring(0, text.indexOf('}')));
                while (named.find()) {
                    colours.put(named.group(1), named.group(2));
                }
            }
        }
        return colours;
    }

    private static String value(Map<String, String> colours, String name) {
        String value =
                Optional.ofNullable(colours.get(name)).orElseThrow(() -> new AssertionError("no colour " + name));
        return value.startsWith("#") ? value : value(colours, value);
    }

    private static double ratio(String one, String other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
