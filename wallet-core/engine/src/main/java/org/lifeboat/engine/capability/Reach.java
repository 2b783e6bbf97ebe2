package org.lifeboat.engine.capability;

import java.util.OptionalLong;

/// How far back or how wide a source goes, in blocks.
public sealed interface Reach {
    /// Could not be found out.
    record Unknown() implements Reach {}

    /// Not at all.
    record None() implements Reach {}

    /// This much was answered; more was refused. 1 means the newest block only.
    record AtLeast(long blocks) implements Reach {
        public AtLeast {
            if (blocks < 1) {
                throw new IllegalArgumentException("a reach has at least one block");
            }
        }
    }

    /// The whole chain.
    record Everything() implements Reach {}

    /// The known number of blocks; empty where it could not be found out.
    default OptionalLong known() {
        return switch (this) {
            case Unknown _ -> OptionalLong.empty();
            case None _ -> OptionalLong.of(0);
            case AtLeast(long known) -> OptionalLong.of(known);
            case Everything _ -> OptionalLong.of(Long.MAX_VALUE);
        };
    }

    /// Whether `blocks` blocks back are known to be within reach.
    default boolean covers(long blocks) {
        return switch (this) {
            case Unknown _, None _ -> false;
            case AtLeast(long known) -> blocks <= known;
            case Everything _ -> true;
        };
    }
}
