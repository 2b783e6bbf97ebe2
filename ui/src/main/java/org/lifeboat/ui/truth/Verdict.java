package org.lifeboat.ui.truth;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.chaincheck.Finding;
import org.lifeboat.engine.chaincheck.Ground;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.CopiedText;
import org.lifeboat.ui.parts.Facts;
import org.lifeboat.ui.parts.FindingBar;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Urgency;

/// What came of a check: the verdict first, then what it stands on, and what can be done.
final class Verdict {
    private Verdict() {}

    /// Where a verdict leads to.
    interface Ways {
        /// To the posted roots.
        void roots();

        void exits();
    }

    static Node card(Surroundings around, TruthScreen.Done done, Ways ways) {
        CheckReport report = done.report();
        VBox card = TruthView.card(Labels.heading(around.say("truth.verdict")), bar(around, report));
        if (report.finding().isFalse()) {
            card.getChildren()
                    .addAll(
                            Labels.wrapped(around.say("truth.false.then"), "lb-strong"),
                            new FlowPane(Buttons.plain(around.say("chain.roots.posted"), ways::roots)));
        }
        roots(around, report.finding(), card);
        report.aim().ifPresent(aim -> {
            card.getChildren().add(Labels.wrapped(ground(around, aim.ground())));
            card.getChildren()
                    .add(Labels.wrapped(
                            around.say(report.l1Verified() ? "chaincheck.l1.verified" : "chaincheck.l1.claimed")));
        });
        Remaking.rows(around, done, ways::exits).forEach(card.getChildren()::add);
        if (report.finding().isFalse()) {
            report.remedy()
                    .ifPresent(remedy -> card.getChildren()
                            .add(Labels.wrapped(
                                    around.say(
                                            "chaincheck.remedy." + remedy,
                                            report.game()
                                                    .map(Address::toChecksum)
                                                    .orElse("")),
                                    "lb-strong")));
        }
        if (!report.dropped().isEmpty()) {
            card.getChildren()
                    .add(Labels.wrapped(
                            around.phrases()
                                    .count("truth.dropped", report.dropped().size()),
                            "lb-quiet"));
        }
        report.disagreements()
                .forEach(one -> card.getChildren()
                        .add(Bar.caution(
                                around,
                                () -> around.say(
                                        "money.disagrees",
                                        one.source().shown(),
                                        around.contradiction(one.contradiction(), "")))));
        if (Remaking.isCutShort(report.finding())) {
            report.troubles()
                    .forEach(trouble -> card.getChildren()
                            .add(Labels.wrapped(around.say("chaincheck.trouble", trouble), "lb-quiet", "lb-small")));
        }
        return card;
    }

    /// What stands on a server's word alone is true only if that is.
    private static Bar bar(Surroundings around, CheckReport report) {
        if (report.finding() instanceof Finding.True(BlockRef block, Hash32 _)
                && report.aim().isPresent()
                && report.aim().get().ground() instanceof Ground.ServersWord(L2Block from, String source)) {
            String sentence = around.say(
                    "truth.true.word", around.phrases().number(block.number()), source, number(around, from));
            return new Bar(around, Urgency.CALM, sentence);
        }
        return FindingBar.of(around, report.finding());
    }

    private static void roots(Surroundings around, Finding finding, VBox card) {
        Facts facts = new Facts();
        List<Hash32> both = switch (finding) {
            case Finding.True(BlockRef _, Hash32 root) -> List.of(root);
            case Finding.False(BlockRef _, Hash32 claimed, Hash32 computed) -> List.of(computed, claimed);
            case Finding.NotThere(BlockRef _, Hash32 root, long _, Hash32 claimed) -> List.of(root, claimed);
            case Finding.Remade(BlockRef _, Hash32 root, Hash32 _, var _) -> List.of(root);
            case Finding.CouldNotCheck _, Finding.Cancelled _ -> List.of();
        };
        if (both.isEmpty()) {
            return;
        }
        facts.add(
                around.say("truth.computed"),
                new CopiedText(
                        around, around.say("truth.computed"), both.getFirst().toHex()));
        if (both.size() > 1) {
            facts.add(
                    around.say("truth.claimed"),
                    new CopiedText(
                            around, around.say("truth.claimed"), both.getLast().toHex()));
        }
        card.getChildren().add(facts);
    }

    private static String ground(Surroundings around, Ground ground) {
        return switch (ground) {
            case Ground.Genesis(L2Block block) -> around.say("chaincheck.ground.genesis", number(around, block));
            case Ground.FinalRoot(L2Block block) -> around.say("chaincheck.ground.final", number(around, block));
            case Ground.ServersWord(L2Block block, String source) ->
                around.say("chaincheck.ground.word", number(around, block), source);
        };
    }

    private static String number(Surroundings around, L2Block block) {
        return around.phrases().number(block.number());
    }
}
