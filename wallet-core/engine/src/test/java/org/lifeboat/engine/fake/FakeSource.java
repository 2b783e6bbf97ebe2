package org.lifeboat.engine.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lifeboat.engine.abi.Multicall3;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.FeeHistoryClaim;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Refutation;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.source.SourceLimits;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;

/// A source over a [FakeChain]. Tells the truth unless a twist changes an answer.
public class FakeSource implements Source {
    private final FakeChain chain;
    private final SourceId id;
    private final Map<Address, FakeToken> tokens = new HashMap<>();
    private final List<Twist> twists = new CopyOnWriteArrayList<>();
    private final List<Refutation> refutations = new CopyOnWriteArrayList<>();
    private final List<List<Query<?>>> requests = new CopyOnWriteArrayList<>();
    private volatile SourceLimits limits = SourceLimits.STARTING;
    private final List<Bytes> sent = new CopyOnWriteArrayList<>();

    /// Changes one answer.
    public interface Twist {
        Reply<?> change(Query<?> query, Reply<?> truth);
    }

    public FakeSource(FakeChain chain, String host) {
        this.chain = chain;
        this.id = new SourceId(new ChainId(chain.chainId()), "https://" + host + "/key");
    }

    public FakeSource twist(Twist twist) {
        twists.add(twist);
        return this;
    }

    public FakeSource token(Address contract, FakeToken token) {
        tokens.put(contract, token);
        return this;
    }

    public List<Refutation> refutations() {
        return refutations;
    }

    public List<List<Query<?>>> requests() {
        return requests;
    }

    public List<Bytes> sent() {
        return sent;
    }

    @Override
    public SourceId id() {
        return id;
    }

    @Override
    public void refuted(Refutation what) {
        refutations.add(what);
    }

    @Override
    public Health health() {
        return new Health(
                0,
                0,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                refutations.size(),
                refutations.stream().reduce((_, newest) -> newest).map(what -> new Health.Caught(Instant.EPOCH, what)));
    }

    @Override
    public SourceLimits limits() {
        return limits;
    }

    @Override
    public void limits(SourceLimits measured) {
        limits = measured;
    }

    @Override
    public List<Reply<?>> askAll(List<? extends Query<?>> queries, Purpose purpose, Duration deadline) {
        requests.add(List.copyOf(queries));
        List<Reply<?>> replies = new ArrayList<>();
        for (Query<?> query : queries) {
            Reply<?> reply = truth(query);
            for (Twist twist : twists) {
                reply = twist.change(query, reply);
            }
            replies.add(reply);
        }
        return replies;
    }

    private Reply<?> truth(Query<?> query) {
        return switch (query) {
            case Query.ChainIdOf _ -> new Reply.Got<>(chain.chainId());
            case Query.HeaderOf(BlockSelector block) ->
                new Reply.Got<>(number(block).map(chain::claim));
            case Query.ProofOf(Address account, List<Hash32> slots, BlockSelector block) ->
                known(block, () -> chain.proof(account, slots));
            case Query.BalanceOf(Address account, BlockSelector block) ->
                known(
                        block,
                        () -> chain.find(account).map(holder -> holder.balance).orElse(Wei.ZERO));
            case Query.NonceOf(Address account, BlockSelector block) ->
                known(
                        block,
                        () -> chain.find(account).map(holder -> holder.nonce).orElse(new Nonce(0)));
            case Query.CodeOf(Address account, BlockSelector block) ->
                known(
                        block,
                        () -> chain.find(account).map(holder -> holder.code).orElse(Bytes.EMPTY));
            case Query.StorageOf(Address account, Hash32 slot, BlockSelector block) ->
                known(
                        block,
                        () -> Hash32.ofNumber(chain.at(account).storage.getOrDefault(slot, java.math.BigInteger.ZERO)));
            case Query.CallOf call -> call(call);
            case Query.AccessListOf _ -> new Reply.Refused<>(-32601, "no such method", Optional.empty());
            case Query.GasFor _ -> new Reply.Got<>(new Gas(21_000));
            case Query.FeeHistoryOf history -> new Reply.Got<>(history(history));
            case Query.GasPriceOf _ -> new Reply.Got<>(Wei.of(1_500_000_000L));
            case Query.ReceiptOf _, Query.TransactionOf _ -> new Reply.Got<>(Optional.empty());
            case Query.LogsOf _ -> new Reply.Got<>(List.of());
            case Query.SendRaw(Bytes transaction) -> {
                sent.add(transaction);
                yield new Reply.Got<>(org.lifeboat.primitives.Keccak256.hash(transaction));
            }
            case Query.Probe(String method, String _) ->
                new Reply.Refused<>(-32601, "no method " + method, Optional.empty());
        };
    }

    private FeeHistoryClaim history(Query.FeeHistoryOf asked) {
        List<Wei> bases = new ArrayList<>();
        List<List<Wei>> rewards = new ArrayList<>();
        List<Integer> fullness = new ArrayList<>();
        for (int i = 0; i < asked.blocks(); i++) {
            bases.add(Wei.of(1_000_000_000L));
            fullness.add(500);
            rewards.add(asked.percentiles().stream()
                    .map(percentile -> Wei.of(percentile * 10_000_000L))
                    .toList());
        }
        bases.add(Wei.of(1_000_000_000L));
        return new FeeHistoryClaim(chain.height() - asked.blocks() + 1, bases, fullness, rewards);
    }

    private Reply<Bytes> call(Query.CallOf query) {
        Address to = query.call().to().orElseThrow();
        FakeToken token = tokens.get(to);
        if (number(query.block()).isEmpty()) {
            return new Reply.Refused<>(-32000, "header not found", Optional.empty());
        }
        if (token != null) {
            return token.call(chain.at(to), query.call().data());
        }
        if (to.equals(Multicall3.ADDRESS) || chain.find(to).isEmpty()) {
            return new Reply.Got<>(Bytes.EMPTY);
        }
        return new Reply.Refused<>(3, "execution reverted", Optional.of(Bytes.EMPTY));
    }

    private <R> Reply<R> known(BlockSelector block, java.util.function.Supplier<R> value) {
        return number(block).isPresent()
                ? new Reply.Got<>(value.get())
                : new Reply.Refused<>(-32000, "header not found", Optional.empty());
    }

    private Optional<Long> number(BlockSelector block) {
        return switch (block) {
            case BlockSelector.Tag _ -> Optional.of(chain.height());
            case BlockSelector.AtNumber(long number) ->
                number <= chain.height() ? Optional.of(number) : Optional.empty();
            case BlockSelector.ByHash(Hash32 hash) -> {
                for (long number = chain.height(); number >= Math.max(0, chain.height() - 10); number--) {
                    if (chain.header(number).hash().equals(hash)) {
                        yield Optional.of(number);
                    }
                }
                yield Optional.empty();
            }
        };
    }
}
