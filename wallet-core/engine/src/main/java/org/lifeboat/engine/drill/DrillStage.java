package org.lifeboat.engine.drill;

import org.lifeboat.engine.exit.ExitReport;

/// How far a drill is that somebody plays on the wallet's own pages: one word for each thing that a guide says.
public enum DrillStage {
    /// Everything works still.
    READY,
    /// Things go wrong, and no exit was begun.
    BEGIN,
    /// An exit was begun by a way that is closed in this drill.
    OTHER_WAY,
    /// An exit is kept; its first step is to be signed.
    INITIATE,
    /// All is on its way or home but a token, whose way home is to be begun.
    TOKEN,
    /// A step is signed and in no block yet.
    AWAIT_BLOCK,
    /// Only L1 can bring it onto the L2, when the operator's window is over.
    AWAIT_WINDOW,
    AWAIT_L2,
    /// Somebody will post a root.
    AWAIT_ROOT,
    /// Nobody posts a root; the user can.
    OWN_ROOT,
    /// The root on L1 is none of the L2's, and L1 can still lose its game: a bond would be lost with it.
    FALSE_ROOT_NEW,
    /// The root on L1 is none of the L2's.
    FALSE_ROOT,
    PROVE,
    AWAIT_CONTEST,
    RESOLVE,
    AWAIT_MATURITY,
    FINISH,
    /// The bridge is stopped: nothing can be proven or paid out.
    PAUSED,
    /// A layer does not answer.
    SILENT,
    /// The withdrawal failed, which no drill wants.
    FAILED,
    /// The server lies, and was not caught yet.
    LIE_TOLD,
    /// It was caught and is not asked any more.
    LIE_CAUGHT,
    /// It tells the truth again and is not asked still.
    LIE_OVER,
    DONE;

    /// Whether there is nothing to do but to let time pass.
    boolean waits() {
        return switch (this) {
            case AWAIT_BLOCK,
                    AWAIT_WINDOW,
                    AWAIT_L2,
                    AWAIT_ROOT,
                    FALSE_ROOT_NEW,
                    FALSE_ROOT,
                    AWAIT_CONTEST,
                    AWAIT_MATURITY,
                    PAUSED,
                    SILENT -> true;
            case READY,
                    BEGIN,
                    OTHER_WAY,
                    INITIATE,
                    TOKEN,
                    OWN_ROOT,
                    PROVE,
                    RESOLVE,
                    FINISH,
                    FAILED,
                    LIE_TOLD,
                    LIE_CAUGHT,
                    LIE_OVER,
                    DONE -> false;
        };
    }

    /// What the user has to do on L1 or the L2, from what a look at the exit shows.
    /// @param refused whether a root was found to be false before
    /// @param falseRoot whether the root at hand is
    static DrillStage of(Drill drill, ExitReport report, boolean refused, boolean falseRoot) {
        if (report.stepWaits()) {
            return AWAIT_BLOCK;
        }
        return switch (report.stage()) {
            case INITIATE -> INITIATE;
            case AWAIT_OWN, ROOT_TOO_NEW -> AWAIT_BLOCK;
            case AWAIT_L2, AWAIT_SEQUENCER -> drill.l1Alone() ? AWAIT_WINDOW : AWAIT_L2;
            case CAME_TO_NOTHING, OVERTAKEN -> FAILED;
            case L1_SILENT, L2_SILENT, ROOTS_NOT_READ -> SILENT;
            case PAUSED -> PAUSED;
            case NO_ROOT, NO_ROOT_BUT_OWN, LOST_PROOF -> drill.l1Alone() || refused ? OWN_ROOT : AWAIT_ROOT;
            case ROOT_DELETED -> AWAIT_ROOT;
            case CAN_PROVE, CAN_PROVE_CONTESTED, MUST_PROVE_AGAIN -> falseRoot ? FALSE_ROOT : PROVE;
            case WAITING, WAITING_UNDATED, WAITING_CONTESTED, ROOT_IN_DOUBT, ROOT_IN_DOUBT_ALONE -> AWAIT_CONTEST;
            case CAN_RESOLVE -> RESOLVE;
            case CAN_FINISH, CAN_REPLAY -> FINISH;
            case PAID_OUT, PAID_OUT_LOST, PAID_OUT_UNSEEN -> DONE;
        };
    }
}
