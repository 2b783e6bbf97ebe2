package org.lifeboat.ui.exits;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.exit.ExitReport;
import org.lifeboat.engine.exit.ExitStep;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.Worth;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.engine.watch.ContestRounds;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;

/// What the page asks of the engine. Blocks: never on the screen's thread.
public interface ExitsDesk {
    /// What the records say; asks nobody.
    Kept kept();

    /// Asks both layers about the way out of `layer` and about its exits.
    Answer ask(ExitsScreen.Layer layer, List<Exits.Plan> exits);

    /// Looks for withdrawals that the account began elsewhere and keeps them.
    /// @param back how far; empty: to the chain's beginning
    /// @return how many were found; empty where no source gave the list
    Optional<Integer> find(Network l2, Address account, Optional<Duration> back);

    /// Looks for the withdrawals of one transaction of the L2.
    ExitsScreen.Remark find(Network l2, Hash32 transaction);

    /// One withdrawal with its proofs, as a file for another computer.
    String evidence(Exits.Plan plan);

    /// Takes such a file. Asks nobody, begins nothing on a chain.
    ExitsScreen.Remark take(Path file);

    /// @param layers with nothing read yet
    /// @param exits oldest first
    /// @param missed whose date passed while nobody looked; said once
    /// @param signed of each exit, what is signed and not known to be in a block
    /// @param contests of the user, as far as they are not over
    record Kept(
            List<ExitsScreen.Layer> layers,
            List<ExitsScreen.Entry> exits,
            List<ExitsScreen.Missed> missed,
            Map<PlanStore.Id, List<ExitStep>> signed,
            List<ExitsScreen.Disputed> contests) {
        public Kept {
            contests = List.copyOf(contests);
            signed = Map.copyOf(signed);
            layers = List.copyOf(layers);
            exits = List.copyOf(exits);
            missed = List.copyOf(missed);
        }
    }

    /// @param worth what the evidence at hand is worth, should the L2 vanish; none where it is not asked any
    /// more, or not yet
    /// @param contests those of the layer, as they stand
    record Answer(
            ExitsScreen.Reading reading,
            Optional<Network> l1,
            Map<PlanStore.Id, ExitReport> reports,
            Map<PlanStore.Id, Worth> worth,
            List<ContestRounds.Sight> contests) {
        public Answer {
            contests = List.copyOf(contests);
            reports = Map.copyOf(reports);
            worth = Map.copyOf(worth);
        }

        /// Of which nothing is known to be worth anything.
        Answer(ExitsScreen.Reading reading, Optional<Network> l1, Map<PlanStore.Id, ExitReport> reports) {
            this(reading, l1, reports, Map.of(), List.of());
        }
    }
}
