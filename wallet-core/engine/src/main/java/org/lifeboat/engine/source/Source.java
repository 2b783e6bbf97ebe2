package org.lifeboat.engine.source;

import java.time.Duration;
import java.util.List;

/// One endpoint of one network. Thread-safe. Blocks the calling (virtual) thread.
public interface Source {
    SourceId id();

    /// Asks all `queries`, in as few requests as the source's measured batch size allows.
    ///
    /// Never throws for what a remote does. Interrupting the thread cancels: the replies are then
    /// [Reply.Failure#CANCELLED].
    ///
    /// @param purpose goes into the request log, in words a user understands; never a secret
    /// @param deadline for the whole call, retries included
    /// @return one reply a query, in the same order
    List<Reply<?>> askAll(List<? extends Query<?>> queries, Purpose purpose, Duration deadline);

    /// As [#askAll] for one question.
    @SuppressWarnings("unchecked") // askAll answers each query with its own type
    default <R> Reply<R> ask(Query<R> query, Purpose purpose, Duration deadline) {
        return (Reply<R>) askAll(List.of(query), purpose, deadline).getFirst();
    }

    /// Notes that an answer of this source was refuted by a proof or a recomputed hash. From then on it is
    /// set aside, also in later runs, until the user trusts it again.
    void refuted(Refutation what);

    Health health();

    /// What the source takes at once, as known now.
    SourceLimits limits();

    /// Sets what was measured earlier.
    void limits(SourceLimits measured);
}
