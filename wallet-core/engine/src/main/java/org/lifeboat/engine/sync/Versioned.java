package org.lifeboat.engine.sync;

import org.lifeboat.lightclient.Fork;

/// A message with the fork whose container it came in.
public sealed interface Versioned<T> {
    record Known<T>(Fork fork, T message) implements Versioned<T> {}

    /// A fork that this program does not know: it has to be updated. Says nothing about the sender.
    /// @param name as the node wrote it, cut to 40 characters
    record UnknownFork<T>(String name) implements Versioned<T> {}
}
