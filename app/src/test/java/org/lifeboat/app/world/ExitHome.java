package org.lifeboat.app.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.exit.ExitReport;
import org.lifeboat.engine.exit.ExitRequest;
import org.lifeboat.engine.exit.ExitStage;
import org.lifeboat.engine.exit.ExitStep;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Pending;
import org.lifeboat.engine.send.Submission;

/// One exit on its way home in a world where everybody behaves: does what the wallet offers, and says how long
/// it offers nothing.
final class ExitHome implements Homecoming {
    /// Turns in a row in which the sequencer may not have it: then the money is on the L2 still.
    private static final int MOST_WAITING = 8;

    private final WorldWallet wallet;
    private final Exits.Plan plan;
    private final List<String> story;
    private int waiting;
    private boolean over;

    ExitHome(WorldWallet wallet, Exits.Plan plan, List<String> story) {
        this.wallet = wallet;
        this.plan = plan;
        this.story = story;
    }

    @Override
    public Duration turn() throws InterruptedException {
        Exits.Look look = wallet.look(plan);
        ExitReport report = ExitReport.of(look);
        story.add("plan " + plan.id() + " " + report.stage() + " " + report.why());
        boolean waits = report.stage() == ExitStage.AWAIT_SEQUENCER
                || report.stage() == ExitStage.AWAIT_OWN
                || report.stage() == ExitStage.AWAIT_L2
                || report.stage() == ExitStage.INITIATE
                || report.stage() == ExitStage.OVERTAKEN
                || report.stage() == ExitStage.CAME_TO_NOTHING
                || report.stage() == ExitStage.PAID_OUT_UNSEEN; // the ledger knows, where L1 is not followed any more
        waiting = waits ? waiting + 1 : 0;
        over = report.stage() == ExitStage.PAID_OUT || waiting > MOST_WAITING;
        return over ? LONGEST : act(look, report);
    }

    @Override
    public boolean isOver() {
        return over;
    }

    @Override
    public String toString() {
        return "exit " + plan.id();
    }

    private Duration act(Exits.Look look, ExitReport report) throws InterruptedException {
        return switch (wallet.request(look, true)) {
            case ExitRequest.Offered(ExitStep step, Network network, var order, var _) -> {
                boolean sent = wallet.draft(network, order)
                        .map(wallet::submit)
                        .filter(Submission.Result.Sent.class::isInstance)
                        .isPresent();
                story.add("  " + step + (sent ? "" : ": not now"));
                yield Duration.ZERO;
            }
            case ExitRequest.HandOver(ExitStep step, Pending own) -> {
                story.add("  again: " + step);
                wallet.handOver(own.transaction());
                yield own.isWithoutTaker() ? Duration.ZERO : idle(report);
            }
            case ExitRequest.OtherRoot _ -> LONGEST;
            case ExitRequest.Waits(ExitStep step) -> {
                story.add("  waits: " + step);
                yield idle(report);
            }
            case ExitRequest.Nothing _, ExitRequest.CouldNot _ -> idle(report);
        };
    }

    /// The contest first; somebody has to end it before the rest of the time counts.
    private Duration idle(ExitReport report) {
        Optional<Instant> until = report.notBefore().filter(at -> at.isAfter(wallet.now()));
        boolean contested = report.stage() == ExitStage.WAITING_CONTESTED
                || report.stage() == ExitStage.ROOT_IN_DOUBT
                || report.stage() == ExitStage.ROOT_IN_DOUBT_ALONE;
        if (until.isPresent()) {
            Duration left = Duration.between(wallet.now(), until.get()).plusSeconds(30);
            return left.compareTo(LONGEST) > 0 ? LONGEST : left;
        }
        return contested ? LONGEST : Duration.ZERO;
    }
}
