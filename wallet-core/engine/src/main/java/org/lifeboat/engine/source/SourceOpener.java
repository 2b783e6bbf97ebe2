package org.lifeboat.engine.source;

/// Makes a [Source] of an [Endpoint]. Opens no connection: the first question does.
public interface SourceOpener {
    Opened open(Endpoint endpoint);

    sealed interface Opened {
        record Ready(Source source) implements Opened {}

        /// No request may go there.
        record NotAllowed(Endpoint.Objection objection) implements Opened {}
    }
}
