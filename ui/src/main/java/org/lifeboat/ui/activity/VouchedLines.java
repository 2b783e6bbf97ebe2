package org.lifeboat.ui.activity;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.anchor.Trials;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.ui.evidence.EvidenceChain;
import org.lifeboat.ui.evidence.EvidencePage;
import org.lifeboat.ui.parts.AssuranceBadge;
import org.lifeboat.ui.parts.AssuranceKind;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;

/// How far L1 vouches for one transaction: a badge for how it ended, one for what trying it out had shown. Each opens
/// *How do we know*.
final class VouchedLines {
    private final Surroundings around;
    private final ActivityView.Actions actions;
    private final Node page;

    /// @param page beside which the question stands where to save evidence
    VouchedLines(Surroundings around, ActivityView.Actions actions, Node page) {
        this.around = around;
        this.actions = actions;
        this.page = page;
    }

    List<Node> of(TransactionScreen screen) {
        OwnTransaction own = screen.transaction();
        List<Node> lines = new ArrayList<>();
        screen.vouched()
                .outcome()
                .ifPresent(assurance ->
                        lines.add(line(around.say("activity.outcome"), assurance, own, EvidenceChain.Of.PAYMENT)));
        screen.vouched()
                .trial()
                .ifPresent(trial -> lines.add(line(trial(trial), trial.assurance(), own, EvidenceChain.Of.TRIAL)));
        return lines;
    }

    private String trial(Trials.Shown trial) {
        String block = around.phrases().number(trial.block().number());
        return trial.succeeds()
                ? around.say("activity.trial.succeeds", block)
                : around.say("activity.trial.fails", block);
    }

    private Node line(String words, Assurance assurance, OwnTransaction own, EvidenceChain.Of of) {
        AssuranceKind kind = AssuranceKind.ofL1(assurance); // these lines are of transactions on an L1
        FlowPane line = new FlowPane(
                8,
                4,
                AssuranceBadge.of(around, kind, () -> open(kind, words, own, of))
                        .flush(),
                Labels.wrapped(words, "lb-quiet"));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void open(AssuranceKind kind, String words, OwnTransaction own, EvidenceChain.Of of) {
        VBox said = new VBox(12, Labels.wrapped(AssuranceBadge.explanation(around, kind)), Labels.wrapped(words));
        EvidencePage.open(around, page, kind, said, found -> actions.chain(own, of, found));
    }
}
