package org.lifeboat.ui.disputes;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.dispute.DisputeNext;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.GameType;
import org.lifeboat.rollups.opstack.dispute.DisputeClaim;
import org.lifeboat.rollups.opstack.dispute.DisputeGame;
import org.lifeboat.ui.disputes.DisputesScreen.One;
import org.lifeboat.ui.parts.AddressText;
import org.lifeboat.ui.parts.AmountText;
import org.lifeboat.ui.parts.CopiedText;
import org.lifeboat.ui.parts.Facts;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;

/// What is claimed, who may contest it, and the money at stake: now, and at worst.
final class ContestCard {
    private ContestCard() {}

    static Node of(Surroundings around, One one) {
        Game game = one.game();
        String coin = one.l1().coinSymbol();
        Facts facts = new Facts();
        facts.add(around.say("disputes.game"), AddressText.whole(around, game.contract()));
        facts.add(
                around.say("truth.claimed"),
                new CopiedText(around, around.say("truth.claimed"), game.root().toHex()));
        facts.add(
                around.say("disputes.made"),
                around.phrases().moment(game.createdAt().toInstant()));
        one.dispute().ifPresent(dispute -> {
            facts.add(around.say("disputes.clock"), around.phrases().span(dispute.maxClock()));
            facts.add(
                    around.say("disputes.settles"),
                    around.phrases().moment(dispute.settlesAt().toInstant()));
            facts.add(
                    around.say("disputes.bonds"),
                    AmountText.exact(sum(dispute.claims()).toTokenAmount(), coin));
            facts.add(
                    around.say("disputes.bonds.own"),
                    AmountText.exact(sum(own(one, dispute)).toTokenAmount(), coin));
        });
        atWorst(one)
                .ifPresent(worst -> facts.add(
                        around.say("disputes.bonds.worst"),
                        around.say("disputes.bonds.worst.is", AmountText.exact(worst.toTokenAmount(), coin))));
        VBox card = DisputesView.card(
                Labels.heading(around.say("disputes.contest")),
                Labels.wrapped(around.say("dispute.kind." + GameType.of(game.type()), game.type())),
                facts);
        return card;
    }

    /// What further own moves come to, if each is answered.
    private static Optional<Wei> atWorst(One one) {
        return one.own()
                .filter(own -> own.look().next() instanceof DisputeNext.Act)
                .map(own -> ((DisputeNext.Act) own.look().next()).atMost())
                .filter(wei -> !wei.isZero());
    }

    private static List<DisputeClaim> own(One one, DisputeGame dispute) {
        List<Address> accounts = one.signers().stream().map(Account::address).toList();
        return dispute.claims().stream()
                .filter(claim -> accounts.contains(claim.claimant()))
                .toList();
    }

    private static Wei sum(List<DisputeClaim> claims) {
        return new Wei(claims.stream().map(claim -> claim.bond().value()).reduce(BigInteger.ZERO, BigInteger::add));
    }
}
