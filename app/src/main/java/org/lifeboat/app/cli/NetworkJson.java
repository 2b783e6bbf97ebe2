package org.lifeboat.app.cli;

import java.util.Optional;
import org.lifeboat.engine.network.Endpoint;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.Networks;
import org.lifeboat.engine.source.Health;
import tools.jackson.databind.node.ObjectNode;

/// Networks and endpoints as JSON and in a word.
final class NetworkJson {
    private NetworkJson() {}

    static ObjectNode of(Network network, Networks networks) {
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
                JsonDocument.array(networks.endpoints(network.chain()).stream()
                        .map(endpoint -> of(endpoint, networks.caught(endpoint.id())))
                        .toList()));
        return object;
    }

    private static ObjectNode of(Endpoint endpoint, Optional<Health.Caught> caught) {
        ObjectNode object = JsonDocument.object();
        object.put("host", endpoint.id().shown());
        object.put("mayBeAsked", endpoint.mayBeAsked());
        JsonDocument.putOrNull(object, "confirmedAt", endpoint.confirmedAt());
        caught.ifPresentOrElse(each -> object.set("setAside", of(each)), () -> object.putNull("setAside"));
        return object;
    }

    private static ObjectNode of(Health.Caught caught) {
        ObjectNode object = JsonDocument.object();
        object.put("at", caught.at().toString());
        object.put("what", caught.what().kind());
        object.put("subject", caught.what().subject());
        object.put("said", caught.what().said());
        object.put("shown", caught.what().shown());
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
