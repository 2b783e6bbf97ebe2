package org.lifeboat.engine.capability;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.lifeboat.engine.capability.Capabilities.Ability;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.CallRequest;
import org.lifeboat.engine.source.HeaderClaim;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;

/// Use case: find out what a source can do. When it is added, and daily. Some twenty requests, one after another.
/// Afterwards the source itself uses the batch size that was found.
public final class CapabilityMeasuring {
    /// Source: README of github.com/mds1/multicall3; OP Stack specification, "Preinstalls".
    public static final Address MULTICALL3 = Address.fromHex("0xcA11bde05977b3631167028862bE2a173976CA11");

    /// The identity precompile, Yellow Paper appendix E: returns what it is sent.
    private static final Address IDENTITY = Address.fromHex("0x" + "0".repeat(39) + "4");

    private static final int[] BATCH_SIZES = {3, 10, 20, 50, 100};
    private static final int[] DATA_SIZES = {128 * 1024, 16 * 1024};
    private static final long[] LOG_RANGES = {100_000, 10_000, 1_000, 100};

    private final Duration requestTime;

    /// @param requestTime for each question
    public CapabilityMeasuring(Duration requestTime) {
        this.requestTime = requestTime;
    }

    public sealed interface Outcome {
        record Measured(Capabilities capabilities) implements Outcome {}

        /// The source did not even name its head.
        /// @param why in words
        record NotPossible(String why) implements Outcome {}
    }

    public Outcome measure(Source source) {
        int patienceBefore = source.health().waitsAskedFor();
        Reply<Optional<HeaderClaim>> reply = ask(source, new Query.HeaderOf(BlockSelector.LATEST));
        return switch (reply) {
            case Reply.Got<Optional<HeaderClaim>>(Optional<HeaderClaim> header)
            when header.isPresent() -> new Outcome.Measured(measure(source, header.get(), patienceBefore));
            case Reply.Got<Optional<HeaderClaim>> _ -> new Outcome.NotPossible("the source knows no newest block");
            case Reply.Refused<Optional<HeaderClaim>> _, Reply.Failed<Optional<HeaderClaim>> _ ->
                new Outcome.NotPossible(reply.problem());
        };
    }

    private Capabilities measure(Source source, HeaderClaim header, int patienceBefore) {
        long head = Long.decode(header.fields().getOrDefault("number", "0x0"));
        OptionalInt batchSize = batchSize(source); // First: what follows goes in batches where it can.
        BlockSelector oldest = new BlockSelector.AtNumber(Math.min(1, head));
        List<Reply<?>> replies = source.askAll(
                List.of(
                        new Query.BalanceOf(Address.ZERO, oldest),
                        new Query.BalanceOf(Address.ZERO, new BlockSelector.ByHash(header.claimedHash())),
                        new Query.CodeOf(MULTICALL3, BlockSelector.LATEST),
                        new Query.FeeHistoryOf(2, List.of(50)),
                        new Query.Probe("eth_createAccessList", emptyCall()),
                        new Query.Probe("debug_executionWitness", "[\"0x1\"]")),
                Purpose.MEASURE_CAPABILITIES,
                requestTime);
        return new Capabilities(
                new ProofReach(source, requestTime).measure(head),
                logs(source, head),
                batchSize,
                bodyBytes(source),
                ability(replies.get(0)),
                ability(replies.get(1)),
                hasCode(replies.get(2)),
                ability(replies.get(3)),
                ability(replies.get(4)),
                ability(replies.get(5)),
                source.health().waitsAskedFor() > patienceBefore);
    }

    private static String emptyCall() {
        return "[{\"from\":\"%s\",\"to\":\"%s\"},\"latest\"]".formatted(Address.ZERO.toHex(), IDENTITY.toHex());
    }

    private <R> Reply<R> ask(Source source, Query<R> query) {
        return source.ask(query, Purpose.MEASURE_CAPABILITIES, requestTime);
    }

    private static Ability ability(Reply<?> reply) {
        return switch (reply) {
            case Reply.Got<?> _ -> Ability.YES;
            case Reply.Refused<?> _ -> Ability.NO;
            case Reply.Failed<?> _ -> Ability.UNKNOWN;
        };
    }

    private static Ability hasCode(Reply<?> reply) {
        return switch (reply) {
            case Reply.Got<?>(Object code) -> code.equals(Bytes.EMPTY) ? Ability.NO : Ability.YES;
            case Reply.Refused<?> _, Reply.Failed<?> _ -> Ability.UNKNOWN;
        };
    }

    /// Goes up from small batches, so that a poor endpoint refuses once and no more.
    private OptionalInt batchSize(Source source) {
        var before = source.limits();
        int taken = 1;
        for (int size : BATCH_SIZES) {
            source.limits(before.withBatchSize(size));
            List<Query<?>> batch = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                batch.add(new Query.ChainIdOf());
            }
            List<Reply<?>> replies = source.askAll(batch, Purpose.MEASURE_CAPABILITIES, requestTime);
            if (replies.stream().anyMatch(reply -> reply instanceof Reply.Failed<?>)) {
                source.limits(before.withBatchSize(taken));
                return OptionalInt.empty();
            }
            boolean shrunk = source.limits().batchSize() < size;
            taken = source.limits().batchSize();
            if (shrunk) {
                break;
            }
        }
        source.limits(before.withBatchSize(taken));
        return OptionalInt.of(taken);
    }

    private OptionalInt bodyBytes(Source source) {
        for (int size : DATA_SIZES) {
            Bytes data = Bytes.of(new byte[size]);
            Reply<Bytes> reply = ask(source, new Query.CallOf(CallRequest.read(IDENTITY, data), BlockSelector.LATEST));
            if (reply instanceof Reply.Got<Bytes>) {
                return OptionalInt.of(2 * size); // Two hexadecimal digits a byte.
            }
        }
        return OptionalInt.empty();
    }

    /// Asks for events of the zero address, which has none.
    private Reach logs(Source source, long head) {
        boolean refused = false;
        for (long range : LOG_RANGES) {
            long from = Math.max(0, head - range + 1);
            switch (ask(source, new Query.LogsOf(from, head, List.of(Address.ZERO), List.of()))) {
                case Reply.Got<?> _ -> {
                    return from == 0 && !refused ? new Reach.Everything() : new Reach.AtLeast(head - from + 1);
                }
                case Reply.Refused<?> _ -> refused = true;
                case Reply.Failed<?> _ -> {
                    return new Reach.Unknown();
                }
            }
        }
        return new Reach.None();
    }
}
