package org.lifeboat.app.cli;

import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.network.Endpoint;
import org.lifeboat.engine.network.Network;
import tools.jackson.databind.node.ObjectNode;

/// Networks and endpoints as JSON and in a word.
final class NetworkJson {
    private NetworkJson() {}

    static ObjectNode of(Network network, List<Endpoint> endpoints) {
        ObjectNode object = JsonDocument.object();
        object.put("chainId", network.chain().value());
        object.put("name", network.name());
        object.put("coin", network.coinSymbol());
        object.put("layer", layer(network));
        JsonDocument.putNumberOrNull(object, "settlesOn", settlesOn(network));
        JsonDocument.putOrNull(object, "stack", network.stack());
        object.put("testNet", network.testNet());
        object.put("bundled", network.origin() == Network.Origin.BUNDLED);
        object.set(
                "endpoints",
                JsonDocument.array(endpoints.stream().map(NetworkJson::of).toList()));
        return object;
    }

    private static ObjectNode of(Endpoint endpoint) {
        ObjectNode object = JsonDocument.object();
        object.put("host", endpoint.id().shown());
        object.put("mayBeAsked", endpoint.mayBeAsked());
        JsonDocument.putOrNull(object, "confirmedAt", endpoint.confirmedAt());
        return object;
    }

    /// `L1`, `L2`, `SIDECHAIN` or `UNSTATED`.
    static String layer(Network network) {
        return switch (network.layer()) {
            case Network.Layer.L1 _ -> "L1";
            case Network.Layer.L2 _ -> "L2";
            case Network.Layer.Sidechain _ -> "SIDECHAIN";
            case Network.Layer.Unstated _ -> "UNSTATED";
        };
    }

    private static Optional<Long> settlesOn(Network network) {
        return switch (network.layer()) {
            case Network.Layer.L2(var l1, var _) -> Optional.of(l1.value());
            case Network.Layer.L1 _, Network.Layer.Sidechain _, Network.Layer.Unstated _ -> Optional.empty();
        };
    }
}
