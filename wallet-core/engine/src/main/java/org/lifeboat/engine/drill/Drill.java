package org.lifeboat.engine.drill;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What can be practised. Its words are under `drill.NAME` in the message bundles.
public enum Drill {
    /// Whoever runs the L2 is gone for good: nobody sequences, writes down, posts roots or contests
    /// them.
    SEQUENCER_GONE,
    /// The sequencer leaves out what the user sends; everything else works.
    SEQUENCER_CENSORS,
    /// Whoever posts roots posts a false one after the user's withdrawal.
    FALSE_ROOT,
    /// The server that is asked about L1 tells false balances. Nothing is to be brought home.
    SOURCE_LIES;

    /// Whether it is about money that is to be brought home. What is not is played in the window alone, where
    /// there is something to look at.
    public boolean bringsHome() {
        return this != SOURCE_LIES;
    }

    /// Whether L1 alone makes the L2's blocks.
    boolean l1Alone() {
        return this == SEQUENCER_GONE;
    }

    /// Whether a true root comes only from the user.
    boolean ownRoot() {
        return this != SEQUENCER_CENSORS;
    }

    /// As it is named on the command line.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Drill> find(String id) {
        return Arrays.stream(values()).filter(drill -> drill.id().equals(id)).findFirst();
    }
}
