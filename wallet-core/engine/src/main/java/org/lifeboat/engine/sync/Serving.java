package org.lifeboat.engine.sync;

import java.time.Duration;
import java.util.Optional;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.lightclient.BeaconNetwork;

/// What came of asking a beacon node which network it serves.
public sealed interface Serving {
    record Expected() implements Serving {}

    /// It serves another network, or this program does not know the one it is wanted for.
    record Another() implements Serving {}

    record NoAnswer(String reason) implements Serving {}

    /// @param beacons knows the network that `node` is wanted for
    static Serving ask(BeaconSource node, Beacons beacons, Duration patience) {
        Optional<BeaconNetwork> known = beacons.network(node.id().chain());
        if (known.isEmpty()) {
            return new Another();
        }
        Reply<BeaconNetwork> reply = node.ask(new BeaconQuery.ConfigOf(), known.get(), patience);
        if (!(reply instanceof Reply.Got<BeaconNetwork>(BeaconNetwork said))) {
            return new NoAnswer(reply.problem());
        }
        return said.genesisValidatorsRoot().equals(known.get().genesisValidatorsRoot())
                ? new Expected()
                : new Another();
    }
}
