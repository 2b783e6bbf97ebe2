package org.lifeboat.ui.activity;

import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.ui.parts.AddressText;
import org.lifeboat.ui.parts.AmountText;
import org.lifeboat.ui.parts.Urgency;
import org.lifeboat.ui.phrases.Phrases;

/// A payment whose status became another while nobody looked at it.
/// @param network what the network is called
/// @param to what the counterpart is called, if it has a name here
public record PaymentNews(OwnTransaction transaction, String network, Optional<String> to) {
    /// Whether `now` is worth telling: it went into a block, failed, was replaced, or is lost from sight.
    /// @param told the statuses that were told last, by transaction
    static boolean isNews(OwnTransaction now, Map<Hash32, Class<?>> told) {
        boolean worth = switch (now.status()) {
            case Status.Accepted _, Status.Mined _, Status.Reverted _, Status.Replaced _, Status.Dropped _ -> true;
            case Status.Saved _, Status.Sent _ -> false;
        };
        return worth && !now.status().getClass().equals(told.get(now.hash()));
    }

    public String title(Phrases phrases) {
        return StatusWords.word(phrases, transaction.status());
    }

    /// What it was, and where.
    /// @param hidden amounts are not to be shown
    public String sentence(Phrases phrases, boolean hidden) {
        String who = to.or(() -> transaction.counterpart().map(AddressText::shortened))
                .orElseGet(() -> phrases.say("activity.nobody"));
        String what = phrases.say("activity.line", phrases.choice(transaction.kind()), who);
        TokenAmount amount =
                new TokenAmount(transaction.units(), transaction.asset().decimals());
        return hidden
                ? phrases.say("notice.payment.hidden", what, network)
                : phrases.say(
                        "notice.payment",
                        what,
                        AmountText.cut(amount, transaction.asset().symbol()),
                        network);
    }

    /// Nothing that became of a payment is lost by waiting; where it failed, somebody may want to pay again.
    public Urgency urgency() {
        return switch (transaction.status()) {
            case Status.Reverted _, Status.Dropped _ -> Urgency.ACT_THIS_WEEK;
            case Status.Saved _, Status.Sent _, Status.Accepted _, Status.Mined _, Status.Replaced _ -> Urgency.CALM;
        };
    }
}
