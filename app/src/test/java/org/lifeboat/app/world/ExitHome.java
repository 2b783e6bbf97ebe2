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

/// One exit on its way home in a world where everybody behaves: does what the wallet offers, and says how long
/// it offers nothing.
final class ExitHome {
    /// Seven days and a half for each root that turned out false, and the steps between.
    private static final int MOST_TURNS = 60;

    /// Unit: blocks of L1.
    private static final int BETWEEN = 3;

    private static final int LONG_BETWEEN = 12;

    /// Turns in a row in which the sequencer may not have it: then the money is on the layer 2 still.
    private static final int MOST_WAITING = 8;

    /// The contest over a root takes so long at most.
    private static final Duration CONTEST = Duration.ofHours(85);

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

    /// Brings them all home at once, so that they wait through the same days: each span that is skipped leaves
    /// the layer 2 behind.
    static void bringAll(WorldWallet wallet, List<ExitHome> exits) throws InterruptedException {
        List<ExitHome> left = exits;
        boolean skipped = false;
        for (int turn = 0; turn < MOST_TURNS && !left.isEmpty(); turn++) {
            Duration idle = CONTEST;
            for (ExitHome exit : left) {
                Duration own = exit.turn();
                idle = own.compareTo(idle) < 0 ? own : idle;
            }
            left = left.stream().filter(exit -> !exit.over).toList();
            if (!left.isEmpty() && idle.isPositive()) {
                wallet.skip(idle);
                skipped = true;
            }
            // Where many blocks of L1 came in a few seconds, as gas became dear, the L2 takes its time to follow.
            wallet.blocks(skipped ? BETWEEN : LONG_BETWEEN);
        }
        assertThat(left.stream().map(exit -> exit.plan.id()))
                .as("exits without an end")
                .isEmpty();
    }

    /// @return for how long nothing is to be done about it
    private Duration turn() throws InterruptedException {
        ExitReport report = ExitReport.of(wallet.look(plan));
        story.add("plan " + plan.id() + " " + report.stage() + " " + report.why());
        boolean onL2 = report.stage() == ExitStage.AWAIT_SEQUENCER
                || report.stage() == ExitStage.AWAIT_OWN
                || report.stage() == ExitStage.AWAIT_L2
                || report.stage() == ExitStage.INITIATE
                || report.stage() == ExitStage.CAME_TO_NOTHING;
        waiting = onL2 ? waiting + 1 : 0;
        over = report.stage() == ExitStage.PAID_OUT || waiting > MOST_WAITING;
        return over ? CONTEST : act(report);
    }

    private Duration act(ExitReport report) throws InterruptedException {
        wallet.handOverLost();
        return switch (wallet.request(plan, true)) {
            case ExitRequest.Offered(ExitStep step, Network network, var order) -> {
                boolean sent = wallet.draft(network, order)
                        .map(wallet::submit)
                        .filter(Submission.Result.Sent.class::isInstance)
                        .isPresent();
                story.add("  " + step + (sent ? "" : ": not now"));
                yield Duration.ZERO;
            }
            case ExitRequest.HandOver(ExitStep step, OwnTransaction own) -> {
                story.add("  again: " + step);
                wallet.handOver(own);
                yield Duration.ZERO;
            }
            case ExitRequest.OtherRoot _ -> CONTEST;
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
            return left.compareTo(CONTEST) > 0 ? CONTEST : left;
        }
        return contested ? CONTEST : Duration.ZERO;
    }
}
