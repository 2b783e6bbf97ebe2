package org.lifeboat.ui.parts;

import java.util.List;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.network.Network;

/// What the badge says of a figure: the ladder of assurance, and the two ways in which a check can end otherwise.
public enum AssuranceKind {
    UNCHECKED("unchecked"),
    UNCHECKED_HEADER("matched"),
    PROMISED("promised"),
    /// Of L1 itself: under a signed block that is not final yet.
    REPLACEABLE("contestable"),
    /// Of an L2: under a root on L1.
    CONTESTABLE("contestable"),
    FINAL("final"),
    INCOMPLETE("incomplete"),
    DISAGREES("disagrees"),
    NOT_ASKED("not-asked");

    /// The kinds that something in this program can produce now. A level that nothing reaches is not in the
    /// legend.
    public static final List<AssuranceKind> LEGEND =
            List.of(UNCHECKED, UNCHECKED_HEADER, REPLACEABLE, CONTESTABLE, FINAL, INCOMPLETE, DISAGREES);

    private final String style;

    AssuranceKind(String style) {
        this.style = "lb-kind-" + style;
    }

    public String style() {
        return style;
    }

    /// Of a figure on `network`.
    public static AssuranceKind of(Network network, Assurance assurance) {
        return network.layer() instanceof Network.Layer.L1 ? ofL1(assurance) : of(assurance);
    }

    /// Of something that was read on L1 itself: there is no contest, a block can only be replaced until it is final.
    public static AssuranceKind ofL1(Assurance assurance) {
        AssuranceKind kind = of(assurance);
        return kind == CONTESTABLE ? REPLACEABLE : kind;
    }

    /// Of something that L1 vouches for by a root.
    public static AssuranceKind of(Assurance assurance) {
        return switch (assurance.level()) {
            case CLAIMED -> assurance.has(Assurance.Mark.MATCHED) ? UNCHECKED_HEADER : UNCHECKED;
            case SIGNED -> PROMISED;
            case POSTED -> CONTESTABLE;
            case FINAL -> FINAL;
        };
    }
}
