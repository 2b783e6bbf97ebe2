package org.lifeboat.engine.balances;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import org.lifeboat.engine.claims.Head;
import org.lifeboat.engine.claims.HeadQuestion;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.ChainId;

/// Asks the other sources which block they know at the height that is being read, beside the reading itself. They
/// learn no account from it. Whoever has not answered by the end is not counted.
final class Witnesses {
    private final BlockRef block;
    private final ConcurrentLinkedQueue<Head> heard = new ConcurrentLinkedQueue<>();

    Witnesses(ExecutorService threads, ChainId chain, Head.Usable head, List<Source> others, Deadline deadline) {
        this.block = head.block();
        for (Source other : others) {
            threads.execute(() -> heard.add(
                    HeadQuestion.ask(other, chain, new BlockSelector.AtNumber(block.number()), deadline.remaining())));
        }
    }

    /// How many sources named this very header, the one that is read included.
    int agreeing() {
        return 1
                + (int) heard.stream()
                        .filter(head -> head instanceof Head.Usable usable
                                && usable.block().hash().equals(block.hash()))
                        .count();
    }

    /// A note for each source that names another block at this height.
    List<Note> differing() {
        List<Note> notes = new ArrayList<>();
        for (Head head : heard) {
            if (head instanceof Head.Usable usable && !usable.block().hash().equals(block.hash())) {
                notes.add(Note.of(
                        Note.Kind.SOURCES_DIFFER,
                        usable.source().id().shown(),
                        usable.block().hash().toHex()));
            }
        }
        return notes;
    }

    /// Sources that were caught with a false header or another chain.
    List<Head.Lied> liars() {
        return heard.stream()
                .filter(Head.Lied.class::isInstance)
                .map(Head.Lied.class::cast)
                .toList();
    }
}
