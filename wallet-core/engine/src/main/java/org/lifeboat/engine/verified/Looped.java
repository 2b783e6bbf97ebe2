package org.lifeboat.engine.verified;

import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.claims.Contradiction;

/// What came of running something until it lacked nothing.
public sealed interface Looped<R> {
    /// @param assurance of the state that it ran on
    record Done<R>(R value, Assurance assurance) implements Looped<R> {}

    record Stopped<R>(CouldNot reason) implements Looped<R> {}

    /// The source was caught; it has not been told yet.
    record Lied<R>(Contradiction contradiction) implements Looped<R> {}
}
