package org.lifeboat.primitives;

import java.util.function.Function;

/// What may be said about a fact after checking it. The three outcomes are never folded into one another.
public sealed interface Answer<T> {
    /// The proof reached the root it was checked against. What that root is worth is said elsewhere.
    record Proven<T>(T value) implements Answer<T> {}

    /// Known format, and the proof contradicts the root or itself: the source lied or is broken. Set it aside.
    record Refuted<T>(String reason) implements Answer<T> {}

    /// Could not check: something is missing, or of a kind this program does not know. Says nothing about the
    /// chain.
    record Unknown<T>(Cause cause, String reason) implements Answer<T> {}

    /// Why a check could not be made; decides what the user is told to do.
    enum Cause {
        /// No answer, or an incomplete one: try again, or ask another source.
        MISSING,
        /// A fork, header field or encoding newer than this program: an update is needed.
        UPDATE_NEEDED,
        /// The source does not offer what the check needs (no proofs, state pruned).
        NOT_OFFERED
    }

    default <R> Answer<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Proven<T>(T value) -> new Proven<>(change.apply(value));
            case Refuted<T>(String reason) -> new Refuted<>(reason);
            case Unknown<T>(Cause cause, String reason) -> new Unknown<>(cause, reason);
        };
    }

    default <R> Answer<R> then(Function<? super T, Answer<R>> next) {
        return switch (this) {
            case Proven<T>(T value) -> next.apply(value);
            case Refuted<T>(String reason) -> new Refuted<>(reason);
            case Unknown<T>(Cause cause, String reason) -> new Unknown<>(cause, reason);
        };
    }
}
