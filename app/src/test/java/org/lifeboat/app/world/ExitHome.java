package org.lifeboat.app.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.exit.ExitReport;
import org.lifeboat.engine.exit.ExitRequest;
import org.lifeboat.engine.exit.ExitStage;
import org.lifeboat.engine.exit.ExitStep;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Submission;

/// Brings one exit home in a world where everybody behaves: does what the wallet offers, and lets time pass
/// where it offers nothing.
final class ExitHome {
    /// Seven days and a half for each root that turned out false, and the steps between.
    private static final int MOST_TURNS = 30;

    /// Turns in a row in which the sequencer may not have it: then the money is on the layer 2 still.
    private static final int MOST_WAITING = 8;

    /// The contest over a root takes so long at most.
    private static final Duration CONTEST = Duration.ofHours(85);

    private final WorldWallet wallet;
    private final Exits.Plan plan;
    private final List<String> story;
    private int waiting;

    ExitHome(WorldWallet wallet, Exits.Plan plan, List<String> story) {
        this.wallet = wallet;
        this.plan = plan;
        this.story = story;
    }

    void bring() throws InterruptedException {
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            ExitReport report = ExitReport.of(wallet.look(plan));
            story.add("plan " + plan.id() + " " + report.stage() + " " + report.why());
            if (report.stage() == ExitStage.PAID_OUT) {
                return;
            }
            boolean onL2 = report.stage() == ExitStage.AWAIT_SEQUENCER
                    || report.stage() == ExitStage.AWAIT_OWN
                    || report.stage() == ExitStage.AWAIT_L2
                    || report.stage() == ExitStage.INITIATE
                    || report.stage() == ExitStage.CAME_TO_NOTHING;
            waiting = onL2 ? waiting + 1 : 0;
            if (waiting > MOST_WAITING) {
                return;
            }
            turn(report);
        }
        assertThat(story).as("an exit without an end").isEmpty();
    }

    private void turn(ExitReport report) throws InterruptedException {
        wallet.handOverLost();
        switch (wallet.request(plan, true)) {
            case ExitRequest.Offered(ExitStep step, Network network, var order) -> {
                boolean sent = wallet.draft(network, order)
                        .map(wallet::submit)
                        .filter(Submission.Result.Sent.class::isInstance)
                        .isPresent();
                story.add("  " + step + (sent ? "" : ": not now"));
                wallet.blocks(3);
            }
            case ExitRequest.HandOver(ExitStep step, OwnTransaction own) -> {
                story.add("  again: " + step);
                wallet.handOver(own);
                wallet.blocks(3);
            }
            case ExitRequest.OtherRoot _ -> wallet.skip(CONTEST);
            case ExitRequest.Waits(ExitStep step) -> {
                story.add("  waits: " + step);
                pass(report);
            }
            case ExitRequest.Nothing _, ExitRequest.CouldNot _ -> pass(report);
        }
    }

    private void pass(ExitReport report) {
        Optional<Instant> until = report.notBefore().filter(at -> at.isAfter(wallet.now()));
        boolean contested = report.stage() == ExitStage.WAITING_CONTESTED
                || report.stage() == ExitStage.ROOT_IN_DOUBT
                || report.stage() == ExitStage.ROOT_IN_DOUBT_ALONE;
        if (until.isPresent()) {
            // The contest first; somebody has to end it before the rest of the time counts.
            Duration left = Duration.between(wallet.now(), until.get()).plusSeconds(30);
            wallet.skip(left.compareTo(CONTEST) > 0 ? CONTEST : left);
        } else if (contested) {
            wallet.skip(CONTEST);
        }
        // Where many blocks of L1 came in a few seconds, as gas became dear, the L2 takes its time to follow.
        wallet.blocks(report.stage() == ExitStage.AWAIT_L2 ? 20 : 3);
    }
}
