package org.lifeboat.engine.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;

/// How far a payment on an L2 has come. Pure; goes back as easily as forwards.
/// @param step the highest that holds now
/// @param block that it is in; empty while it is in none
public record Climb(Step step, Optional<BlockRef> block) {
    /// Lowest first.
    public enum Step {
        /// In no block.
        WAITING,
        /// In a block that the sequencer names: its word.
        ACCEPTED,
        /// L1's data bring that block about, by the word of a server that derives it.
        ON_L1,
        /// A root for that block or a later one was posted on L1, and is the root of the server's own block there.
        COVERED
    }

    /// @param own on an L2
    /// @param before how far it had come; what nobody speaks of now stays so
    /// @param now what is remembered of the chain
    /// @param servers what was said this time of the payment's block, among others
    public static Climb of(OwnTransaction own, Optional<Climb> before, ChainTrack now, List<ChainSigns.OfL2> servers) {
        Optional<BlockRef> block = block(own.status());
        if (block.isEmpty()) {
            return new Climb(Step.WAITING, Optional.empty());
        }
        BlockRef in = block.get();
        Optional<Climb> same =
                before.filter(known -> known.block().map(BlockRef::hash).equals(block.map(BlockRef::hash)));
        Set<Hash32> derived = servers.stream()
                .filter(server -> server.safe()
                        .filter(safe -> safe.number() >= in.number())
                        .isPresent())
                .flatMap(server -> Optional.ofNullable(server.again().get(in.number())).stream())
                .collect(Collectors.toSet());
        if (derived.isEmpty()) {
            return same.orElseGet(() -> new Climb(Step.ACCEPTED, block));
        }
        if (!derived.contains(in.hash())) { // Whoever named its block has not noticed yet.
            return new Climb(Step.WAITING, Optional.empty());
        }
        if (derived.size() > 1) { // Servers differ in what L1's data bring about.
            return new Climb(Step.ACCEPTED, block);
        }
        boolean covered = now.bridge()
                .map(bridge -> covers(bridge.posted(), in, servers))
                .orElse(Cover.NOT_SAID)
                .holds(same.filter(known -> known.step() == Step.COVERED).isPresent());
        return new Climb(covered ? Step.COVERED : Step.ON_L1, block);
    }

    private enum Cover {
        YES,
        NO,
        /// What was known before stays.
        NOT_SAID;

        boolean holds(boolean before) {
            return this == YES || (this == NOT_SAID && before);
        }
    }

    /// Anybody can post a root, of blocks that there are not or of others: it covers a payment only where a
    /// server that has the payment's block has, at the number of the root, a block with that very root. That
    /// one leads to the other stays that server's word.
    private static Cover covers(List<ChainSigns.Posted> posted, BlockRef in, List<ChainSigns.OfL2> servers) {
        List<ChainSigns.Posted> later =
                posted.stream().filter(root -> root.block() >= in.number()).toList();
        List<ChainSigns.OfL2> having = servers.stream()
                .filter(server -> Optional.ofNullable(server.again().get(in.number()))
                        .filter(in.hash()::equals)
                        .isPresent())
                .toList();
        boolean open = false;
        for (ChainSigns.Posted root : later) {
            for (ChainSigns.OfL2 server : having) {
                Optional<Hash32> own = Optional.ofNullable(server.roots().get(root.block()));
                if (own.filter(root.root()::equals).isPresent()) {
                    return Cover.YES;
                }
                open |= own.isEmpty();
            }
        }
        return open ? Cover.NOT_SAID : Cover.NO;
    }

    private static Optional<BlockRef> block(Status status) {
        return switch (status) {
            case Status.Accepted(BlockRef in) -> Optional.of(in);
            case Status.Reverted(BlockRef in) -> Optional.of(in);
            case Status.Mined(BlockRef in) -> Optional.of(in);
            case Status.Saved _, Status.Sent _, Status.Replaced _, Status.Dropped _ -> Optional.empty();
        };
    }

    /// Whether this is less than `before`: lower, or in another block than one that was left.
    public boolean wentBack(Climb before) {
        return step.compareTo(before.step()) < 0
                || (before.block().isPresent() && !before.block().equals(block));
    }
}
