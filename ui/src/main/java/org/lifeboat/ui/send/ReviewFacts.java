package org.lifeboat.ui.send;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.send.Draft;
import org.lifeboat.engine.send.FeeQuote;
import org.lifeboat.ui.parts.AddressText;
import org.lifeboat.ui.parts.AmountText;
import org.lifeboat.ui.parts.CopiedText;
import org.lifeboat.ui.parts.Facts;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;

/// The section of the review that says who, what, to whom, for how much, where.
final class ReviewFacts {
    private ReviewFacts() {}

    static Region of(Surroundings around, SendScreen.Review review) {
        Draft draft = review.draft();
        FeeQuote fee = draft.fee();
        String coin = around.phrases().symbol(draft.network().coinSymbol());
        Facts facts = new Facts();
        Label amount = Labels.wrapped(
                AmountText.exact(
                        ReviewCard.amount(draft),
                        around.phrases().symbol(draft.asset().symbol())),
                "lb-large-amount");
        facts.add(around.say("send.amount"), amount);
        facts.add(around.say("send.to"), AddressText.named(around, draft.to(), review.name(draft.to())));
        facts.add(around.say("send.from"), AddressText.named(around, draft.from(), review.name(draft.from())));
        facts.add(
                around.say("evidence.network"),
                around.say(
                        "evidence.chain",
                        draft.network().name(),
                        draft.network().chain()));
        String expected = AmountText.exact(fee.expected().total().toTokenAmount(), coin);
        String most = AmountText.exact(fee.most().total().toTokenAmount(), coin);
        facts.add(
                around.say("activity.fee"),
                fee.whole() ? around.say("send.fee", expected, most) : around.say("send.feeAtLeast", expected, most));
        facts.add(
                around.say("activity.nonce"),
                Long.toString(draft.transaction().nonce().value()));
        if (draft.asset() instanceof Asset.Erc20(var token, var _)) {
            facts.add(around.say("evidence.token"), AddressText.whole(around, token.contract()));
        }
        draft.replaces()
                .ifPresent(old -> facts.add(
                        around.say("activity.rival.older"),
                        new CopiedText(around, around.say("activity.hash"), old.toHex())));
        return ReviewCard.section(Labels.heading(around.say("send.what")), facts);
    }
}
