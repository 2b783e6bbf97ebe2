package org.lifeboat.rpc.wire;

import java.util.Optional;
import org.web3j.protocol.core.Response;
import tools.jackson.databind.JsonNode;

/// One answer with its result as it stands in the body. A null result is a JSON null, not a missing one.
public final class NodeResponse extends Response<JsonNode> {
    private Optional<Refusal> refusal = Optional.empty();

    static NodeResponse result(long id, JsonNode result) {
        NodeResponse response = new NodeResponse();
        response.setId(id);
        response.setResult(result);
        return response;
    }

    static NodeResponse refused(long id, Refusal refusal) {
        NodeResponse response = new NodeResponse();
        response.setId(id);
        response.refusal = Optional.of(refusal);
        response.setError(new Error(refusal.code(), refusal.message()));
        return response;
    }

    public Optional<Refusal> refusal() {
        return refusal;
    }
}
