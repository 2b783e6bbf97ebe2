package org.lifeboat.conformance.wallet;

import org.lifeboat.conformance.Report;
import tools.jackson.databind.JsonNode;

/// One kind of JSON file with vectors for the wallet.
interface WalletFormat {
    /// @param sample the first case of a list, or the whole of an object
    boolean recognises(JsonNode sample);

    void run(String path, JsonNode json, Report report);

    /// Whether every one of `names` is a member.
    static boolean has(JsonNode node, String... names) {
        for (String name : names) {
            if (!node.has(name)) {
                return false;
            }
        }
        return true;
    }
}
