package org.lifeboat.engine.chaincheck;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.HeaderClaim;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Refutation;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.source.SourceLimits;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.block.BlockHeader;

/// A server of one of the [QuietChains]. Tells the truth unless a twist changes an answer.
final class QuietSource implements Source {
    private final SourceId id;
    private final List<BlockHeader> headers;
    private final Twist twist;
    final List<Refutation> refutations = new ArrayList<>();

    /// Changes one answer.
    interface Twist {
        Reply<?> change(Query<?> query, Reply<?> truth);
    }

    QuietSource(long chain, String host, List<BlockHeader> headers, Twist twist) {
        this.id = new SourceId(new ChainId(chain), "https://" + host);
        this.headers = headers;
        this.twist = twist;
    }

    QuietSource(long chain, String host, List<BlockHeader> headers) {
        this(chain, host, headers, (_, truth) -> truth);
    }

    @Override
    public SourceId id() {
        return id;
    }

    @Override
    public List<Reply<?>> askAll(List<? extends Query<?>> queries, Purpose purpose, Duration deadline) {
        List<Reply<?>> replies = new ArrayList<>();
        queries.forEach(query -> replies.add(twist.change(query, truth(query))));
        return replies;
    }

    private Reply<?> truth(Query<?> query) {
        return switch (query) {
            case Query.HeaderOf(BlockSelector block) ->
                new Reply.Got<>(find(block).map(QuietSource::claim));
            case Query.Probe(String method, String _)
            when method.equals("eth_getBlockReceipts") -> new Reply.Got<>("[]");
            // An L2's transactions but the first block's are not served: nobody asks for them here.
            case Query.Probe(String method, String _)
            when method.startsWith("eth_getBlockBy") -> new Reply.Got<>("{\"transactions\": []}");
            default -> new Reply.Refused<>(-32601, "not offered", Optional.empty());
        };
    }

    static HeaderClaim claim(BlockHeader header) {
        return new HeaderClaim(header.hash(), QuietChains.fields(header));
    }

    private Optional<BlockHeader> find(BlockSelector block) {
        return headers.stream()
                .filter(header -> switch (block) {
                    case BlockSelector.AtNumber(long number) -> header.number() == number;
                    case BlockSelector.ByHash(var hash) -> header.hash().equals(hash);
                    case BlockSelector.Tag _ -> header.equals(headers.getLast());
                })
                .findFirst();
    }

    @Override
    public void refuted(Refutation what) {
        refutations.add(what);
    }

    @Override
    public Health health() {
        return refutations.isEmpty()
                ? Health.UNKNOWN
                : Health.UNKNOWN.caught(java.time.Instant.EPOCH, refutations.getLast());
    }

    @Override
    public SourceLimits limits() {
        return SourceLimits.STARTING;
    }

    @Override
    public void limits(SourceLimits measured) {
        throw new AssertionError("not measured here");
    }
}
