package org.lifeboat.ui.drills;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.drill.Drill;
import org.lifeboat.engine.drill.DrillBill;
import org.lifeboat.engine.drill.DrillMove;
import org.lifeboat.primitives.Wei;
import org.lifeboat.resources.Words;

/// What was practised, as one page of HTML that needs nothing beside it: what was done, what it would have
/// cost and how long it would have taken on Ethereum.
/// @param amount that came home, in play money; empty where nothing was to be brought home
/// @param worth of one ETH in the money that the user counts in
/// @param day on which it was played
public record Certificate(
        Words words, Drill drill, Optional<Wei> amount, DrillBill bill, Optional<BigDecimal> worth, LocalDate day) {
    public String html() {
        HtmlPage page = new HtmlPage(words.language(), words.say("drill.certificate.title"))
                .quiet(words.say("drill.certificate.of", day))
                .title(words.say("drill." + drill + ".title"))
                .line(words.say("drill." + drill + ".what"))
                .line(amount.map(wei -> words.say("drill.paid-out", coins(wei)))
                        .orElseGet(() -> words.say("drill.seen-through")));
        boolean moved = !bill.moves().isEmpty();
        if (moved) {
            moves(page, words, bill);
            DrillWords.bill(words::say, bill, worth).forEach(page::line);
        }
        return page.quiet(words.say(moved ? "drill.certificate.play" : "drill.certificate.play.alone"))
                .html();
    }

    /// What was done, with the gas and the fee of each step on L1.
    static void moves(HtmlPage page, Words words, DrillBill bill) {
        page.table(
                List.of(
                        words.say("drill.certificate.did"),
                        words.say("drill.certificate.gas"),
                        words.say("drill.certificate.cost")),
                bill.moves().stream().map(move -> row(words, bill, move)).toList());
    }

    private static List<String> row(Words words, DrillBill bill, DrillMove move) {
        String said = DrillWords.say(words::say, move);
        return switch (move) {
            case DrillMove.Sent sent ->
                List.of(
                        said,
                        Long.toString(sent.gasUsed().amount()),
                        sent.onLayer2() ? "" : coins(bill.fee(sent)) + " ETH");
            case DrillMove.Contested contested ->
                List.of(said, Long.toString(contested.gasUsed().amount()), coins(bill.fee(contested)) + " ETH");
            case DrillMove.Waited _, DrillMove.Refused _ -> List.of(said, "", "");
        };
    }

    private static String coins(Wei wei) {
        return wei.toTokenAmount().toExactString();
    }
}
