package org.lifeboat.ui.exits;

import java.util.Optional;
import org.lifeboat.engine.exit.ExitReport;
import org.lifeboat.engine.exit.ExitStage;
import org.lifeboat.ui.parts.Urgency;

/// How soon an exit wants its user. Waiting is calm; a step of one's own does not run away, so nothing here is ever
/// louder than *this week*.
final class ExitUrgency {
    private static final int OVER = 4;

    private ExitUrgency() {}

    static Urgency of(ExitReport report) {
        ExitStage stage = report.stage();
        boolean signing = stage.turn() == ExitStage.Turn.USER && !report.stepWaits();
        boolean own = signing || report.handOver().isPresent();
        boolean doubtful = stage == ExitStage.WAITING_CONTESTED
                || stage == ExitStage.ROOT_IN_DOUBT
                || stage == ExitStage.ROOT_IN_DOUBT_ALONE;
        return own || doubtful ? Urgency.ACT_THIS_WEEK : Urgency.CALM;
    }

    /// For sorting: the smaller, the further up.
    static int rank(ExitsScreen.Entry entry) {
        Optional<ExitReport> report = entry.report();
        if (report.filter(each -> each.stage().turn() == ExitStage.Turn.OVER).isPresent()) {
            return OVER;
        }
        return switch (report.map(ExitUrgency::of).orElse(Urgency.CALM)) {
            case ACT_NOW -> 0;
            case ACT_TODAY -> 1;
            case ACT_THIS_WEEK -> 2;
            case CALM -> 3;
        };
    }
}
