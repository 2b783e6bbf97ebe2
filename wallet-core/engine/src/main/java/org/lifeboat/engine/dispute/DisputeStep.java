package org.lifeboat.engine.dispute;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.rollups.opstack.dispute.DisputeAction;

/// One transaction of a plan. Its name, the plan's number and what it is about stand in the note of the
/// transaction: so a plan finds what it has signed, also where the program was killed between signing and
/// remembering.
public enum DisputeStep {
    /// Counters a claim, with a bond.
    MOVE,
    /// Shows that the block that is claimed is none.
    SHOW_NUMBER,
    /// Settles a claim, or the game, whose time is over.
    SETTLE,
    /// Begins the waiting time of what was won.
    UNLOCK,
    /// Has it paid.
    CLAIM;

    /// @param about which claim; empty where there is but one
    String note(PlanStore.Id plan, String about) {
        return "dispute " + plan.value() + ": " + word() + (about.isEmpty() ? "" : " " + about);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What the note of a move is about.
    static String about(DisputeAction.Move move) {
        return about(move.against().index(), move.attack());
    }

    /// @param against index of the claim that a move counters
    static String about(int against, boolean attack) {
        return against + (attack ? " attack" : " defend");
    }

    /// Which step of any contest a note is that of.
    public static Optional<DisputeStep> named(String note) {
        String[] parts = note.split(": ", 2);
        return note.startsWith("dispute ") && parts.length == 2
                ? Arrays.stream(values())
                        .filter(step -> parts[1].split(" ", 2)[0].equals(step.word()))
                        .findFirst()
                : Optional.empty();
    }

    /// Whether a note is one of that plan's.
    static boolean isOf(PlanStore.Id plan, String note) {
        return note.startsWith("dispute " + plan.value() + ": ");
    }
}
