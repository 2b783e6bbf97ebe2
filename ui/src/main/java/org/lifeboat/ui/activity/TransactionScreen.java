package org.lifeboat.ui.activity;

import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.anchor.Trials;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.diagnosis.Climbs;
import org.lifeboat.engine.send.Following;
import org.lifeboat.engine.send.Submission;
import org.lifeboat.engine.source.SourceId;

/// What the page of one transaction shows.
/// @param rivals the others with its number, oldest first: what it replaces, or what was signed to replace it
/// @param heldUpBy an earlier one of the account that nobody has, without which this one gets into no block
/// @param look what was asked of the chain since the page was opened
/// @param remark what became of the last press
/// @param vouched how far L1 vouches for it
public record TransactionScreen(
        OwnTransaction transaction,
        List<OwnTransaction> rivals,
        Optional<OwnTransaction> heldUpBy,
        Optional<Following.Look> look,
        Doing doing,
        Remark remark,
        Vouched vouched) {
    public TransactionScreen {
        rivals = List.copyOf(rivals);
    }

    /// @param outcome of how it ended; empty while it is in no block of an L1
    /// @param trial what trying it out had shown before it was signed; empty where that is not kept
    /// @param climb how far it has come on an L2, as a watcher saw it last; empty where none has looked
    public record Vouched(Optional<Assurance> outcome, Optional<Trials.Shown> trial, Optional<Climbs.Kept> climb) {
        public static final Vouched NOTHING = new Vouched(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// What is under way.
    public enum Doing {
        NOTHING,
        LOOKING,
        RESENDING
    }

    public sealed interface Remark {
        record None() implements Remark {}

        /// Nobody may be asked about this network.
        record NoSource() implements Remark {}

        /// Those that were asked have told nothing; what stands there is from before.
        record NotAnswered() implements Remark {}

        record Looked() implements Remark {}

        /// The same bytes were taken again.
        record Taken(List<SourceId> by) implements Remark {
            public Taken {
                by = List.copyOf(by);
            }
        }

        record NotTaken(List<Submission.Refusal> refusals) implements Remark {
            public NotTaken {
                refusals = List.copyOf(refusals);
            }
        }

        /// A move that would go into another game than was meant: not sent again.
        record Astray() implements Remark {}

        record Failed() implements Remark {}
    }

    TransactionScreen doing(Doing next) {
        return new TransactionScreen(transaction, rivals, heldUpBy, look, next, new Remark.None(), vouched);
    }

    TransactionScreen after(OwnTransaction now, Optional<Following.Look> seen, Remark said) {
        return new TransactionScreen(
                now, rivals, heldUpBy, seen.isPresent() ? seen : look, Doing.NOTHING, said, vouched);
    }

    TransactionScreen with(Vouched now) {
        return new TransactionScreen(transaction, rivals, heldUpBy, look, doing, remark, now);
    }
}
