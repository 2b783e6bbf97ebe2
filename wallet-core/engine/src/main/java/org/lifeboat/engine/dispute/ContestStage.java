package org.lifeboat.engine.dispute;

/// Where a plan about a contest stands, one word for each thing that can be wanted of its user.
public enum ContestStage {
    /// A claim is to be countered, or the missing block to be shown, before the clock of the user's side is over.
    MOVE(Turn.USER),
    /// So it is, but roots have to be computed first.
    CHECK(Turn.USER),
    /// It goes on about single steps of a program: others have to be found in time.
    HAND_OVER(Turn.USER),
    /// What is called for now is signed, and in no block.
    OWN_WAITS(Turn.OTHERS),
    /// A claim should have been countered, and its time is over.
    TOO_LATE(Turn.OTHERS),
    WAIT(Turn.OTHERS),
    /// Time is over, and somebody has to say so.
    CAN_SETTLE(Turn.USER),
    /// Another game stands there than was checked.
    OTHER_GAME(Turn.USER),
    NOT_PLAYED(Turn.OTHERS),
    /// Something is due, and its waiting time can be begun.
    CAN_UNLOCK(Turn.USER),
    /// Something is due and can be paid.
    CAN_CLAIM(Turn.USER),
    /// Something is due, and time has to pass.
    DUE_LATER(Turn.OTHERS),
    /// Won, and nothing is due any more.
    WON(Turn.OVER),
    /// Lost, and nothing is due.
    LOST(Turn.OVER),
    /// Over, nothing is due, and whether it should have ended so was not found out here.
    ENDED(Turn.OVER),
    SILENT(Turn.UNKNOWN);

    /// Whose turn it is.
    public enum Turn {
        USER,
        OTHERS,
        /// Nobody could be asked.
        UNKNOWN,
        OVER
    }

    private final Turn turn;

    ContestStage(Turn turn) {
        this.turn = turn;
    }

    public Turn turn() {
        return turn;
    }
}
