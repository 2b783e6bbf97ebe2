package org.lifeboat.ui.exits;

import java.time.Instant;
import java.util.List;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.exit.RootOffer;
import org.lifeboat.engine.storage.PlanStore;

/// What the page shows on which a root is chosen for a proof.
public sealed interface RootsScreen {
    /// L1 is being asked, or a choice is being kept.
    record Loading() implements RootsScreen {}

    /// There is nothing to choose, or nobody answered.
    /// @param key of the sentence
    record NoWay(String key, List<String> arguments) implements RootsScreen {
        public NoWay {
            arguments = List.copyOf(arguments);
        }

        static NoWay because(String key, String... arguments) {
            return new NoWay(key, List.of(arguments));
        }
    }

    /// The root that was pressed cannot be proven against any more. Nothing was kept.
    record Refused(RootOffer root, RootOffer.Refusal why) implements RootsScreen {}

    /// @param roots those that fit, the newest first, then those that do not
    /// @param at when it was asked
    record Shown(PlanStore.Id exit, List<RootOffer> roots, Assurance assurance, Instant at) implements RootsScreen {
        public Shown {
            roots = List.copyOf(roots);
        }
    }

    /// The choice is on disk; the review comes next.
    record Kept(PlanStore.Id exit) implements RootsScreen {}
}
