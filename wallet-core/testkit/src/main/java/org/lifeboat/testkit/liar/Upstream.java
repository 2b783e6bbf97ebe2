package org.lifeboat.testkit.liar;

import java.net.URI;
import org.lifeboat.testkit.anvil.NodeClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The honest node behind.
record Upstream(NodeClient node) {
    static Upstream at(URI url) {
        return new Upstream(new NodeClient(url));
    }

    ObjectNode ask(JsonNode call) {
        return (ObjectNode) Calls.JSON.readTree(node.post(call.toString()));
    }

    long head() {
        return Long.decode(node.rpc("eth_blockNumber", "[]").stringValue());
    }

    /// The height that a block parameter means, with `head` for every tag but `earliest`; -1 for an unknown hash.
    long height(JsonNode block, long head) {
        if (block.isObject() && block.has("blockHash")) {
            JsonNode found = node.rpc("eth_getBlockByHash", "[" + block.get("blockHash") + ",false]");
            return found.isNull() ? -1 : Long.decode(found.get("number").stringValue());
        }
        String text = block.asString("latest");
        if (text.startsWith("0x")) {
            return Long.decode(text);
        }
        return text.equals("earliest") ? 0 : head;
    }
}
