package org.lifeboat.engine.drill;

/// What became of one turn.
public sealed interface DrillTurn {
    record Moved(DrillMove move) implements DrillTurn {}

    /// The user did not want to sign.
    record Declined() implements DrillTurn {}

    /// The money is paid out.
    /// @param arrived whether it came to whom it was meant for
    record Ended(boolean arrived) implements DrillTurn {}

    /// It goes no further, which must not be: a fault of the program or of its sandbox.
    record Stuck(String why) implements DrillTurn {}
}
