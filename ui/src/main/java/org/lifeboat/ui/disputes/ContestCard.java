package org.lifeboat.ui.disputes;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.dispute.Contest;
import org.lifeboat.engine.dispute.ContestFact;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Wei;
import org.lifeboat.ui.disputes.DisputesScreen.One;
import org.lifeboat.ui.parts.AddressText;
import org.lifeboat.ui.parts.AmountText;
import org.lifeboat.ui.parts.Anew;
import org.lifeboat.ui.parts.CopiedText;
import org.lifeboat.ui.parts.Facts;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;

/// What is claimed, who may contest it, and the money at stake: now, and at worst.
final class ContestCard {
    private ContestCard() {}

    static Node of(Surroundings around, One one) {
        Contest contest = one.contest();
        String coin = one.l1().coinSymbol();
        Facts facts = new Facts();
        facts.add(around.say("disputes.game"), AddressText.whole(around, contest.contract()));
        facts.add(
                around.say("truth.claimed"),
                new CopiedText(
                        around, around.say("truth.claimed"), contest.root().toHex()));
        facts.add(
                around.say("disputes.made"),
                around.phrases().moment(contest.createdAt().toInstant()));
        contest.tree().ifPresent(tree -> {
            facts.add(around.say("disputes.clock"), around.phrases().span(tree.maxClock()));
            facts.add(
                    around.say("disputes.settles"),
                    around.phrases().moment(tree.settlesAt().toInstant()));
            facts.add(around.say("disputes.bonds"), amount(around, sum(tree.claims()), coin));
            facts.add(around.say("disputes.bonds.own"), amount(around, sum(own(one, tree)), coin));
        });
        atWorst(one)
                .ifPresent(worst -> facts.add(
                        around.say("disputes.bonds.worst"),
                        Anew.wrapped(() -> around.say(
                                "disputes.bonds.worst.is", AmountText.exact(around, worst.toTokenAmount(), coin)))));
        return DisputesView.card(
                Labels.heading(around.say("disputes.contest")),
                Labels.wrapped(around.say("dispute.kind." + contest.kind(), contest.type())),
                facts);
    }

    private static Label amount(Surroundings around, Wei wei, String coin) {
        return Anew.wrapped(() -> AmountText.exact(around, wei.toTokenAmount(), coin));
    }

    /// What further own moves come to, if each is answered.
    private static Optional<Wei> atWorst(One one) {
        return one.own().stream()
                .flatMap(own -> own.facts().stream())
                .filter(ContestFact.BondsAtMost.class::isInstance)
                .map(fact -> ((ContestFact.BondsAtMost) fact).amount())
                .findFirst();
    }

    private static List<Contest.Claim> own(One one, Contest.Tree tree) {
        List<Address> accounts = one.signers().stream().map(Account::address).toList();
        return tree.claims().stream()
                .filter(claim -> accounts.contains(claim.claimant()))
                .toList();
    }

    private static Wei sum(List<Contest.Claim> claims) {
        return new Wei(claims.stream().map(claim -> claim.bond().value()).reduce(BigInteger.ZERO, BigInteger::add));
    }
}
