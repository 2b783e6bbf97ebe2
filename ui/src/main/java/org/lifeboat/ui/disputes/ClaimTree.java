package org.lifeboat.ui.disputes;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.dispute.Contest;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.ui.disputes.DisputesScreen.One;
import org.lifeboat.ui.parts.AddressText;
import org.lifeboat.ui.parts.AmountText;
import org.lifeboat.ui.parts.Anew;
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
    private final Contest.Tree tree;
    private final Set<Address> own;
    private final VBox rows = new VBox(12);

    private ClaimTree(Surroundings around, One one, Contest.Tree tree) {
        this.around = around;
        this.one = one;
        this.tree = tree;
        this.own = one.signers().stream().map(Account::address).collect(Collectors.toSet());
    }

    static Node of(Surroundings around, One one, Contest.Tree tree) {
        ClaimTree drawn = new ClaimTree(around, one, tree);
        drawn.under(Optional.empty(), 0);
        return DisputesView.card(
                Labels.heading(around.say("disputes.tree")),
                Labels.wrapped(around.say("disputes.tree.why", tree.splitDepth()), "lb-quiet", "lb-small"),
                drawn.rows);
    }

    private void under(Optional<Contest.Claim> parent, int level) {
        for (Contest.Claim claim : tree.claims()) {
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

    private Node row(Contest.Claim claim, int level) {
        VBox row = new VBox(2, Labels.wrapped(words(claim), own.contains(claim.claimant()) ? "lb-strong" : "lb-plain"));
        row.setPadding(new Insets(0, 0, 0, STEP * Math.min(level, DEEPEST_INDENT)));
        row.getChildren()
                .add(Anew.wrapped(
                        () -> around.say(
                                "disputes.claim.by",
                                own.contains(claim.claimant())
                                        ? around.say("disputes.claim.you")
                                        : AddressText.shortened(claim.claimant()),
                                bond(claim)),
                        "lb-quiet",
                        "lb-small"));
        if (claim.belowSplit()) {
            row.getChildren().add(Labels.wrapped(around.say("disputes.claim.below"), "lb-tone-week", "lb-small"));
        }
        if (claim.countered()) {
            row.getChildren().add(Labels.wrapped(around.say("disputes.claim.countered"), "lb-quiet", "lb-small"));
        } else if (one.contest().status().isOpen()) {
            row.getChildren().addAll(clock(claim));
        }
        return row;
    }

    /// What others have put in is no secret.
    private String bond(Contest.Claim claim) {
        TokenAmount bond = claim.bond().toTokenAmount();
        String coin = one.l1().coinSymbol();
        return own.contains(claim.claimant()) ? AmountText.exact(around, bond, coin) : AmountText.exact(bond, coin);
    }

    private String words(Contest.Claim claim) {
        if (claim.parent().isEmpty()) {
            return around.say("disputes.claim.root", claim.index());
        }
        int parent = claim.parent().getAsInt();
        return around.say(claim.attack() ? "disputes.claim.attack" : "disputes.claim.defend", claim.index(), parent);
    }

    /// The time of whoever could counter it.
    private List<Node> clock(Contest.Claim claim) {
        long until = claim.countersUntil().unixSeconds();
        long left = Math.max(0, until - tree.now().unixSeconds());
        long whole = Math.max(1, tree.maxClock().toSeconds());
        String sentence = left == 0
                ? around.say("disputes.claim.over")
                : around.say(
                        "disputes.claim.until",
                        around.phrases().moment(claim.countersUntil().toInstant()),
                        around.phrases().span(Duration.ofSeconds(left)));
        ProgressBar bar = new ProgressBar(Math.min(1.0, (double) left / whole));
        bar.setMaxWidth(240);
        bar.setMinHeight(Region.USE_PREF_SIZE); // or a page that scrolls leaves it no height
        bar.setAccessibleText(sentence);
        return List.of(bar, Labels.wrapped(sentence, "lb-quiet", "lb-small"));
    }
}
