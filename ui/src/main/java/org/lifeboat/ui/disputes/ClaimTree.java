package org.lifeboat.ui.disputes;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.account.Account;
import org.lifeboat.primitives.Address;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.dispute.DisputeClaim;
import org.lifeboat.rollups.opstack.dispute.DisputeGame;
import org.lifeboat.ui.disputes.DisputesScreen.One;
import org.lifeboat.ui.parts.AddressText;
import org.lifeboat.ui.parts.AmountText;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;

/// The game as a tree: each claim under the one that it counters, with its bond, and as a bar the time that is left
/// to counter it.
final class ClaimTree {
    /// So many steps to the right and no further, or nothing would be left of the line.
    private static final int DEEPEST_INDENT = 8;

    private static final double STEP = 16;

    private final Surroundings around;
    private final One one;
    private final DisputeGame dispute;
    private final Set<Address> own;
    private final VBox rows = new VBox(12);

    private ClaimTree(Surroundings around, One one, DisputeGame dispute) {
        this.around = around;
        this.one = one;
        this.dispute = dispute;
        this.own = one.signers().stream().map(Account::address).collect(Collectors.toSet());
    }

    static Node of(Surroundings around, One one, DisputeGame dispute) {
        ClaimTree tree = new ClaimTree(around, one, dispute);
        tree.under(Optional.empty(), 0);
        return DisputesView.card(
                Labels.heading(around.say("disputes.tree")),
                Labels.wrapped(around.say("disputes.tree.why", dispute.splitDepth()), "lb-quiet", "lb-small"),
                tree.rows);
    }

    private void under(Optional<DisputeClaim> parent, int level) {
        for (DisputeClaim claim : dispute.claims()) {
            boolean child = parent.isEmpty()
                    ? claim.parent().isEmpty()
                    : claim.parent().isPresent()
                            && claim.parent().getAsInt() == parent.get().index();
            if (child) {
                rows.getChildren().add(row(claim, level));
                under(Optional.of(claim), level + 1);
            }
        }
    }

    private Node row(DisputeClaim claim, int level) {
        VBox row = new VBox(2, Labels.wrapped(words(claim), own.contains(claim.claimant()) ? "lb-strong" : "lb-plain"));
        row.setPadding(new Insets(0, 0, 0, STEP * Math.min(level, DEEPEST_INDENT)));
        row.getChildren()
                .add(Labels.wrapped(
                        around.say(
                                "disputes.claim.by",
                                own.contains(claim.claimant())
                                        ? around.say("disputes.claim.you")
                                        : AddressText.shortened(claim.claimant()),
                                AmountText.exact(
                                        claim.bond().toTokenAmount(), one.l1().coinSymbol())),
                        "lb-quiet",
                        "lb-small"));
        if (claim.position().depth() > dispute.splitDepth()) {
            row.getChildren().add(Labels.wrapped(around.say("disputes.claim.below"), "lb-tone-week", "lb-small"));
        }
        if (claim.counteredBy().isPresent()) {
            row.getChildren().add(Labels.wrapped(around.say("disputes.claim.countered"), "lb-quiet", "lb-small"));
        } else if (one.game().status() == Game.Status.IN_PROGRESS) {
            row.getChildren().addAll(clock(claim));
        }
        return row;
    }

    private String words(DisputeClaim claim) {
        if (claim.parent().isEmpty()) {
            return around.say("disputes.claim.root", claim.index());
        }
        int parent = claim.parent().getAsInt();
        boolean attack =
                claim.position().equals(dispute.claims().get(parent).position().attack());
        return around.say(attack ? "disputes.claim.attack" : "disputes.claim.defend", claim.index(), parent);
    }

    /// The time of whoever could counter it.
    private List<Node> clock(DisputeClaim claim) {
        long until = dispute.countersUntil(claim).unixSeconds();
        long left = Math.max(0, until - dispute.now().unixSeconds());
        long whole = Math.max(1, dispute.maxClock().toSeconds());
        String sentence = left == 0
                ? around.say("disputes.claim.over")
                : around.say(
                        "disputes.claim.until",
                        around.phrases().moment(dispute.countersUntil(claim).toInstant()),
                        around.phrases().span(Duration.ofSeconds(left)));
        ProgressBar bar = new ProgressBar(Math.min(1.0, (double) left / whole));
        bar.setMaxWidth(240);
        bar.setAccessibleText(sentence);
        return List.of(bar, Labels.wrapped(sentence, "lb-quiet", "lb-small"));
    }
}
