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
    private static final String STYLE = """
            body{font:16px/1.5 sans-serif;max-width:44em;margin:3em auto;padding:0 1em;color:#1d2733;background:#fff}
            h1{font-size:1.7em;margin-bottom:0}table{border-collapse:collapse;width:100%;margin:1.5em 0}
            th,td{text-align:left;padding:.4em .6em;border-bottom:1px solid #d5dbe1}td.n{text-align:right}
            .quiet{color:#5a6673}""";

    public String html() {
        StringBuilder page = new StringBuilder();
        page.append("<!DOCTYPE html>\n<html lang=\"")
                .append(words.language().tag())
                .append("\"><head><meta charset=\"utf-8\"><title>")
                .append(said("drill.certificate.title"))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head>\n<body>\n");
        page.append("<p class=\"quiet\">")
                .append(said("drill.certificate.of", day))
                .append("</p>\n");
        page.append("<h1>").append(said("drill." + drill + ".title")).append("</h1>\n");
        page.append("<p>").append(said("drill." + drill + ".what")).append("</p>\n");
        page.append("<p>").append(outcome()).append("</p>\n");
        if (!bill.moves().isEmpty()) {
            page.append(table());
        }
        totals().forEach(line -> page.append("<p>").append(line).append("</p>\n"));
        page.append("<p class=\"quiet\">")
                .append(said(bill.moves().isEmpty() ? "drill.certificate.play.alone" : "drill.certificate.play"))
                .append("</p>\n</body></html>\n");
        return page.toString();
    }

    private String outcome() {
        return amount.map(wei -> said("drill.paid-out", coins(wei))).orElseGet(() -> said("drill.seen-through"));
    }

    private String table() {
        StringBuilder rows = new StringBuilder("<table><tr><th>")
                .append(said("drill.certificate.did"))
                .append("</th><th>")
                .append(said("drill.certificate.gas"))
                .append("</th><th>")
                .append(said("drill.certificate.cost"))
                .append("</th></tr>\n");
        for (DrillMove move : bill.moves()) {
            rows.append("<tr><td>")
                    .append(escaped(DrillWords.say(words::say, move)))
                    .append("</td>");
            rows.append(
                    switch (move) {
                        case DrillMove.Sent sent ->
                            "<td class=\"n\">" + sent.gasUsed().amount() + "</td><td class=\"n\">"
                                    + (sent.onLayer2() ? "" : coins(bill.fee(sent)) + " ETH") + "</td>";
                        case DrillMove.Waited _, DrillMove.Refused _ -> "<td></td><td></td>";
                    });
            rows.append("</tr>\n");
        }
        return rows.append("</table>\n").toString();
    }

    private List<String> totals() {
        List<String> lines = bill.moves().isEmpty() ? List.of() : DrillWords.bill(words::say, bill, worth);
        return lines.stream().map(Certificate::escaped).toList();
    }

    private String said(String key, Object... arguments) {
        return escaped(words.say(key, arguments));
    }

    private static String coins(Wei wei) {
        return wei.toTokenAmount().toExactString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
