package org.lifeboat.rpc.beacon;

import org.lifeboat.engine.sync.BeaconQuery;

/// Where a question is asked, and how large its answer may be. Source: ethereum/beacon-APIs.
/// @param path below the node's address, with a slash in front
/// @param name for the request log: the path without its arguments
/// @param maximumBytes in JSON, which is twice as long as SSZ and more
record BeaconPath(String path, String name, boolean ssz, int maximumBytes) {
    static final BeaconPath GENESIS = json("/eth/v1/beacon/genesis", "genesis", 16 * 1024);

    /// A committee of 512 keys is 51 kB of JSON; headers and branches are another 10 kB.
    private static final int ONE_MESSAGE = 256 * 1024;

    private static final String LIGHT_CLIENT = "/eth/v1/beacon/light_client/";

    static BeaconPath of(BeaconQuery<?> query) {
        return switch (query) {
            case BeaconQuery.BootstrapOf(var root) -> message("bootstrap", "/" + root.toHex(), ONE_MESSAGE);
            case BeaconQuery.UpdatesFrom(long period, int count) ->
                message("updates", "?start_period=" + period + "&count=" + count, (count + 1) * ONE_MESSAGE);
            case BeaconQuery.FinalityUpdate _ -> message("finality_update", "", ONE_MESSAGE);
            case BeaconQuery.OptimisticUpdate _ -> message("optimistic_update", "", ONE_MESSAGE);
            case BeaconQuery.HeaderAt(long slot) -> json("/eth/v1/beacon/headers/" + slot, "headers", 16 * 1024);
            case BeaconQuery.ConfigOf _ -> json("/eth/v1/config/spec", "spec", ONE_MESSAGE);
        };
    }

    private static BeaconPath message(String name, String arguments, int maximumBytes) {
        return new BeaconPath(LIGHT_CLIENT + name + arguments, "light_client/" + name, true, maximumBytes);
    }

    private static BeaconPath json(String path, String name, int maximumBytes) {
        return new BeaconPath(path, name, false, maximumBytes);
    }

    String accept() {
        return ssz ? "application/octet-stream;q=1.0,application/json;q=0.9" : "application/json";
    }
}
