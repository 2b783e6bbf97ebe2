package org.lifeboat.engine.balances;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.TokenAmount;

/// What is known of one amount. Zero is a [Known] amount; unknown and not yet asked are cases of their own.
public sealed interface Figure {
    /// No source was asked, now or ever.
    record NotAsked() implements Figure {}

    /// An amount with all that is to be said about it.
    /// @param block the block it was read at
    /// @param readAt this computer's clock when the answer was checked: the figure's age counts from here
    /// @param source who said it; show its host only
    record Known(
            TokenAmount amount, Assurance assurance, BlockRef block, Instant readAt, SourceId source, List<Note> notes)
            implements Figure {
        public Known {
            notes = List.copyOf(notes);
        }

        /// The same with the slot that was found, in place of the remark that none is known.
        Known withSlot(Note slot) {
            List<Note> changed = new ArrayList<>(notes);
            changed.removeIf(note -> note.kind() == Note.Kind.NOT_PINNED);
            changed.add(slot);
            return new Known(amount, assurance, block, readAt, source, changed);
        }
    }

    /// There is no figure from this refresh.
    /// @param lastKnown what was known before, with its own age; never to be shown without it
    record Problem(Outcome outcome, List<Note> reasons, Optional<Known> lastKnown) implements Figure {
        public Problem {
            reasons = List.copyOf(reasons);
        }
    }

    enum Outcome {
        /// A source's statement was disproven and nobody else could be asked.
        REFUTED,
        /// No usable answer: offline, out of time, refused.
        COULD_NOT_ASK
    }
}
