package org.lifeboat.ui.drills;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.drill.PlayedBridge;
import org.lifeboat.engine.drill.RealMoney;
import org.lifeboat.engine.drill.Rehearsal;
import org.lifeboat.engine.exit.BridgeReport;
import org.lifeboat.primitives.Wei;

/// A rehearsal in sentences.
public record RehearsalWords(DrillWords.Saying words) {
    public String what(RealMoney money) {
        List<String> wanted = new ArrayList<>();
        if (!money.onL2().isZero()) {
            wanted.add(coin(money.onL2(), money));
        }
        money.movable().forEach(held -> wanted.add(held.said()));
        return words.say("rehearsal.what", money.l2().name(), list(wanted));
    }

    /// Whether it would have come home today.
    public String outcome(Rehearsal rehearsal) {
        String ended = rehearsal
                .stoppedAt()
                .map(step -> words.say("rehearsal.stopped." + step))
                .orElseGet(() -> words.say("rehearsal.through"));
        return rehearsal.leftTokens() ? words.say("rehearsal.left-tokens", ended) : ended;
    }

    /// The one thing to do.
    public String toDo(RealMoney money) {
        return Rehearsal.flaws(money).stream()
                .findFirst()
                .map(flaw -> say("rehearsal.do." + flaw, money))
                .orElseGet(() -> words.say("rehearsal.do.nothing"));
    }

    /// What would have failed, or been harder than it must be; a sentence each.
    public List<String> flaws(RealMoney money) {
        return Rehearsal.flaws(money).stream()
                .map(flaw -> say("rehearsal.flaw." + flaw, money))
                .toList();
    }

    /// What was read of the real chains, and how far it was checked; a sentence each.
    public List<String> copied(RealMoney money) {
        List<String> lines = new ArrayList<>();
        lines.add(words.say(
                "rehearsal.held", coin(money.onL2(), money), money.l2().name(), how(money.ofL2())));
        lines.add(words.say(
                "rehearsal.held", onL1(money.ready().held(), money), money.l1().name(), howOnL1(money.ofL1())));
        money.tokens().forEach(held -> lines.add(token(held)));
        lines.add(words.say(
                "rehearsal.price", DrillWords.gwei(money.price()), money.l1().name()));
        lines.add(bridge(money));
        lines.add(bond(money));
        lines.add(words.say("rehearsal.window", money.l2().name(), span(money.silence()), money.window()));
        lines.add(contest(money));
        if (money.bridge().paused()) {
            lines.add(words.say("rehearsal.paused"));
        }
        if (money.atHand().silent()) {
            lines.add(words.say("rehearsal.silent", money.l2().name()));
        }
        return lines;
    }

    private String bridge(RealMoney money) {
        BridgeReport real = money.bridge();
        PlayedBridge played = money.played();
        boolean same =
                played.maturity().equals(real.maturity()) && played.airGap().equals(real.airGap());
        return words.say(
                same ? "rehearsal.bridge" : "rehearsal.bridge.other",
                span(real.maturity()),
                span(real.airGap()),
                howOnL1(real.assurance()),
                span(played.maturity()),
                span(played.airGap()));
    }

    private String bond(RealMoney money) {
        Optional<Wei> played = money.played().bond();
        if (played.isEmpty()) {
            return words.say("rehearsal.bond.sandbox");
        }
        Wei real = money.bridge().bond();
        boolean more = !played.get().equals(real);
        String key = switch (money.bridge().roots()) {
            case OPEN -> more ? "rehearsal.bond.more" : "rehearsal.bond";
            case PERMISSIONED, PROVEN -> more ? "rehearsal.bond.more" : "rehearsal.bond.closed";
            case ORACLE -> "rehearsal.bond.none";
            case SUPER, UNKNOWN -> "rehearsal.bond.sandbox";
        };
        return words.say(key, onL1(real, money), howOnL1(money.bridge().assurance()), onL1(played.get(), money));
    }

    private String contest(RealMoney money) {
        Duration played = money.played().contest();
        return money.contest()
                .map(real -> words.say(
                        played.equals(real) ? "rehearsal.contest" : "rehearsal.contest.other",
                        span(real),
                        span(played)))
                .orElseGet(() -> words.say("rehearsal.contest.sandbox", span(played)));
    }

    private String token(RealMoney.Held held) {
        String way = held.comesHome()
                ? "HOME"
                : held.way().comesHome() ? "LESS_LOCKED" : held.way().kind().name();
        return words.say("rehearsal.token." + way, held.said(), how(held.assurance()));
    }

    private String list(List<String> things) {
        return things.stream()
                .reduce((one, other) -> words.say("rehearsal.and", one, other))
                .orElse("");
    }

    /// The same for every flaw: the layers, what is missing on L1, what is held there, and tokens without a way home.
    private String say(String key, RealMoney money) {
        return words.say(
                key,
                money.l1().name(),
                money.l2().name(),
                onL1(Rehearsal.missing(money).orElse(Wei.ZERO), money),
                onL1(money.ready().held(), money),
                list(Rehearsal.staying(money).stream().map(RealMoney.Held::said).toList()));
    }

    /// As the badge beside a figure says it.
    private String how(Assurance assurance) {
        return words.say("rehearsal.how."
                + (assurance.has(Assurance.Mark.MATCHED) ? Assurance.Mark.MATCHED : assurance.level()));
    }

    /// The same of what was read on L1 itself: nobody contests that, a block can only be replaced until it is final.
    private String howOnL1(Assurance assurance) {
        boolean replaceable = assurance.level() == Assurance.Level.POSTED && !assurance.has(Assurance.Mark.MATCHED);
        return replaceable ? words.say("rehearsal.how.REPLACEABLE") : how(assurance);
    }

    private String span(Duration span) {
        return DrillWords.span(words, span);
    }

    private static String coin(Wei wei, RealMoney money) {
        return wei.toTokenAmount().toExactString() + " " + money.l2().coinSymbol();
    }

    private static String onL1(Wei wei, RealMoney money) {
        return wei.toTokenAmount().toExactString() + " " + money.l1().coinSymbol();
    }
}
