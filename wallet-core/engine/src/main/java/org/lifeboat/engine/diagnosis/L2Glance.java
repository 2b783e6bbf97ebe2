package org.lifeboat.engine.diagnosis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.claims.Checked;
import org.lifeboat.engine.claims.ClaimCheck;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.claims.Disagreement;
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
import org.lifeboat.rollups.opstack.OutputRoot;

/// What servers of an L2 say of its newest blocks: one request to one server, the next one only where it is silent.
final class L2Glance {
    private final Duration patience;
    private final List<Disagreement> disagreements = new ArrayList<>();

    L2Glance(Duration patience) {
        this.patience = patience;
    }

    List<Disagreement> disagreements() {
        return List.copyOf(disagreements);
    }

    /// @param turn which server is asked first; a server alone would be believed
    /// @param again numbers of blocks whose hashes, and roots, are wanted too
    Optional<ChainSigns.OfL2> look(ChainId chain, List<Source> sources, long turn, List<Long> again) {
        for (int i = 0; i < sources.size(); i++) {
            Source source = sources.get((int) ((turn + i) % sources.size()));
            Optional<ChainSigns.OfL2> said = source.health().setAside() ? Optional.empty() : ask(chain, source, again);
            if (said.isPresent()) {
                return said;
            }
        }
        return Optional.empty();
    }

    /// Of each server by itself.
    List<ChainSigns.OfL2> all(ChainId chain, List<Source> sources, List<Long> again) {
        return sources.stream()
                .filter(source -> !source.health().setAside())
                .flatMap(source -> ask(chain, source, again).stream())
                .toList();
    }

    private Optional<ChainSigns.OfL2> ask(ChainId chain, Source source, List<Long> again) {
        List<Query<?>> queries = new ArrayList<>(List.of(
                new Query.ChainIdOf(),
                new Query.HeaderOf(BlockSelector.LATEST),
                new Query.HeaderOf(BlockSelector.SAFE)));
        again.forEach(number -> queries.add(new Query.HeaderOf(new BlockSelector.AtNumber(number))));
        List<Reply<?>> replies = source.askAll(queries, Purpose.CHECK_CHAIN, patience);
        boolean ours =
                replies.getFirst().got().filter(id -> id.equals(chain.value())).isPresent();
        Optional<BlockRef> newest = ours ? block(source, replies.get(1)) : Optional.empty();
        Map<Long, Hash32> now = new HashMap<>();
        Map<Long, Hash32> roots = new HashMap<>();
        for (int i = 0; i < again.size(); i++) {
            long number = again.get(i);
            Optional<Named> named =
                    named(source, replies.get(3 + i)).filter(one -> one.block().number() == number);
            named.ifPresent(one -> now.put(number, one.block().hash()));
            named.flatMap(Named::header).flatMap(OutputRoot::of).ifPresent(root -> roots.put(number, root.hash()));
        }
        return newest.map(
                head -> new ChainSigns.OfL2(source.id().shown(), head, block(source, replies.get(2)), now, roots));
    }

    /// @param header where its hash was recomputed
    private record Named(BlockRef block, Optional<BlockHeader> header) {}

    private Optional<BlockRef> block(Source source, Reply<?> reply) {
        return named(source, reply).map(Named::block);
    }

    /// With its hash recomputed; where the header has a field that is not known here, as the server names it.
    private Optional<Named> named(Source source, Reply<?> reply) {
        if (!(reply.got().orElse(null) instanceof Optional<?> found)
                || !(found.orElse(null) instanceof HeaderClaim claim)) {
            return Optional.empty();
        }
        return switch (ClaimCheck.header(claim)) {
            case Checked.Fits<BlockHeader>(var header) -> Optional.of(new Named(header.ref(), Optional.of(header)));
            case Checked.Contradicted<BlockHeader>(Contradiction lie) -> {
                source.refuted(lie.refutation());
                disagreements.add(new Disagreement(source.id(), lie));
                yield Optional.empty();
            }
            case Checked.Unchecked<BlockHeader> _ -> claimed(claim).map(block -> new Named(block, Optional.empty()));
        };
    }

    private static Optional<BlockRef> claimed(HeaderClaim claim) {
        return quantity(claim, "number")
                .flatMap(number ->
                        quantity(claim, "timestamp").map(time -> new BlockRef(number, claim.claimedHash(), time)));
    }

    private static Optional<Long> quantity(HeaderClaim claim, String member) {
        String text = claim.fields().getOrDefault(member, "");
        return text.matches("0x[0-9a-fA-F]{1,15}")
                ? Optional.of(Long.parseLong(text.substring(2), 16))
                : Optional.empty();
    }
}
