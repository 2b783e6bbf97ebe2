package org.lifeboat.engine.exit;

import java.util.Optional;

/// Where a plan stands, one word for each sentence that can be said of it.
public enum ExitStage {
    /// Kept; the transaction that takes the money off the L2 is not signed yet.
    INITIATE(Turn.USER, ExitStep.INITIATE),
    /// That transaction is signed and in no block.
    AWAIT_OWN(Turn.OTHERS),
    /// It was signed, and another transaction of the account has its number: by what the sources say it took no money
    /// off.
    OVERTAKEN(Turn.USER),
    /// Through L1, and not on the L2 yet.
    AWAIT_L2(Turn.OTHERS),
    /// Handed to the sequencer, and not on the L2 now.
    AWAIT_SEQUENCER(Turn.OTHERS),
    CAME_TO_NOTHING(Turn.USER),
    L1_SILENT(Turn.UNKNOWN),
    L2_SILENT(Turn.UNKNOWN),
    PAUSED(Turn.OTHERS),
    /// No root covers it, and only others can post one.
    NO_ROOT(Turn.OTHERS),
    /// No root covers it; the user can post one, or wait.
    NO_ROOT_BUT_OWN(Turn.OTHERS),
    /// A root that covers it is in the newest block, and counts from the next one on.
    ROOT_TOO_NEW(Turn.OTHERS),
    /// The bridge counts roots of a kind that this program does not read.
    ROOTS_NOT_READ(Turn.OTHERS),
    CAN_PROVE(Turn.USER, ExitStep.PROVE),
    /// The only root that covers it is contested.
    CAN_PROVE_CONTESTED(Turn.USER, ExitStep.PROVE),
    WAITING(Turn.OTHERS),
    /// Proven, and nobody contests; when the root counts is not told in a way that is known here.
    WAITING_UNDATED(Turn.OTHERS),
    WAITING_CONTESTED(Turn.OTHERS),
    /// The root that it was proven against falls as its contest stands; another one covers it, and can be proven
    /// against at once if the user wants.
    ROOT_IN_DOUBT(Turn.OTHERS),
    /// So it falls, and no other root covers it that nobody contests.
    ROOT_IN_DOUBT_ALONE(Turn.OTHERS),
    CAN_RESOLVE(Turn.USER, ExitStep.RESOLVE),
    MUST_PROVE_AGAIN(Turn.USER, ExitStep.PROVE),
    /// What it was proven against is lost, and no other root covers it yet.
    LOST_PROOF(Turn.OTHERS),
    /// The output that it was proven against was deleted, and the bridge takes no other proof until another output
    /// stands in its place.
    ROOT_DELETED(Turn.OTHERS),
    CAN_FINISH(Turn.USER, ExitStep.FINISH),
    /// Finished, but the bridge on L1 refused the tokens; it can be tried again.
    CAN_REPLAY(Turn.USER, ExitStep.REPLAY),
    PAID_OUT(Turn.OVER),
    /// Finished, and the call to the target failed.
    PAID_OUT_LOST(Turn.OVER),
    /// Finished; whether the money arrived could not be read.
    PAID_OUT_UNSEEN(Turn.OVER);

    /// Whose turn it is.
    public enum Turn {
        USER,
        OTHERS,
        /// Nobody could be asked.
        UNKNOWN,
        OVER
    }

    private final Turn turn;
    private final Optional<ExitStep> step;

    ExitStage(Turn turn) {
        this.turn = turn;
        this.step = Optional.empty();
    }

    ExitStage(Turn turn, ExitStep step) {
        this.turn = turn;
        this.step = Optional.of(step);
    }

    public Turn turn() {
        return turn;
    }

    /// What the user can sign now.
    public Optional<ExitStep> step() {
        return step;
    }
}
