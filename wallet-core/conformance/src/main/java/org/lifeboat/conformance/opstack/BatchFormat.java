package org.lifeboat.conformance.opstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.lifeboat.conformance.Report;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.rlp.RlpException;
import org.lifeboat.primitives.rlp.RlpReader;
import org.lifeboat.primitives.rlp.RlpWriter;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.rollups.opstack.derivation.format.Batch;
import org.lifeboat.rollups.opstack.derivation.format.ChannelBatches;
import org.lifeboat.rollups.opstack.derivation.format.ChannelData;
import org.lifeboat.rollups.opstack.derivation.format.Frame;
import org.lifeboat.rollups.opstack.derivation.format.SpanBatch;
import org.lifeboat.testkit.vectors.VectorSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What batchers really wrote (`derivation/`): a transaction, a whole channel and a span batch, each with
/// the facts that another program read from it (`expected.json`).
final class BatchFormat {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FOLDER = "derivation/";

    /// Source: derivation, "Protocol Parameters", `MAX_RLP_BYTES_PER_CHANNEL` since Fjord.
    private static final int MOST = 100_000_000;

    /// The chain they are from. Source: superchain-registry, `op.toml`.
    private static final SpanBatch.Chain OP_MAINNET = new SpanBatch.Chain(new ChainId(10), 1_686_068_903, 2);

    private final Map<String, byte[]> files = new HashMap<>();

    static BatchFormat read(VectorSource vectors) throws IOException {
        BatchFormat format = new BatchFormat();
        vectors.forEach(path -> path.contains(FOLDER), file -> format.files.put(file.name(), file.content()));
        return format;
    }

    void run(Report report) {
        byte[] expected = files.get("expected.json");
        if (expected == null) {
            return;
        }
        JsonNode facts = JSON.readTree(expected);
        report.run("derivation/raw_batcher_tx.bin", () -> transaction(facts.get("raw_batcher_tx.bin"), report));
        report.run("derivation/channel_zlib.hex", () -> channel(facts.get("channel_zlib.hex.gz"), report));
        report.run("derivation/raw_span_batch.bin", () -> span(facts.get("raw_span_batch.bin"), report));
    }

    /// The whole channel of 1,766 transactions; empty where it is not among the files.
    Optional<Bytes> channel() {
        return Optional.ofNullable(files.get("channel_zlib.hex"))
                .map(hex -> Bytes.fromHex("0x" + new String(hex, StandardCharsets.US_ASCII).strip()));
    }

    private Bytes file(String name) {
        return Bytes.of(Optional.ofNullable(files.get(name)).orElseThrow());
    }

    private void transaction(JsonNode facts, Report report) {
        String name = "derivation/raw_batcher_tx.bin ";
        SignedTransaction signed = proven(SignedTransaction.decode(file("raw_batcher_tx.bin")));
        Bytes data = signed.transaction().data();
        report.equal(name + "calldata", facts.get("calldataLength").intValue(), data.size());
        List<Frame> frames = proven(Frame.readAll(data));
        JsonNode frame = facts.get("frames").get(0);
        report.equal(name + "frames", facts.get("frames").size(), frames.size());
        report.equal(
                name + "channel",
                "0x" + frame.get("channelId").asString(),
                frames.getFirst().channel().toHex());
        report.equal(
                name + "size",
                frame.get("frameDataLength").intValue(),
                frames.getFirst().data().size());
        report.equal(name + "last", true, frames.getFirst().last());
        SpanBatch batch = only(decode(frames.getFirst().data()));
        report.equal(name + "blocks", 27, batch.blocks());
        report.equal(name + "transactions", 209, batch.allTransactions().size());
        report.equal(name + "last origin", 19_426_585L, batch.lastEpoch());
    }

