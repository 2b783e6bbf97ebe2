package org.lifeboat.engine.logs;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.fake.AnsweringSource;
import org.lifeboat.engine.fake.HeaderClaims;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.block.Log;
import org.lifeboat.primitives.block.LogsBloom;
import org.lifeboat.primitives.block.Receipt;
import org.lifeboat.primitives.trie.OrderedTrie;

/// Blocks whose headers name their parents and bind their receipts, and sources that show them.
public final class LogChain {
    private final List<BlockHeader> headers = new ArrayList<>();
    private final Map<Hash32, List<Receipt>> receipts = new HashMap<>();

    /// One transaction for each list of logs.
    public LogChain block(List<List<Log>> transactions) {
        List<Receipt> mine = new ArrayList<>();
        for (List<Log> logs : transactions) {
            mine.add(new Receipt(
                    2,
                    new Receipt.Outcome.Status(true),
                    new Gas(21_000L * (mine.size() + 1)),
                    LogsBloom.of(logs),
                    logs,
                    Optional.empty()));
        }
        List<Log> all = transactions.stream().flatMap(List::stream).toList();
        BlockHeader header =
                header(OrderedTrie.root(mine.stream().map(Receipt::encoded).toList()), LogsBloom.of(all));
        headers.add(header);
        receipts.put(header.hash(), mine);
        return this;
    }

    private BlockHeader header(Hash32 receiptsRoot, Bytes bloom) {
        Hash32 parent = headers.isEmpty() ? Hash32.ZERO : headers.getLast().hash();
        return new BlockHeader(
                parent,
                Hash32.ZERO,
                Address.ZERO,
                Hash32.ofNumber(1),
                Hash32.ofNumber(2),
                receiptsRoot,
                bloom,
                BigInteger.ZERO,
                headers.size(),
                new Gas(30_000_000),
                new Gas(0),
                1_800_000_000L + 12L * headers.size(),
                Bytes.EMPTY,
                Hash32.ZERO,
                Bytes.of(new byte[BlockHeader.NONCE_SIZE]),
                Optional.of(Wei.of(7)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public VerifiedHead head(int number) {
        BlockHeader header = headers.get(number);
        return new VerifiedHead(1_000 + number, Hash32.ofNumber(3), header.ref(), header.stateRoot());
    }

    /// What a source does with a block's receipts before it sends them.
    public interface Twist {
        /// @return empty: it does not answer
        Optional<List<Receipt>> receipts(long block, List<Receipt> truth);
    }

    public Source source(String host, Twist twist) {
        return new Shown(host, twist);
    }

    private final class Shown extends AnsweringSource {
        private final SourceId id;
        private final Twist twist;

        private Shown(String host, Twist twist) {
            this.id = new SourceId(new ChainId(1), "https://" + host);
            this.twist = twist;
        }

        @Override
        public SourceId id() {
            return id;
        }

        @Override
        protected Reply<?> answer(Query<?> query) {
            return switch (query) {
                case Query.HeaderOf(BlockSelector.AtNumber(long number)) ->
                    new Reply.Got<>(
                            number < headers.size()
                                    ? Optional.of(HeaderClaims.of(headers.get((int) number)))
                                    : Optional.empty());
                case Query.Probe(String method, String parameters)
                when method.equals("eth_getBlockReceipts") -> {
                    Hash32 hash = Hash32.fromHex(parameters.substring(2, parameters.length() - 2));
                    yield headers.stream()
                            .filter(header -> header.hash().equals(hash))
                            .findFirst()
                            .flatMap(header -> twist.receipts(header.number(), receipts.getOrDefault(hash, List.of())))
                            .<Reply<?>>map(list -> new Reply.Got<>(json(list)))
                            .orElseGet(() -> new Reply.Refused<>(-32_601, "no such block", Optional.empty()));
                }
                default -> new Reply.Refused<>(-32_601, "no such method", Optional.empty());
            };
        }
    }

    private static String json(List<Receipt> list) {
        StringBuilder json = new StringBuilder("[");
        for (Receipt receipt : list) {
            json.append(json.length() > 1 ? "," : "")
                    .append("{\"type\":\"0x%x\",\"status\":\"0x1\",\"cumulativeGasUsed\":\"0x%x\",\"logsBloom\":\"%s\","
                            .formatted(
                                    receipt.type(),
                                    receipt.cumulativeGasUsed().amount(),
                                    receipt.logsBloom().toHex()))
                    .append("\"logs\":[")
                    .append(String.join(
                            ",", receipt.logs().stream().map(LogChain::json).toList()))
                    .append("]}");
        }
        return json.append(']').toString();
    }

    private static String json(Log log) {
        List<String> topics =
                log.topics().stream().map(topic -> "\"" + topic.toHex() + "\"").toList();
        return "{\"address\":\"%s\",\"topics\":[%s],\"data\":\"%s\"}"
                .formatted(
                        log.contract().toHex(),
                        String.join(",", topics),
                        log.data().toHex());
    }
}
