package org.lifeboat.sandbox.beacon;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.sandbox.blob.PlayBlob;

/// Shows blobs as beacon nodes do. Source: ethereum/beacon-APIs, `getBlobs` and `getBlobSidecars`; of a sidecar
/// only what whoever reads blobs for their bytes looks at: no proof and no header.
record BlobRoutes(BeaconChain chain, Trick trick) {
    private static final Pattern PATH = Pattern.compile("/eth/v1/beacon/(blobs|blob_sidecars)/(\\d{1,15})");

    /// A byte that all blobs use, and that may have any value: no first one of 32.
    private static final int ALTERED = 5;

    private static final Pattern HASHES = Pattern.compile("0x[0-9a-f]{64}");

    /// @param query without its question mark; may be empty
    /// @return empty where the path is another one
    Optional<Answer> answer(String path, String query) {
        Matcher asked = PATH.matcher(path);
        if (!asked.matches()) {
            return Optional.empty();
        }
        Optional<List<PlayBlob>> blobs =
                chain.blobsAt(Long.parseLong(asked.group(2))).map(this::shown);
        return Optional.of(blobs.map(all -> asked.group(1).equals("blobs") ? blobs(all, query) : sidecars(all))
                .orElseGet(() -> Answer.error(404, "no such block")));
    }

    private List<PlayBlob> shown(List<PlayBlob> all) {
        return switch (trick) {
            case NO_BLOBS -> List.of();
            case FALSE_BLOBS -> all.stream().map(BlobRoutes::altered).toList();
            default -> all;
        };
    }

    /// Under the commitment of the true one.
    private static PlayBlob altered(PlayBlob blob) {
        byte[] content = blob.content().toArray();
        content[ALTERED] ^= 1;
        return new PlayBlob(blob.versionedHash(), blob.commitment(), Bytes.of(content));
    }

    private static Answer blobs(List<PlayBlob> all, String query) {
        List<String> wanted =
                HASHES.matcher(query).results().map(found -> found.group()).toList();
        StringJoiner data = new StringJoiner(",", "[", "]");
        all.stream()
                .filter(blob ->
                        wanted.isEmpty() || wanted.contains(blob.versionedHash().toHex()))
                .forEach(blob -> data.add("\"" + blob.content().toHex() + "\""));
        return Answer.json(new BeaconJson().raw("data", data.toString()).toString());
    }

    private static Answer sidecars(List<PlayBlob> all) {
        StringJoiner data = new StringJoiner(",", "[", "]");
        for (int i = 0; i < all.size(); i++) {
            data.add(new BeaconJson()
                    .number("index", i)
                    .text("blob", all.get(i).content().toHex())
                    .text("kzg_commitment", all.get(i).commitment().toHex())
                    .toString());
        }
        return Answer.json(new BeaconJson().raw("data", data.toString()).toString());
    }
}
