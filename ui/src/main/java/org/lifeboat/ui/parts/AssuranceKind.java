package org.lifeboat.ui.parts;

import java.util.List;
import org.lifeboat.engine.assurance.Assurance;

/// What the badge says of a figure: the ladder of assurance, and the two ways in which a check can end otherwise.
public enum AssuranceKind {
    UNCHECKED("unchecked"),
    UNCHECKED_HEADER("matched"),
    PROMISED("promised"),
    CONTESTABLE("contestable"),
    FINAL("final"),
    INCOMPLETE("incomplete"),
    DISAGREES("disagrees"),
    NOT_ASKED("not-asked");

    /// The kinds that something in this program can produce now. A level that nothing reaches is not in the
    /// legend.
    public static final List<AssuranceKind> LEGEND =
            List.of(UNCHECKED, UNCHECKED_HEADER, CONTESTABLE, FINAL, INCOMPLETE, DISAGREES);

    private final String style;

    AssuranceKind(String style) {
        this.style = "lb-kind-" + style;
    }

    public String style() {
        return style;
    }

    public static AssuranceKind of(Assurance assurance) {
        return switch (assurance.level()) {
            case CLAIMED -> assurance.has(Assurance.Mark.MATCHED) ? UNCHECKED_HEADER : UNCHECKED;
            case SIGNED -> PROMISED;
            case POSTED -> CONTESTABLE;
            case FINAL -> FINAL;
        };
    }
}
