package org.lifeboat.engine.sync;

import org.lifeboat.engine.source.Endpoint;

/// Makes a [BeaconSource] of an endpoint. Opens no connection: the first question does.
public interface BeaconOpener {
    Opened open(Endpoint endpoint);

    sealed interface Opened {
        record Ready(BeaconSource source) implements Opened {}

        /// No request may go there.
        record NotAllowed(Endpoint.Objection objection) implements Opened {}
    }
}
