package org.lifeboat.ui.truth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import org.lifeboat.engine.chaincheck.Finding;
import org.lifeboat.engine.exit.MadeHere;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.CopiedText;
import org.lifeboat.ui.parts.Facts;
import org.lifeboat.ui.parts.FindingBar;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;

/// Of a chain that was run again from its first block on: how far, why no further, and what of it is the user's.
final class Remaking {
    private Remaking() {}

    /// Whether something was missing.
    static boolean isCutShort(Finding finding) {
        return switch (finding) {
            case Finding.CouldNotCheck _, Finding.Remade(BlockRef _, Hash32 _, Hash32 _, Finding.End.Lacking _) -> true;
            case Finding.True _, Finding.False _, Finding.NotThere _, Finding.Remade _, Finding.Cancelled _ -> false;
        };
    }

    /// @param exits opens the page of exits
    static List<Node> rows(Surroundings around, TruthScreen.Done done, Runnable exits) {
        List<Node> rows = new ArrayList<>();
        if (done.report().finding() instanceof Finding.Remade(BlockRef _, Hash32 _, Hash32 stateRoot, var end)) {
            Facts facts = new Facts();
            facts.add(
                    around.say("truth.stateRoot"),
                    new CopiedText(around, around.say("truth.stateRoot"), stateRoot.toHex()));
            rows.add(facts);
            rows.add(Labels.wrapped(
                    around.say(done.report().l1Verified() ? "chaincheck.l1.verified" : "chaincheck.l1.claimed")));
            rows.addAll(end(around, done, end));
        }
        done.taken().ifPresent(taken -> rows.addAll(taken(around, done, taken, exits)));
        return rows;
    }

    private static List<Node> end(Surroundings around, TruthScreen.Done done, Finding.End end) {
        return switch (end) {
            case Finding.End.OfL1(BlockRef newest) ->
                List.of(Labels.wrapped(around.say(
                        "chaincheck.remade.end",
                        done.facts().l1().name(),
                        around.phrases().number(newest.number()),
                        around.phrases().moment(Instant.ofEpochSecond(newest.unixSeconds())),
                        around.phrases().span(done.facts().window()))));
            case Finding.End.Lacking(Finding.Lack lack, String detail) ->
                List.of(
                        Labels.wrapped(around.say("chaincheck.remade.lacking"), "lb-strong"),
                        Labels.wrapped(FindingBar.lack(around, lack, detail)));
        };
    }

    private static List<Node> taken(Surroundings around, TruthScreen.Done done, MadeHere.Taken taken, Runnable exits) {
        List<Node> rows = new ArrayList<>();
        if (taken.proven() > 0 && !done.report().roots().isEmpty()) {
            rows.add(Labels.wrapped(around.say(
                    "chaincheck.proofs-kept",
                    taken.proven(),
                    around.phrases().number(done.report().roots().lastKey()))));
        }
        if (!taken.fresh().isEmpty()) {
            rows.add(Labels.wrapped(
                    around.say("chaincheck.found-here", taken.fresh().size()), "lb-strong"));
        }
        if (!rows.isEmpty()) {
            rows.add(new FlowPane(Buttons.plain(around.say("truth.exits"), exits)));
        }
        return rows;
    }
}
