package org.lifeboat.engine.claims;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.HeaderClaim;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.trie.TrieProof;

/// The first request of a reading: is this the right chain, and what is its block? Names no account.
public final class HeadQuestion {
    private static final Note NO_STATE =
            Note.of(Note.Kind.PROOF_INCOMPLETE, "the first block's header names an empty state");

    private HeadQuestion() {}

    public static Head ask(Source source, ChainId chain, BlockSelector block, Duration deadline) {
        return ask(source, chain, block, Purpose.READ_BALANCES, deadline);
    }

    @SuppressWarnings("unchecked") // askAll answers each query with its own type
    public static Head ask(Source source, ChainId chain, BlockSelector block, Purpose purpose, Duration deadline) {
        List<Reply<?>> replies =
                source.askAll(List.of(new Query.ChainIdOf(), new Query.HeaderOf(block)), purpose, deadline);
        return switch ((Reply<Long>) replies.get(0)) {
            case Reply.Got<Long>(Long id)
            when id != chain.value() ->
                new Head.Lied(
                        source,
                        new Contradiction(
                                Contradiction.What.CHAIN_ID,
                                source.id().shown(),
                                String.valueOf(id),
                                chain.toString()));
            case Reply.Got<Long> _ -> header(source, (Reply<Optional<HeaderClaim>>) replies.get(1));
            case Reply.Refused<Long> refused -> silent(source, refused);
            case Reply.Failed<Long> failed -> silent(source, failed);
        };
    }

    private static Head header(Source source, Reply<Optional<HeaderClaim>> reply) {
        return switch (reply) {
            case Reply.Got<Optional<HeaderClaim>>(Optional<HeaderClaim> claim) ->
                claim.map(found -> judged(source, found))
                        .orElseGet(() -> new Head.Silent(source, failed(source, "it knows no such block")));
            case Reply.Refused<Optional<HeaderClaim>> refused -> silent(source, refused);
            case Reply.Failed<Optional<HeaderClaim>> failed -> silent(source, failed);
        };
    }

    private static Head judged(Source source, HeaderClaim claim) {
        return switch (ClaimCheck.header(claim)) {
            case Checked.Fits<BlockHeader>(BlockHeader header) -> fitting(source, header, claim.claimedHash());
            case Checked.Contradicted<BlockHeader>(Contradiction contradiction) -> new Head.Lied(source, contradiction);
            case Checked.Unchecked<BlockHeader>(Note reason) ->
                claimedBlock(claim)
                        .<Head>map(block -> new Head.Usable(source, block, Optional.empty(), Optional.of(reason)))
                        .orElseGet(() -> new Head.Silent(source, failed(source, "its header has no number or time")));
        };
    }

    /// Development nodes give their first accounts money without writing it into the first header: such a
    /// header says nothing about the state, and nothing can be held against it.
    private static Head fitting(Source source, BlockHeader header, Hash32 hash) {
        BlockRef block = new BlockRef(header.number(), hash, header.unixSeconds());
        boolean stateless = header.number() == 0 && header.stateRoot().equals(TrieProof.EMPTY_ROOT);
        return stateless
                ? new Head.Usable(source, block, Optional.empty(), Optional.of(NO_STATE))
                : new Head.Usable(source, block, Optional.of(header), Optional.empty());
    }

    private static Optional<BlockRef> claimedBlock(HeaderClaim claim) {
        Hash32 hash = claim.claimedHash();
        return quantity(claim, "number")
                .flatMap(number -> quantity(claim, "timestamp").map(time -> new BlockRef(number, hash, time)));
    }

    private static Optional<Long> quantity(HeaderClaim claim, String member) {
        String text = claim.fields().getOrDefault(member, "");
        return text.matches("0x[0-9a-fA-F]{1,15}")
                ? Optional.of(Long.parseLong(text, 2, text.length(), 16))
                : Optional.empty();
    }

    private static Head silent(Source source, Reply<?> reply) {
        return new Head.Silent(source, failed(source, reply.problem()));
    }

    private static Note failed(Source source, String detail) {
        return Note.of(Note.Kind.SOURCE_FAILED, source.id().shown(), detail);
    }
}
