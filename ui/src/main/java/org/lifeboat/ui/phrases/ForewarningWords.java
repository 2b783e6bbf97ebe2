package org.lifeboat.ui.phrases;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.exit.Forewarning;
import org.lifeboat.engine.exit.Ladder;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.Wei;

/// What is to be known before something is begun, in sentences. The same for the window and for the command line.
public record ForewarningWords(Phrases phrases, Network l2, Network l1) {
    public String say(Forewarning warning) {
        return switch (warning) {
            case Forewarning.Runs(String source, long block, Instant at) ->
                phrases.say("exits.force.runs", l2.name(), source, phrases.number(block), phrases.ago(at));
            case Forewarning.ForcedPayment(Instant effect, Optional<Wei> cost) ->
                phrases.say("money.force.payment", phrases.moment(effect), sum(cost, "exits.sum.unknown"));
            case Forewarning.ForcedWithdrawal(Instant effect, Optional<Instant> arrives, Optional<Wei> cost) ->
                arrives.map(at -> phrases.say(
                                "money.force.withdrawal",
                                phrases.moment(effect),
                                phrases.moment(at),
                                sum(cost, "exits.sum.unknown")))
                        .orElseGet(() -> cost.isPresent()
                                ? phrases.say(
                                        "money.force.undated", phrases.moment(effect), sum(cost, "exits.sum.unknown"))
                                : phrases.say("money.force.unread", phrases.moment(effect)));
            case Forewarning.Silent(String why) -> phrases.say("exits.silent", why);
            case Forewarning.Unreadable() -> phrases.say("exits.ready.unreadable");
            case Forewarning.Paused() -> phrases.say("exits.withdraw.paused", l2.name());
        };
    }

    /// What happens at a rung.
    public String title(Ladder.Rung rung) {
        return phrases.say("exits.ladder." + rung.kind(), l2.name(), l1.name());
    }

    /// Who acts then, from when, and what is waited for.
    /// @param windowKnown whether this chain's own window was read
    /// @param paused whether the bridge is
    public String when(Ladder.Rung rung, boolean windowKnown, boolean paused) {
        boolean known = rung.kind() == Ladder.Kind.ON_L2 && windowKnown;
        String key = known ? "exits.ladder.at.ON_L2.known" : "exits.ladder.at." + rung.kind();
        boolean held = paused && (rung.kind() == Ladder.Kind.PROVE || rung.kind() == Ladder.Kind.FINISH);
        String when = held
                ? phrases.say("exits.ladder.paused")
                : rung.from()
                        .map(at -> phrases.say(key, phrases.moment(at)))
                        .orElseGet(() -> phrases.say("exits.ladder.unknown"));
        String waits = held || rung.waits().isZero() || rung.from().isEmpty()
                ? ""
                : phrases.say("exits.ladder.waits." + rung.kind(), phrases.span(rung.waits()));
        return phrases.together(List.of(when, waits));
    }

    /// Rounded up: nobody shall count on less than it takes.
    private String sum(Optional<Wei> cost, String otherwise) {
        return cost.map(wei -> phrases.say(
                        "exits.sum.about",
                        new BigDecimal(wei.value(), 18)
                                .setScale(6, RoundingMode.UP)
                                .stripTrailingZeros()
                                .toPlainString(),
                        l1.coinSymbol()))
                .orElseGet(() -> phrases.say(otherwise));
    }
}
