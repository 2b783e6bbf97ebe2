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

    /// Runs every case of a list whose cases have names.
    static void each(String path, JsonNode list, Report report, NamedCase check) {
        for (JsonNode test : list) {
            String name = path + " " + test.get("name").stringValue();
            report.run(name, () -> check.run(name, test, report));
        }
    }

    /// One case of [#each].
    interface NamedCase {
        void run(String name, JsonNode test, Report report) throws Exception;
    }
}
