package org.lifeboat.sandbox.rpc;

import tools.jackson.databind.JsonNode;

/// What answers one name.
@FunctionalInterface
interface Method {
    /// @throws RpcFault to answer with an error
    JsonNode answer(Params params);
}
