package org.lifeboat.engine.fake;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Refutation;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;

/// A server of a chain whose blocks name their parents and all have the state of `state`, with headers of today's form.
/// Counts what reaches it: one batch that it takes whole is one request.
public final class CountedChain extends AnsweringSource {
    private final FakeChain state;
    private final List<BlockHeader> headers = new ArrayList<>();
    private final List<List<Query<?>>> requests = new CopyOnWriteArrayList<>();

    /// Set up `state` before.
    public CountedChain(FakeChain state, long height) {
        this.state = state;
        grow(height);
    }

    public void grow(long height) {
        Hash32 root = state.header(0).stateRoot();
        while (headers.size() <= height) {
            Hash32 parent = headers.isEmpty() ? Hash32.ZERO : headers.getLast().hash();
            headers.add(RollupHeader.of(parent, headers.size(), root, Hash32.ofNumber(16)));
        }
    }

    public BlockHeader header(long number) {
        return headers.get((int) number);
    }

    /// What came since the last call.
    public List<List<Query<?>>> requests() {
        List<List<Query<?>>> sofar = List.copyOf(requests);
        requests.clear();
        return sofar;
    }

    @Override
    public List<Reply<?>> askAll(List<? extends Query<?>> queries, Purpose purpose, Duration deadline) {
        int most = limits().batchSize();
        for (int from = 0; from < queries.size(); from += most) {
            requests.add(List.copyOf(queries.subList(from, Math.min(queries.size(), from + most))));
        }
        return super.askAll(queries, purpose, deadline);
    }

    @Override
    protected Reply<?> answer(Query<?> query) {
        return switch (query) {
            case Query.ChainIdOf _ -> new Reply.Got<>(state.chainId());
            case Query.HeaderOf(BlockSelector block) ->
                new Reply.Got<>(at(block).map(HeaderClaims::of));
            case Query.ProofOf(Address account, List<Hash32> slots, BlockSelector _) ->
                new Reply.Got<>(state.proof(account, slots));
            case Query.CodeOf(Address account, BlockSelector _) ->
                new Reply.Got<>(state.find(account).map(holder -> holder.code).orElse(Bytes.EMPTY));
            case Query.StorageOf(Address account, Hash32 slot, BlockSelector _) ->
                new Reply.Got<>(Hash32.ofNumber(state.at(account).storage.getOrDefault(slot, BigInteger.ZERO)));
            case Query.BalanceOf(Address account, BlockSelector _) ->
                new Reply.Got<>(
                        state.find(account).map(holder -> holder.balance).orElse(Wei.ZERO));
            case Query.NonceOf(Address account, BlockSelector _) ->
                new Reply.Got<>(state.find(account).map(holder -> holder.nonce).orElse(new Nonce(0)));
            default -> new Reply.Refused<>(-32_601, "no such method", Optional.empty());
        };
    }

    private Optional<BlockHeader> at(BlockSelector block) {
        return switch (block) {
            case BlockSelector.Tag _ -> Optional.of(headers.getLast());
            case BlockSelector.AtNumber(long number) ->
                number < headers.size() ? Optional.of(header(number)) : Optional.empty();
            case BlockSelector.ByHash(Hash32 hash) ->
                headers.stream().filter(header -> header.hash().equals(hash)).findFirst();
        };
    }

    @Override
    public SourceId id() {
        return new SourceId(new ChainId(state.chainId()), "https://chain" + state.chainId() + ".example");
    }

    @Override
    public void refuted(Refutation what) {
        throw new AssertionError("an honest server: " + what);
    }
}
