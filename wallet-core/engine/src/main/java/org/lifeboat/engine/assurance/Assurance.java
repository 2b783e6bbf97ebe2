package org.lifeboat.engine.assurance;

import java.util.Set;

/// A level of the ladder with its marks.
/// @param level how firmly the figure is vouched for
/// @param marks what else was checked
public record Assurance(Level level, Set<Mark> marks) implements Comparable<Assurance> {
    public static final Assurance CLAIMED = new Assurance(Level.CLAIMED, Set.of());
    public static final Assurance MATCHED = new Assurance(Level.CLAIMED, Set.of(Mark.MATCHED));

    public Assurance {
        marks = Set.copyOf(marks);
    }

    public enum Level {
        /// One server said so.
        CLAIMED,
        /// The signature of the sequencer, the peer or the sidechain's validators was checked here: a promise.
        SIGNED,
        /// Proven against a root on L1 that can still be contested (on L1 itself: reorganised).
        POSTED,
        /// Proven against a root that L1 treats as final.
        FINAL
    }

    public enum Mark {
        /// The proof fits the header that this source named, and the header hashes to the hash it named.
        MATCHED,
        /// This computer re-executed the L2 blocks from the data on L1 and got that root.
        RECOMPUTED
    }

    public boolean has(Mark mark) {
        return marks.contains(mark);
    }

    /// By level alone, then by the number of marks: for choosing the weaker of two.
    @Override
    public int compareTo(Assurance other) {
        int byLevel = level.compareTo(other.level);
        return byLevel != 0 ? byLevel : Integer.compare(marks.size(), other.marks.size());
    }
}
