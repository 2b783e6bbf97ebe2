package org.lifeboat.engine.source;

import java.util.Optional;
import java.util.function.Function;
import org.lifeboat.primitives.Bytes;

/// What came back for one [Query]. Only [Got] carries a value, and that is a claim.
public sealed interface Reply<R> {
    /// A well-formed answer.
    record Got<R>(R value) implements Reply<R> {}

    /// The source answered with a JSON-RPC error: it understood, and will not or cannot.
    /// @param message the source's own words, cut to 300 characters; show them as such
    /// @param data revert data or the like, where the error carried any
    record Refused<R>(int code, String message, Optional<Bytes> data) implements Reply<R> {}

    /// No usable answer. Says nothing about the chain.
    /// @param detail a sentence fit for showing; names no secret
    record Failed<R>(Failure failure, String detail) implements Reply<R> {}

    /// Why there is no usable answer; decides whether trying again helps.
    enum Failure {
        /// No connection could be made.
        UNREACHABLE,
        /// The deadline passed.
        TIMED_OUT,
        /// An HTTP status other than 200; 429 is [#RATE_LIMITED].
        HTTP_STATUS,
        RATE_LIMITED,
        /// The body ended early, is no JSON, or is not of the shape the method promises.
        MALFORMED,
        /// The body is larger than allowed.
        OVERSIZED,
        /// The answer belongs to another question (wrong or missing id).
        MISMATCHED,
        /// The source's chain id is not the network's.
        WRONG_CHAIN,
        /// The user or the caller gave up.
        CANCELLED
    }

    /// What stands where a reply will be, until the question has gone out.
    static <R> Reply<R> notAsked() {
        return new Failed<>(Failure.CANCELLED, "not asked");
    }

    /// The value, if there is one.
    default Optional<R> got() {
        return this instanceof Got<R>(R answer) ? Optional.of(answer) : Optional.empty();
    }

    default <T> Reply<T> map(Function<? super R, ? extends T> change) {
        return switch (this) {
            case Got<R>(R value) -> new Got<>(change.apply(value));
            case Refused<R>(int code, String message, Optional<Bytes> data) -> new Refused<>(code, message, data);
            case Failed<R>(Failure failure, String detail) -> new Failed<>(failure, detail);
        };
    }

    /// The failure in a sentence, for a reply that is not [Got].
    default String problem() {
        return switch (this) {
            case Got<R> _ -> "";
            case Refused<R>(int code, String message, var _) -> "the source refused (" + code + "): " + message;
            case Failed<R>(var _, String detail) -> detail;
        };
    }
}
