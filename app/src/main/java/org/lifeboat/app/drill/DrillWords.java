package org.lifeboat.app.drill;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lifeboat.engine.drill.DrillBill;
import org.lifeboat.engine.drill.DrillMove;
import org.lifeboat.primitives.Wei;
import org.lifeboat.resources.Words;

/// Drills in sentences.
public final class DrillWords {
    private static final int GWEI_DIGITS = 9;

    private DrillWords() {}

    /// One move.
    public static String say(Words words, DrillMove move) {
        return switch (move) {
            case DrillMove.Sent sent -> words.say("drill.step." + sent.step() + (sent.onLayer2() ? ".l2" : ""));
            case DrillMove.Refused(Duration span) -> words.say("drill.refused", span(words, span));
            case DrillMove.Waited(DrillMove.Reason reason, Duration span) ->
                words.say("drill.waited." + reason, span(words, span));
        };
    }

    /// What it would have cost and taken, a sentence each.
    public static List<String> bill(Words words, DrillBill bill) {
        String gwei = new BigDecimal(bill.gasPrice().value(), GWEI_DIGITS)
                .stripTrailingZeros()
                .toPlainString();
        List<String> lines = new ArrayList<>();
        lines.add(words.say("drill.bill.fees", coins(bill.fees()), gwei));
        if (!bill.bonds().isZero()) {
            lines.add(words.say("drill.bill.bond", coins(bill.bonds())));
        }
        lines.add(words.say(
                bill.withWindow() ? "drill.bill.time-with-window" : "drill.bill.time", span(words, bill.onEthereum())));
        return lines;
    }

    private static String span(Words words, Duration span) {
        return words.say("drill.span", span.toDays(), span.toHoursPart(), span.toMinutesPart());
    }

    private static String coins(Wei wei) {
        return wei.toTokenAmount().toExactString();
    }
}
