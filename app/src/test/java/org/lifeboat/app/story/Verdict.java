package org.lifeboat.app.story;

import java.math.BigInteger;
import java.util.List;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.BalanceSheet;
import org.lifeboat.engine.balances.Figure;
import org.lifeboat.engine.balances.NetworkReport;
import org.lifeboat.engine.balances.Row;
import org.lifeboat.engine.claims.Note;

/// What a flow made of an answer that was tampered with.
/// @param silent a false value was taken for a checked one: never allowed
record Verdict(Outcome outcome, String words, boolean silent) {
    enum Outcome {
        /// Nothing false came through, and nothing was remarked on.
        TRUE,
        REFUTED,
        COULD_NOT_ASK,
        /// Shown, with a remark that it is unchecked and why.
        UNCHECKED
    }

    /// What an asset's amount truly is at a block.
    interface Truth {
        BigInteger amount(String symbol, long block);
    }

    static Verdict of(BalanceSheet sheet, Truth truth) {
        NetworkReport report = sheet.networks().getFirst();
        boolean silent = false;
        boolean unchecked = false;
        boolean missing = false;
        StringBuilder reasons = new StringBuilder();
        for (Row row : report.rows()) {
            switch (row.newest()) {
                case Figure.Known known -> {
                    BigInteger expected = truth.amount(
                            row.position().asset().symbol(), known.block().number());
                    boolean right = known.amount().units().equals(expected);
                    boolean matched = known.assurance().has(Assurance.Mark.MATCHED);
                    silent |= !right && matched;
                    // A token without a pin is never checked; what counts is that this is said.
                    boolean said = !known.notes().isEmpty();
                    silent |= !matched && !said;
                    boolean suggested =
                            known.notes().stream().anyMatch(note -> note.kind() == Note.Kind.SLOT_SUGGESTED);
                    unchecked |= !matched && (!right || !suggested);
                    known.notes().forEach(note -> reasons.append(words(note)).append("; "));
                }
                case Figure.Problem problem -> {
                    missing = true;
                    problem.reasons()
                            .forEach(note -> reasons.append(words(note)).append("; "));
                }
                case Figure.NotAsked _ -> missing = true;
            }
        }
        if (!report.disagreements().isEmpty()) {
            return new Verdict(
                    Outcome.REFUTED,
                    report.disagreements().getFirst().contradiction().inWords(),
                    silent);
        }
        Outcome outcome = missing ? Outcome.COULD_NOT_ASK : unchecked ? Outcome.UNCHECKED : Outcome.TRUE;
        return new Verdict(outcome, reasons.toString(), silent);
    }

    static String words(Note note) {
        return note.kind() + " " + String.join(" ", note.arguments());
    }

    static String words(List<Note> notes) {
        return String.join("; ", notes.stream().map(Verdict::words).toList());
    }

    @Override
    public String toString() {
        return outcome + (words.isEmpty() ? "" : ": " + words.substring(0, Math.min(110, words.length())));
    }
}
