package org.lifeboat.rpc.beacon;

import java.util.List;
import java.util.stream.Collectors;
import org.lifeboat.engine.sync.BeaconQuery;
import org.lifeboat.primitives.Hash32;

/// Where a question is asked, and how large its answer may be. Source: ethereum/beacon-APIs.
/// @param path below the node's address, with a slash in front
/// @param name for the request log: the path without its arguments
/// @param maximumBytes in JSON, which is twice as long as SSZ and more
record BeaconPath(String path, String name, boolean ssz, int maximumBytes) {
    static final BeaconPath GENESIS = json("/eth/v1/beacon/genesis", "genesis", 16 * 1024);

    /// A committee of 512 keys is 51 kB of JSON; headers and branches are another 10 kB.
    private static final int ONE_MESSAGE = 256 * 1024;

    /// 131,072 bytes in hexadecimal digits, with a proof and a header beside them.
    private static final int ONE_BLOB = 272 * 1024;

    /// More than any schedule has announced for one block (EIP-7892).
    private static final int MOST_BLOBS = 128;

    private static final String LIGHT_CLIENT = "/eth/v1/beacon/light_client/";

    static BeaconPath of(BeaconQuery<?> query) {
        return switch (query) {
            case BeaconQuery.BootstrapOf(var root) -> message("bootstrap", "/" + root.toHex(), ONE_MESSAGE);
            case BeaconQuery.UpdatesFrom(long period, int count) ->
                message("updates", "?start_period=" + period + "&count=" + count, (count + 1) * ONE_MESSAGE);
            case BeaconQuery.FinalityUpdate _ -> message("finality_update", "", ONE_MESSAGE);
            case BeaconQuery.OptimisticUpdate _ -> message("optimistic_update", "", ONE_MESSAGE);
            case BeaconQuery.HeaderAt(long slot) -> json("/eth/v1/beacon/headers/" + slot, "headers", 16 * 1024);
            case BeaconQuery.StateBranch(long slot, long index) -> proof("state", slot, index);
            case BeaconQuery.BlockBranch(long slot, long index) -> proof("block", slot, index);
            case BeaconQuery.ConfigOf _, BeaconQuery.TimesOf _ -> json("/eth/v1/config/spec", "spec", ONE_MESSAGE);
            case BeaconQuery.BlobsAt(long slot, List<Hash32> hashes) ->
                json("/eth/v1/beacon/blobs/" + slot + hashes(hashes), "blobs", (hashes.size() + 1) * ONE_BLOB);
            case BeaconQuery.SidecarsAt(long slot) ->
                json("/eth/v1/beacon/blob_sidecars/" + slot, "blob_sidecars", MOST_BLOBS * ONE_BLOB);
        };
    }

    private static String hashes(List<Hash32> hashes) {
        return "?versioned_hashes=" + hashes.stream().map(Hash32::toHex).collect(Collectors.joining(","));
    }

    private static BeaconPath message(String name, String arguments, int maximumBytes) {
        return new BeaconPath(LIGHT_CLIENT + name + arguments, "light_client/" + name, true, maximumBytes);
    }

    /// Source: ChainSafe/lodestar, packages/api `routes/proof`.
    private static BeaconPath proof(String of, long slot, long index) {
        String format = CompactProof.descriptor(index).toHex();
        return json("/eth/v0/beacon/proof/" + of + "/" + slot + "?format=" + format, "proof/" + of, 64 * 1024);
    }

    private static BeaconPath json(String path, String name, int maximumBytes) {
        return new BeaconPath(path, name, false, maximumBytes);
    }

    String accept() {
        return ssz ? "application/octet-stream;q=1.0,application/json;q=0.9" : "application/json";
    }
}
