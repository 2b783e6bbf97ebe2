package org.lifeboat.app.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.AssetGroup;
import org.lifeboat.engine.balances.BalanceSheet;
import org.lifeboat.engine.balances.Figure;
import org.lifeboat.engine.balances.NetworkReport;
import org.lifeboat.engine.balances.Row;
import org.lifeboat.engine.balances.Total;
import org.lifeboat.engine.balances.Vouched;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.exit.Reach;
import org.lifeboat.engine.network.Network;
import org.lifeboat.resources.Words;
import org.lifeboat.ui.phrases.Phrases;
import org.lifeboat.ui.phrases.ReachWords;

/// The balance sheet as lines for people. Amounts are whole, never rounded.
final class SheetLines {
    private final Words words;
    private final PrintStream out;
    private final boolean zeros;
    private final Reach.Ways ways;
    private final Phrases phrases;

    /// @param clock of the profile
    /// @param zeros also the rows that were read as zero
    /// @param ways what the last look at each way out had shown
    SheetLines(Shell shell, InstantSource clock, PrintStream out, boolean zeros, Reach.Ways ways) {
        this.ways = ways;
        this.phrases = shell.phrases(clock);
        this.words = shell.words();
        this.out = out;
        this.zeros = zeros;
    }

    void print(BalanceSheet sheet) {
        for (NetworkReport report : sheet.networks()) {
            out.println(heading(report));
            Table table = new Table(1);
            List<Row> shown =
                    report.rows().stream().filter(row -> zeros || !isZero(row)).toList();
            shown.forEach(row -> table.row(cells(report.network(), row, sheet.at())));
            table.print(out);
            shown.stream()
                    .flatMap(row -> vouched(report.network(), row, sheet.at()))
                    .forEach(line -> out.println("  " + line));
            int hidden = report.rows().size() - shown.size();
            if (hidden > 0) {
                out.println("  " + words.say("cli.balances.zeros", hidden));
            }
            shown.stream().flatMap(row -> reasons(row.newest())).distinct().forEach(line -> out.println("  " + line));
            report.notes().stream().map(this::say).distinct().forEach(line -> out.println("  " + line));
            report.disagreements().forEach(disagreement -> out.println("  " + say(disagreement)));
            out.println();
        }
        // What stands alone is one row, or rows of one asset on one network that the reader sees above.
        sheet.totals().stream()
                .filter(total -> total.group() instanceof AssetGroup.Listed)
                .filter(total -> zeros || total.atLeast() || !total.sum().isZero())
                .forEach(total -> out.println(say(total)));
        reach(sheet);
    }

    /// How much of it the user can get out alone.
    private void reach(BalanceSheet sheet) {
        Reach reach = Reach.of(sheet, ways);
        ReachWords said = new ReachWords(phrases, (amount, symbol) -> amount.toExactString() + " " + symbol);
        if (!reach.parts().isEmpty()) {
            out.println();
        }
        if (reach.vouched()) {
            out.println(phrases.say("reach.line", phrases.say("reach.title"), said.alone(reach)));
            String lacks = said.shortage(reach);
            if (!lacks.isEmpty()) {
                out.println(lacks);
            }
            String further = said.further(reach);
            if (!further.isEmpty()) {
                out.println(phrases.say("reach.line", phrases.say("reach.further"), further));
            }
        } else if (!reach.parts().isEmpty()) {
            out.println(phrases.say("reach.unknown"));
        }
    }

    private String heading(NetworkReport report) {
        String name = report.network().name();
        return switch (report.state()) {
            case NetworkReport.State.Remembered _ -> words.say("cli.balances.remembered", name);
            case NetworkReport.State.Unread _ -> words.say("cli.balances.unread", name);
            case NetworkReport.State.Read(var source, var block, int _, var _) ->
                words.say("cli.balances.heading", name, block.number(), source.shown());
        };
    }

    private String[] cells(Network network, Row row, Instant now) {
        String account = row.position().account().toChecksum();
        String symbol = words.say("cli.verbatim", row.position().asset().symbol());
        return switch (row.newest()) {
            case Figure.NotAsked _ -> new String[] {"  " + account, "-", symbol, words.say("cli.balances.not-asked")};
            case Figure.Known known ->
                new String[] {"  " + account, known.amount().toExactString(), symbol, badge(network, known.assurance())
                };
            case Figure.Problem(Figure.Outcome outcome, var _, Optional<Figure.Known> last) ->
                new String[] {
                    "  " + account,
                    "?",
                    symbol,
                    words.say("cli.balances." + outcome)
                            + last.map(known -> words.say(
                                            "cli.balances.last-known",
                                            known.amount().toExactString(),
                                            age(Duration.between(known.readAt(), now))))
                                    .orElse("")
                };
        };
    }

    /// The figure that L1 vouches for, where it is another one than the newest.
    private Stream<String> vouched(Network network, Row row, Instant now) {
        boolean same = row.vouched() instanceof Vouched.Known(Figure.Known vouched, var _)
                && row.newest() instanceof Figure.Known newest
                && newest.block().equals(vouched.block());
        return row.vouched() instanceof Vouched.Known(Figure.Known known, var _) && !same
                ? Stream.of(words.say(
                        "cli.balances.vouched",
                        row.position().account().toChecksum(),
                        known.amount().toExactString(),
                        row.position().asset().symbol(),
                        known.block().number(),
                        age(Duration.between(known.readAt(), now)),
                        badge(network, known.assurance())))
                : Stream.empty();
    }

    private Stream<String> reasons(Figure figure) {
        return switch (figure) {
            case Figure.NotAsked _ -> Stream.empty();
            case Figure.Known known -> known.notes().stream().map(this::say);
            case Figure.Problem problem -> problem.reasons().stream().map(this::say);
        };
    }

    /// The level and its marks in the words of the glossary.
    private String badge(Network network, Assurance assurance) {
        if (assurance.level() == Assurance.Level.POSTED && network.layer() instanceof Network.Layer.L1) {
            return words.say("cli.assurance.SIGNED_L1");
        }
        boolean matched = assurance.level() == Assurance.Level.CLAIMED && assurance.has(Assurance.Mark.MATCHED);
        return words.say(
                "cli.assurance." + (matched ? "MATCHED" : assurance.level().name()));
    }

    private String say(Note note) {
        return words.say(note.messageKey(), note.arguments().toArray());
    }

    private String say(Disagreement disagreement) {
        var what = disagreement.contradiction();
        return words.say(
                "cli.balances.disagrees",
                disagreement.source().shown(),
                words.say(what.messageKey(), what.subject(), what.said(), what.shown()));
    }

    private String say(Total total) {
        return words.say(
                total.atLeast() ? "cli.balances.total-at-least" : "cli.balances.total",
                total.sum().toExactString(),
                total.symbol());
    }

    private String age(Duration age) {
        return age.toHours() > 48
                ? words.say("cli.age.days", age.toDays())
                : age.toMinutes() > 120
                        ? words.say("cli.age.hours", age.toHours())
                        : age.toSeconds() > 120
                                ? words.say("cli.age.minutes", age.toMinutes())
                                : words.say("cli.age.seconds", age.toSeconds());
    }

    private static boolean isZero(Row row) {
        return row.newest() instanceof Figure.Known known && known.amount().isZero();
    }
}
