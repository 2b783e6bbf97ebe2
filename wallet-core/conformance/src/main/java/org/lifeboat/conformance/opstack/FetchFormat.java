package org.lifeboat.conformance.opstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifeboat.conformance.Report;
import org.lifeboat.crypto.kzg.KzgSetup;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.resources.Words;
import org.lifeboat.rollups.opstack.derivation.SourceHash;
import tools.jackson.databind.JsonNode;

/// What a derivation is fed with: recorded headers of L1, a beacon node's blobs with what they commit to,
/// and the hashes that tell deposits apart.
public final class FetchFormat {
    private FetchFormat() {}

    /// The points of the real ceremony, as they are packed.
    public static KzgSetup setup() {
        try (InputStream in = Words.class.getResourceAsStream("ceremony/g1-lagrange-4096.txt")) {
            if (in == null) {
                throw new IllegalStateException("the ceremony's points are not packed");
            }
            return KzgSetup.read(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void run(String path, JsonNode root, Report report) {
        if (path.contains("blob_sidecars")) {
            blobs(path, root.get("data"), report);
        } else if (path.contains("l1-fetch/")) {
            List<JsonNode> blocks = root.isArray() ? List.copyOf(root.values()) : List.of(root);
            blocks.forEach(block -> header(path, block, report));
        } else if (root.has("sourceHash")) {
            root.get("sourceHash").values().forEach(test -> sourceHash(path, test, report));
        }
    }

    private static void blobs(String path, JsonNode sidecars, Report report) {
        KzgSetup setup = setup();
        for (JsonNode sidecar : sidecars.values()) {
            byte[] blob = Bytes.fromHex(sidecar.get("blob").stringValue()).toArray();
            report.equal(
                    path + " " + sidecar.get("index").stringValue(),
                    sidecar.get("kzg_commitment").stringValue(),
                    setup.commitment(blob).map(point -> Bytes.of(point).toHex()).orElse("no blob"));
            blob[blob.length / 2 + 1] ^= 1;
            boolean same = setup.commitment(blob)
                    .map(point -> Bytes.of(point)
                            .toHex()
                            .equals(sidecar.get("kzg_commitment").stringValue()))
                    .orElse(true);
            report.equal(path + " with one bit changed is another blob", false, same);
        }
    }

    private static void header(String path, JsonNode block, Report report) {
        Map<String, String> members = new LinkedHashMap<>();
        block.properties().forEach(entry -> {
            if (entry.getValue().isString()) {
                members.put(entry.getKey(), entry.getValue().stringValue());
            }
        });
        Hash32 hash = Hash32.fromHex(block.get("hash").stringValue());
        report.equal(
                path + " " + block.get("number").stringValue(),
                true,
                BlockHeader.fromFields(members, hash) instanceof Answer.Proven<BlockHeader>);
    }

    private static void sourceHash(String path, JsonNode test, Report report) {
        Hash32 computed = switch (test.get("domain").intValue()) {
            case 0 -> SourceHash.ofUser(hash(test), test.get("logIndex").longValue());
            case 1 -> SourceHash.ofL1Info(hash(test), test.get("sequenceNumber").longValue());
            default -> SourceHash.ofUpgrade(test.get("intent").stringValue());
        };
        report.equal(path + " " + test, test.get("expected").stringValue(), computed.toHex());
    }

    private static Hash32 hash(JsonNode test) {
        return Hash32.fromHex(test.get("l1BlockHash").stringValue());
    }
}
