package org.lifeboat.rpc;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.HeaderClaim;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.HealthBook;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Refutation;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Reply.Failure;
import org.lifeboat.engine.source.RequestLog;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.source.SourceLimits;
import org.lifeboat.rpc.transport.Transport;

/// One endpoint over JSON-RPC. Holds every answer back until the source has said which chain it is on.
final class RpcSource implements Source {
    /// How long a chain id that was right is taken for right. A load balancer may be given other back ends.
    private static final Duration CHAIN_CHECK_LASTS = Duration.ofMinutes(10);

    private final SourceId id;
    private final Batches batches;
    private final HealthRecord health;
    private final InstantSource clock;
    private final AtomicReference<SourceLimits> limits = new AtomicReference<>(SourceLimits.STARTING);
    private final AtomicReference<Instant> chainCheckedAt = new AtomicReference<>(Instant.MIN);

    RpcSource(
            SourceId id, Transport transport, RequestLog log, HealthBook book, Patience patience, InstantSource clock) {
        this.id = id;
        this.clock = clock;
        this.health = new HealthRecord(id, book, clock);
        this.batches = new Batches(new Exchange(id, transport, log, health, clock), patience, limits);
    }

    @Override
    public SourceId id() {
        return id;
    }

    @Override
    public Health health() {
        return health.now();
    }

    @Override
    public void refuted(Refutation what) {
        health.refuted(what);
    }

    void trustAgain() {
        health.trustAgain();
    }

    /// For the next run.
    void keepHealth() {
        health.keep();
    }

    @Override
    public SourceLimits limits() {
        return limits.get();
    }

    @Override
    public void limits(SourceLimits measured) {
        limits.set(measured);
    }

    @Override
    public List<Reply<?>> askAll(List<? extends Query<?>> queries, Purpose purpose, Duration deadline) {
        if (queries.isEmpty()) {
            return List.of();
        }
        Deadline end = Deadline.in(deadline);
        Reply<?>[] replies = new Reply<?>[queries.size()];
        Optional<Reply.Failed<Object>> wrongChain = askReading(queries, purpose, end, replies);
        for (int i = 0; i < replies.length; i++) {
            if (queries.get(i) instanceof Query.SendRaw send && wrongChain.isEmpty()) {
                replies[i] = batches.askOnce(send, purpose, end);
            } else if (isTooWide(queries.get(i)) && wrongChain.isEmpty()) {
                List<Query<?>> pieces = pieces((Query.LogsOf) queries.get(i));
                replies[i] = LogPieces.joined(pieces, some -> batches.ask(some, purpose, end));
            } else if (wrongChain.isPresent() && mustBeHeldBack(queries.get(i), replies[i])) {
                replies[i] = wrongChain.get();
            }
        }
        return List.of(replies);
    }

    private boolean isTooWide(Query<?> query) {
        return query instanceof Query.LogsOf logs && pieces(logs).size() > 1;
    }

    private List<Query<?>> pieces(Query.LogsOf logs) {
        return LogPieces.cut(logs, limits.get().logBlocks());
    }

    /// The claim about the chain id itself may be seen; an answer that failed for a reason of its own keeps it.
    private static boolean mustBeHeldBack(Query<?> query, @Nullable Reply<?> reply) {
        return !(query instanceof Query.ChainIdOf) && !(reply instanceof Reply.Failed<?>);
    }

    /// Asks everything but transactions to send, with the chain id in front where it is due. Transactions
    /// wait for the chain id: that is why they come afterwards.
    /// @return why no answer may be used
    private Optional<Reply.Failed<Object>> askReading(
            List<? extends Query<?>> queries, Purpose purpose, Deadline end, Reply<?>[] replies) {
        boolean checking = clock.instant().isAfter(validUntil(chainCheckedAt.get()));
        List<Query<?>> asked = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        if (checking) {
            asked.add(new Query.ChainIdOf());
        }
        for (int i = 0; i < queries.size(); i++) {
            if (!(queries.get(i) instanceof Query.SendRaw) && !isTooWide(queries.get(i))) {
                asked.add(queries.get(i));
                places.add(i);
            }
        }
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        List<Reply<?>> answered = batches.ask(asked, purpose, end);
        int first = checking ? 1 : 0;
        for (int i = 0; i < places.size(); i++) {
            replies[places.get(i)] = answered.get(first + i);
            noteHead(queries.get(places.get(i)), answered.get(first + i));
        }
        return checking ? chainVerdict(answered.getFirst()) : Optional.empty();
    }

    private static Instant validUntil(Instant checked) {
        return checked.equals(Instant.MIN) ? Instant.MIN : checked.plus(CHAIN_CHECK_LASTS);
    }

    private Optional<Reply.Failed<Object>> chainVerdict(Reply<?> reply) {
        return switch (reply) {
            case Reply.Got<?>(Object claimed)
            when claimed.equals(id.chain().value()) -> {
                chainCheckedAt.set(clock.instant());
                yield Optional.empty();
            }
            case Reply.Got<?>(Object claimed) -> {
                String detail = "the source is on chain " + claimed + ", not on " + id.chain();
                health.wrongChain(detail);
                yield Optional.of(new Reply.Failed<>(Failure.WRONG_CHAIN, detail));
            }
            case Reply.Failed<?>(Failure failure, String detail) ->
                Optional.of(new Reply.Failed<>(failure, "the source did not say which chain it is on: " + detail));
            case Reply.Refused<?> refused ->
                Optional.of(new Reply.Failed<>(
                        Failure.WRONG_CHAIN, "the source did not say which chain it is on: " + refused.problem()));
        };
    }

    /// A head is what the source itself calls the latest block. Whoever is asked as a witness is asked for a
    /// block by its number, and having it shows how far it has come.
    private void noteHead(Query<?> query, Reply<?> reply) {
        if (query instanceof Query.HeaderOf(BlockSelector block)
                && reply instanceof Reply.Got<?>(Optional<?> found)
                && found.orElse(null) instanceof HeaderClaim header) {
            long number = Long.decode(header.fields().getOrDefault("number", "0x0"));
            if (block.equals(BlockSelector.LATEST)) {
                health.namedHead(number);
            } else {
                health.knowsBlock(number);
            }
        }
    }
}
