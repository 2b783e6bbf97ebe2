package org.lifeboat.engine.anchor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.balances.BalanceProof;
import org.lifeboat.engine.fake.AnsweringSource;
import org.lifeboat.engine.fake.FakeChain;
import org.lifeboat.engine.fake.HeaderClaims;
import org.lifeboat.engine.fake.RollupHeader;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rollups.opstack.OutputRoot;

/// Blocks of a rollup whose headers name their parents, and a server that shows them and proves nothing at
/// all: its window of proofs is zero.
final class RollupChain extends AnsweringSource {
    static final ChainId ID = new ChainId(901);

    private final List<BlockHeader> headers = new ArrayList<>();

    /// Blocks up to `number`, each with the one account that has so much.
    RollupChain grow(long number, Address account, long wei) {
        Hash32 state = state(account, wei).header(0).stateRoot();
        while (headers.size() <= number) {
            Hash32 parent = headers.isEmpty() ? Hash32.ZERO : headers.getLast().hash();
            headers.add(RollupHeader.of(parent, headers.size(), state, Hash32.ofNumber(16)));
        }
        return this;
    }

    /// The same blocks up to `number`, and from there on another way.
    RollupChain branch(long number) {
        RollupChain other = new RollupChain();
        other.headers.addAll(headers.subList(0, (int) number + 1));
        return other;
    }

    private static FakeChain state(Address account, long wei) {
        return new FakeChain(ID.value()).with(account, wei);
    }

    BlockHeader header(int number) {
        return headers.get(number);
    }

    BlockHeader head() {
        return headers.getLast();
    }

    /// The root that an honest proposer posts for a block.
    Hash32 rootOf(L2Block block) {
        return OutputRoot.of(headers.get((int) block.number())).orElseThrow().hash();
    }

    /// What a reading of the newest block proves of an account that has so much there.
    BalanceProof proof(Address account, long wei) {
        return new BalanceProof(
                account,
                Optional.empty(),
                head().encoded(),
                new BalanceProof.Basis.Slots(state(account, wei).proof(account, List.of()), Optional.empty()));
    }

    @Override
    public SourceId id() {
        return new SourceId(ID, "https://rollup.example");
    }

    @Override
    protected Reply<?> answer(Query<?> query) {
        return switch (query) {
            case Query.ChainIdOf _ -> new Reply.Got<>(ID.value());
            case Query.HeaderOf(BlockSelector.AtNumber(long number)) ->
                new Reply.Got<>(
                        number < headers.size()
                                ? Optional.of(HeaderClaims.of(headers.get((int) number)))
                                : Optional.empty());
            default -> new Reply.Refused<>(-32_601, "no such method", Optional.empty());
        };
    }
}
