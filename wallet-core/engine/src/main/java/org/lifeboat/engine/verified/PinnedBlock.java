package org.lifeboat.engine.verified;

import java.util.function.Function;
import org.lifeboat.engine.claims.Head;
import org.lifeboat.engine.claims.HeadQuestion;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.verifier.call.Conditions;

/// A block of one source to run something in: its header's hash was recomputed, and its rules are known.
record PinnedBlock(Network network, Head.Usable head, BlockHeader header, Conditions conditions) {
    /// Asks the source for the block and uses it.
    /// @return what `use` makes of it, or why there is none
    static <R> Looped<R> ask(
            Source source,
            Network network,
            BlockSelector block,
            Deadline deadline,
            Function<PinnedBlock, Looped<R>> use) {
        return switch (HeadQuestion.ask(
                source, network.chain(), block, Purpose.PREPARE_TRANSACTION, deadline.remaining())) {
            case Head.Usable head ->
                head.header().map(header -> known(network, head, header, use)).orElseGet(() -> unreadable(head));
            case Head.Lied lied -> new Looped.Lied<>(lied.contradiction());
            case Head.Silent silent ->
                stopped(
                        CouldNot.Why.NO_ANSWER,
                        String.join(": ", silent.reason().arguments()));
        };
    }

    private static <R> Looped<R> known(
            Network network, Head.Usable head, BlockHeader header, Function<PinnedBlock, Looped<R>> use) {
        return switch (ChainRules.of(network, header)) {
            case ChainRules.Known(Conditions conditions) ->
                use.apply(new PinnedBlock(network, head, header, conditions));
            case ChainRules.Unknown(CouldNot reason) -> new Looped.Stopped<>(reason);
        };
    }

    private static <R> Looped<R> unreadable(Head.Usable head) {
        String why = head.unverified()
                .map(note -> String.join(" ", note.arguments()))
                .orElse("");
        return stopped(CouldNot.Why.HEADER_UNKNOWN, why);
    }

    private static <R> Looped<R> stopped(CouldNot.Why why, String detail) {
        return new Looped.Stopped<>(new CouldNot(why, detail));
    }
}
