package org.lifeboat.ui.drills;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.drill.DrillBill;
import org.lifeboat.engine.drill.DrillMove;
import org.lifeboat.primitives.Wei;

/// Drills in sentences.
public final class DrillWords {
    private static final int GWEI_DIGITS = 9;
    private static final int ETH_DIGITS = 18;

    /// Who speaks: in a language, from the bundles.
    @FunctionalInterface
    public interface Saying {
        String say(String key, Object... arguments);
    }

    private DrillWords() {}

    /// One move.
    public static String say(Saying words, DrillMove move) {
        return switch (move) {
            case DrillMove.Sent sent -> {
                String did = words.say("drill.step." + sent.step() + (sent.onLayer2() ? ".l2" : ""));
                yield sent.token()
                        .map(token -> words.say("drill.step-of", token, did))
                        .orElse(did);
            }
            case DrillMove.Contested contested -> words.say("drill.contested." + contested.step());
            case DrillMove.Refused(Duration span) -> words.say("drill.refused", span(words, span));
            case DrillMove.Waited(DrillMove.Reason reason, Duration span) ->
                words.say("drill.waited." + reason, span(words, span));
        };
    }

    /// What it would have cost and taken, a sentence each.
    public static List<String> bill(Saying words, DrillBill bill) {
        return bill(words, bill, Optional.empty());
    }

    /// @param worth of one ETH in the money that the user counts in
    public static List<String> bill(Saying words, DrillBill bill, Optional<BigDecimal> worth) {
        String gwei = gwei(bill.gasPrice());
        List<String> lines = new ArrayList<>();
        lines.add(words.say("drill.bill.fees", about(bill.fees()), gwei));
        worth.ifPresent(price -> lines.add(words.say(
                "drill.bill.worth",
                price.stripTrailingZeros().toPlainString(),
                new BigDecimal(bill.fees().value(), ETH_DIGITS)
                        .multiply(price)
                        .setScale(2, RoundingMode.UP)
                        .toPlainString())));
        if (!bill.bonds().isZero()) {
            lines.add(words.say("drill.bill.bond", coins(bill.bonds())));
        }
        if (!bill.bondsBack().isZero()) {
            lines.add(words.say("drill.bill.bond-back", coins(bill.bondsBack())));
        }
        lines.add(words.say(
                bill.withWindow() ? "drill.bill.time-with-window" : "drill.bill.time",
                span(words, bill.onEthereum()),
                span(words, bill.window())));
        return lines;
    }

    static String gwei(Wei price) {
        return new BigDecimal(price.value(), GWEI_DIGITS).stripTrailingZeros().toPlainString();
    }

    /// To the minute, where it is longer than one: parts of it that are nothing are left out.
    static String span(Saying words, Duration span) {
        if (span.compareTo(Duration.ofMinutes(1)) < 0) {
            return words.say("drill.span.seconds", span.toSeconds());
        }
        Duration whole = span.plusSeconds(30).truncatedTo(ChronoUnit.MINUTES);
        List<String> parts = new ArrayList<>();
        part(words, parts, "drill.span.days", whole.toDays());
        part(words, parts, "drill.span.hours", whole.toHoursPart());
        part(words, parts, "drill.span.minutes", whole.toMinutesPart());
        return String.join(" ", parts);
    }

    private static void part(Saying words, List<String> parts, String key, long count) {
        if (count > 0) {
            parts.add(words.say(key, count));
        }
    }

    /// A fee that depends on a guessed price: three digits of it, rounded up.
    static String about(Wei fee) {
        return new BigDecimal(fee.value(), ETH_DIGITS)
                .round(new MathContext(3, RoundingMode.UP))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String coins(Wei wei) {
        return wei.toTokenAmount().toExactString();
    }
}
