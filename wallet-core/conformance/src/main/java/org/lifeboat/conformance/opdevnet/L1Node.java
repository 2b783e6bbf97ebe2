package org.lifeboat.conformance.opdevnet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.block.Log;
import org.lifeboat.primitives.block.Receipt;
import org.lifeboat.testkit.anvil.NodeClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An L1 node with its beacon face, read as plainly as can be.
/// @param beacon with one slot a second, as the devnet's
record L1Node(NodeClient node, URI beacon) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /// Empty where there is no such block yet.
    Optional<BlockHeader> header(long number) {
        JsonNode block = node.rpc("eth_getBlockByNumber", "[\"0x%x\",false]".formatted(number));
        return block.isNull() ? Optional.empty() : Optional.of(header(block));
    }

    private static BlockHeader header(JsonNode block) {
        Map<String, String> members = new LinkedHashMap<>();
        block.properties().forEach(entry -> {
            if (entry.getValue().isString()) {
                members.put(entry.getKey(), entry.getValue().stringValue());
            }
        });
        Hash32 hash = Hash32.fromHex(block.get("hash").stringValue());
        if (BlockHeader.fromFields(members, hash) instanceof Answer.Proven<BlockHeader>(BlockHeader header)) {
            return header;
        }
        throw new IllegalStateException("a header that does not fit its hash: " + hash);
    }

    List<Bytes> transactions(BlockRef block) {
        List<Bytes> all = new ArrayList<>();
        for (JsonNode hash : node.rpc("eth_getBlockByHash", "[\"%s\",false]".formatted(block.hash()))
                .get("transactions")
                .values()) {
            all.add(Bytes.fromHex(node.rpc("debug_getRawTransaction", "[\"%s\"]".formatted(hash.stringValue()))
                    .stringValue()));
        }
        return all;
    }

    List<Bytes> receipts(BlockRef block) {
        List<Bytes> all = new ArrayList<>();
        for (JsonNode receipt : node.rpc("eth_getBlockReceipts", "[\"%s\"]".formatted(block.hash()))
                .values()) {
            all.add(receipt(receipt).encoded());
        }
        return all;
    }

    private static Receipt receipt(JsonNode node) {
        List<Log> logs = new ArrayList<>();
        for (JsonNode log : node.get("logs").values()) {
            List<Hash32> topics = log.get("topics").values().stream()
                    .map(topic -> Hash32.fromHex(topic.stringValue()))
                    .toList();
            logs.add(new Log(
                    Address.fromHex(log.get("address").stringValue()),
                    topics,
                    Bytes.fromHex(log.get("data").stringValue())));
        }
        return new Receipt(
                Math.toIntExact(number(node.get("type"))),
                new Receipt.Outcome.Status(number(node.get("status")) == 1),
                new Gas(number(node.get("cumulativeGasUsed"))),
                Bytes.fromHex(node.get("logsBloom").stringValue()),
                logs,
                Optional.empty());
    }

    static long number(JsonNode quantity) {
        return Long.parseLong(quantity.stringValue().substring(2), 16);
    }

    List<Bytes> blobs(BlockRef block, List<Hash32> versionedHashes) {
        long genesis = Long.parseLong(
                get("/eth/v1/beacon/genesis").at("/data/genesis_time").stringValue());
        String wanted = versionedHashes.stream().map(Hash32::toHex).collect(Collectors.joining(","));
        return get("/eth/v1/beacon/blobs/%d?versioned_hashes=%s".formatted(block.unixSeconds() - genesis, wanted))
                .get("data")
                .values()
                .stream()
                .map(blob -> Bytes.fromHex(blob.stringValue()))
                .toList();
    }

    private JsonNode get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(beacon + path)).build();
        try {
            return JsonMapper.shared()
                    .readTree(HTTP.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
