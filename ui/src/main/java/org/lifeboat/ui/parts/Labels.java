package org.lifeboat.ui.parts;

import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// Pieces of text in the styles that the style sheet knows.
public final class Labels {
    /// And between `链`, chain, and its number.
    private static final Pattern BEFORE_A_UNIT =
            Pattern.compile("(?<=[0-9…])(?<!L[12]) (?=[A-Za-z%])|(?<=链) (?=[0-9])");

    /// `Sun 22 Nov 19:05 CET` and `11月22日 周日 19:05 CET`, as `Phrases.moment` writes them, and `2026-11-22 19:05:07
    /// CET`.
    private static final Pattern IN_A_DATE =
            Pattern.compile("(?<=\\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)) (?=[0-9])|(?<=[A-Z][a-z]{2}) (?=[0-9]{2}:[0-9]{2})"
                    + "|(?<=[0-9]日) (?=周)|(?<=周[一二三四五六日]) (?=[0-9]{2}:)|(?<=[0-9]{4}-[0-9]{2}-[0-9]{2}) (?=[0-9]{2}:)");

    private static final Pattern IN_A_TIME = Pattern.compile("(?<=\\b[0-9]{2}:)(?=[0-9]{2}\\b)"
            + "|(?<=\\b[0-9]{4}-)(?=[0-9]{2}-[0-9]{2}\\b)|(?<=\\b[0-9]{4}-[0-9]{2}-)(?=[0-9]{2}\\b)"
            + "|(?<=[0-9])(?=月[0-9])|(?<=[0-9]月)(?=[0-9])|(?<=月[0-9]{1,2})(?=日)|(?<=\u00a0周)(?=[一二三四五六日])"
            + "|(?<=[A-Za-z0-9%)])(?=[，。；：、？）])"); // what is filled in does not leave its full-width mark alone

    /// Has no width and does not break (U+FEFF): what breaks lines here knows no other such character.
    private static final String JOINED = "\ufeff";

    /// The style of addresses and hashes.
    private static final String DIGITS = "lb-mono";

    private Labels() {}

    public static Label styled(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /// Text that breaks into lines where it does not fit, and is never cut. A figure stays in one line with its unit.
    public static Label wrapped(String text, String... styles) {
        Label label = new Label(List.of(styles).contains(DIGITS) ? text : unbroken(text));
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// With blanks that do not break between a figure and what follows it: `0.25 ETH`, `2 d 5 h`; nor
    /// does a moment break: `Sun 22 Nov 19:05 CET`.
    static String unbroken(String text) {
        String whole = BEFORE_A_UNIT.matcher(text).replaceAll("\u00a0");
        whole = IN_A_DATE.matcher(whole).replaceAll("\u00a0");
        return IN_A_TIME.matcher(whole).replaceAll(JOINED);
    }

    /// A text of a label as it was before anything in it was kept in one line.
    public static String plain(String text) {
        return text.replace('\u00a0', ' ').replace(JOINED, "");
    }

    /// Text that may be cut with dots in a narrow row; its tooltip holds all of it.
    public static Label cut(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.setMinWidth(24);
        explain(label, label::getText);
        return label;
    }

    /// Gives a control a tooltip once the pointer is over it. Every tooltip is a window of its own: made for each
    /// label of a list beforehand, they take longer than the list.
    /// @param text asked for whenever the pointer comes; empty: no tooltip
    public static void explain(Control control, Supplier<String> text) {
        control.setOnMouseEntered(_ -> {
            String now = text.get();
            control.setTooltip(now.isEmpty() ? null : tip(now));
        });
    }

    public static Label title(String text) {
        return wrapped(text, "lb-title");
    }

    public static Label heading(String text) {
        return wrapped(text, "lb-heading");
    }

    public static Tooltip tip(String text) {
        Tooltip tip = new Tooltip(text);
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        tip.setShowDelay(Duration.millis(400));
        return tip;
    }
}
