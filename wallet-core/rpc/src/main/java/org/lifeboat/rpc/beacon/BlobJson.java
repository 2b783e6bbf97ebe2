package org.lifeboat.rpc.beacon;

import java.util.ArrayList;
import java.util.List;
import org.lifeboat.engine.sync.BeaconQuery;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ssz.SszException;
import org.lifeboat.rpc.transport.SourceFault;
import org.lifeboat.rpc.wire.Json;
import tools.jackson.databind.JsonNode;

/// Reads blobs as beacon nodes and archives write them. What they commit to is for others to compute.
/// Source: ethereum/beacon-APIs, `getBlobs` and `getBlobSidecars`.
final class BlobJson {
    private BlobJson() {}

    static List<Bytes> blobs(byte[] body) throws SourceFault, SszException {
        List<Bytes> blobs = new ArrayList<>();
        for (JsonNode blob : Json.read(body).path("data")) {
            blobs.add(bytes(blob));
        }
        return blobs;
    }

    static List<BeaconQuery.Sidecar> sidecars(byte[] body) throws SourceFault, SszException {
        List<BeaconQuery.Sidecar> sidecars = new ArrayList<>();
        for (JsonNode one : Json.read(body).path("data")) {
            sidecars.add(new BeaconQuery.Sidecar(bytes(one.path("kzg_commitment")), bytes(one.path("blob"))));
        }
        return sidecars;
    }

    private static Bytes bytes(JsonNode node) throws SszException {
        try {
            return Bytes.fromHex(node.asString(""));
        } catch (IllegalArgumentException e) {
            throw new SszException("a blob is not hex");
        }
    }
}
