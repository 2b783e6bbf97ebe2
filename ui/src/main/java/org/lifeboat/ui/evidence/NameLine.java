package org.lifeboat.ui.evidence;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.send.Check;
import org.lifeboat.ui.parts.AssuranceBadge;
import org.lifeboat.ui.parts.AssuranceKind;
import org.lifeboat.ui.parts.CheckLine;
import org.lifeboat.ui.parts.Surroundings;

/// One thing to be said before something is signed or kept. Where it says to whom a name leads on a verified block,
/// its badge stands below and opens *How do we know*.
public final class NameLine {
    private NameLine() {}

    /// Reads the chain of a name's evidence, away from the screen's thread.
    @FunctionalInterface
    public interface Asking {
        void chain(String name, Consumer<Optional<EvidenceChain>> found);
    }

    /// @param page beside which the question stands where to save evidence
    public static Node of(Surroundings around, Node page, Check check, Asking asking) {
        Node line = CheckLine.of(around, check);
        return level(check)
                .<Node>map(level -> {
                    AssuranceKind kind = AssuranceKind.ofL1(new Assurance(level, Set.of()));
                    return new VBox(
                            4,
                            line,
                            AssuranceBadge.of(around, kind, () -> open(around, page, kind, check, asking))
                                    .flush());
                })
                .orElse(line);
    }

    private static Optional<Assurance.Level> level(Check check) {
        if (check.kind() == Check.Kind.NAME_FINAL) {
            return Optional.of(Assurance.Level.FINAL);
        }
        return check.kind() == Check.Kind.NAME_SIGNED ? Optional.of(Assurance.Level.POSTED) : Optional.empty();
    }

    private static void open(Surroundings around, Node page, AssuranceKind kind, Check check, Asking asking) {
        String name = check.arguments().getFirst();
        EvidencePage.open(around, page, kind, CheckLine.of(around, check), found -> asking.chain(name, found));
    }
}
