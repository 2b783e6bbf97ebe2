package org.lifeboat.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.app.drill.DrillSession;
import org.lifeboat.engine.dispute.DisputeStep;
import org.lifeboat.engine.drill.Drill;
import org.lifeboat.engine.drill.DrillBill;
import org.lifeboat.engine.drill.DrillMove;
import org.lifeboat.engine.drill.DrillTurn;
import org.lifeboat.engine.send.Draft;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.ui.drills.DrillWords;
import org.lifeboat.vault.signing.Approval;
import org.lifeboat.vault.signing.Description;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Plays a drill on the command line: each move is said, each step is asked about before it is signed.
/// @param yes whether the user has agreed to all of them beforehand
record DrillPlaying(Shell shell, DrillSession session, boolean yes) {
    /// @return what was done, up to the payout
    List<DrillMove> play(Drill drill) throws InterruptedException {
        List<DrillMove> moves = new ArrayList<>();
        session.begin(
                drill,
                (step, draft) -> sign("drill.ask." + step + (draft.network().isL2() ? ".l2" : ""), draft),
                (step, draft) -> sign(contestQuestion(step, moves), draft));
        shell.progress("drill." + drill + ".begins");
        while (true) {
            switch (session.next()) {
                case DrillTurn.Moved(DrillMove move) -> {
                    moves.add(move);
                    shell.progress("cli.verbatim", DrillWords.say(shell.words()::say, move));
                }
                case DrillTurn.Declined _ -> throw shell.stop(ExitCode.DECLINED, "drill.declined");
                case DrillTurn.Ended(boolean arrived)
                when arrived -> {
                    return moves;
                }
                case DrillTurn.Ended _ -> throw shell.stop(ExitCode.BUG, "drill.stuck", "");
                case DrillTurn.Stuck(String why) -> throw shell.stop(ExitCode.BUG, "drill.stuck", why);
            }
        }
    }

    private static String contestQuestion(DisputeStep step, List<DrillMove> moves) {
        boolean first = moves.stream().noneMatch(DrillMove.Contested.class::isInstance);
        return first ? "drill.ask-contest" : "drill.ask-contest." + step;
    }

    /// The question is put before each step, in the words of whoever signs.
    private Optional<SignedTransaction> sign(String question, Draft draft) {
        Description description = session.player().describe(draft);
        description.lines().forEach(line -> shell.progress("cli.verbatim", SigningLines.say(shell.words(), line)));
        if (!shell.confirm(yes, question)) {
            return Optional.empty();
        }
        Approval approval = description.approve();
        return session.player().sign(draft, description.needsSecondConfirmation() ? approval.confirmAgain() : approval);
    }

    /// What was done, and what it would have cost and taken.
    static void write(ObjectNode json, DrillBill bill) {
        ArrayNode moves = json.putArray("moves");
        for (DrillMove move : bill.moves()) {
            ObjectNode each = moves.addObject();
            switch (move) {
                case DrillMove.Sent sent -> {
                    each.put("step", sent.step().name());
                    each.put("layer", sent.onLayer2() ? 2 : 1);
                    each.put("transaction", sent.transaction().toHex());
                    each.put("gas", Long.toString(sent.gasUsed().amount()));
                    each.put("fee", bill.fee(sent).value().toString());
                    each.put("along", sent.along().value().toString());
                    sent.token().ifPresent(token -> each.put("token", token));
                }
                case DrillMove.Contested contested -> {
                    each.put("contested", contested.step() == DisputeStep.MOVE);
                    each.put("contestStep", contested.step().name());
                    each.put("layer", 1);
                    each.put("transaction", contested.transaction().toHex());
                    each.put("gas", Long.toString(contested.gasUsed().amount()));
                    each.put("fee", bill.fee(contested).value().toString());
                    each.put("along", contested.along().value().toString());
                }
                case DrillMove.Refused(var span) -> {
                    each.put("refused", true);
                    each.put("seconds", span.toSeconds());
                }
                case DrillMove.Waited(DrillMove.Reason reason, var span) -> {
                    each.put("waited", reason.name());
                    each.put("seconds", span.toSeconds());
                }
            }
        }
        json.put("gasPrice", bill.gasPrice().value().toString());
        json.put("fees", bill.fees().value().toString());
        json.put("bonds", bill.bonds().value().toString());
        json.put("bondsBack", bill.bondsBack().value().toString());
        json.put("secondsOnEthereum", bill.onEthereum().toSeconds());
    }
}