    private void channel(JsonNode facts, Report report) {
        Bytes channel = channel().orElseThrow();
        report.equal(
                "derivation/channel_zlib.hex compressed",
                facts.get("compressedLength").intValue(),
                channel.size());
        byte[] data = proven(ChannelData.decompress(channel, MOST, true));
        report.equal(
                "derivation/channel_zlib.hex size",
                facts.get("decompressedLength").intValue(),
                data.length);
        // The file holds its description as a program printed it, which is JSON but for quotes and keys.
        String described = facts.get("first").asString().replace('\'', '"').replaceAll("(\\d+): ", "\"$1\": ");
        compare("derivation/channel_zlib.hex ", JSON.readTree(described), only(data), report);
    }

    private void span(JsonNode facts, Report report) {
        Bytes content = Bytes.of((byte) SpanBatch.VERSION).plus(file("raw_span_batch.bin"));
        SpanBatch batch = only(new RlpWriter().bytes(content).toArray());
        compare("derivation/raw_span_batch.bin ", facts, batch, report);
    }

    private static void compare(String name, JsonNode facts, SpanBatch batch, Report report) {
        report.equal(name + "blocks", facts.get("block_count").intValue(), batch.blocks());
        report.equal(
                name + "last origin",
                facts.get("l1_origin_num").bigIntegerValue().longValue(),
                batch.lastEpoch());
        long changes =
                IntStream.range(0, batch.blocks()).filter(batch::changesEpoch).count();
        report.equal(name + "changes of origin", facts.get("origin_changes").longValue(), changes);
        report.equal(
                name + "time",
                OP_MAINNET.genesisUnixSeconds() + facts.get("rel_timestamp").longValue(),
                batch.unixSeconds());
        report.equal(
                name + "transactions",
                facts.get("total_txs").intValue(),
                batch.allTransactions().size());
        JsonNode first = facts.get("first_tx_counts");
        for (int i = 0; i < first.size(); i++) {
            report.equal(
                    name + "transactions of block " + i,
                    first.get(i).intValue(),
                    batch.transactions(i).size());
        }
        Map<String, Integer> types = new TreeMap<>();
        int creations = 0;
        for (Bytes encoded : batch.allTransactions()) {
            int type = encoded.at(0) < 0 ? 0 : encoded.at(0);
            types.merge(type == 0 ? "legacy" : String.valueOf(type), 1, Integer::sum);
            creations += creates(encoded, type) ? 1 : 0;
            // Of made-up transactions some have numbers that no chain can hold.
            if (SignedTransaction.decode(encoded) instanceof Answer.Proven<SignedTransaction>(var signed)) {
                report.equal(name + "encoding", encoded, signed.encoded());
            }
        }
        report.equal(name + "creations", facts.get("contract_creations").intValue(), creations);
        for (Map.Entry<String, Integer> type : types.entrySet()) {
            report.equal(
                    name + "of type " + type.getKey(),
                    facts.get("tx_types").get(type.getKey()).intValue(),
                    type.getValue());
        }
    }

    /// Whether the field of the recipient, behind the numbers that differ by type, is empty.
    private static boolean creates(Bytes encoded, int type) {
        try {
            RlpReader fields = RlpReader.of(encoded.sharedArray(), type == 0 ? 0 : 1, encoded.size())
                    .list();
            for (int i = 0; i < 3 + type; i++) {
                fields.next();
            }
            return fields.addressOrEmpty().isEmpty();
        } catch (RlpException e) {
            throw new IllegalStateException("not a transaction: " + e.reason(), e);
        }
    }

    static byte[] decode(Bytes channel) {
        return proven(ChannelData.decompress(channel, MOST, true));
    }

    /// The one batch of a channel, to its last byte.
    static SpanBatch only(byte[] data) {
        ChannelBatches batches = new ChannelBatches(data, OP_MAINNET);
        Batch batch = proven(batches.next().orElseThrow(() -> new IllegalStateException("no batch")));
        if (!batches.isAtEnd() || !(batch instanceof SpanBatch span)) {
            throw new IllegalStateException("not one span batch");
        }
        return span;
    }

    private static <T> T proven(Answer<T> answer) {
        if (answer instanceof Answer.Proven<T>(T value)) {
            return value;
        }
        throw new IllegalStateException("not read: " + answer);
    }
}
