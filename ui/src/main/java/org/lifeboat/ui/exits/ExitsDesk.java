package org.lifeboat.ui.exits;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.exit.ExitReport;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.primitives.Address;

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

    /// @param layers with nothing read yet
    /// @param exits oldest first
    /// @param missed whose date passed while nobody looked; said once
    record Kept(List<ExitsScreen.Layer> layers, List<ExitsScreen.Entry> exits, List<ExitsScreen.Missed> missed) {
        public Kept {
            layers = List.copyOf(layers);
            exits = List.copyOf(exits);
            missed = List.copyOf(missed);
        }
    }

    record Answer(ExitsScreen.Reading reading, Optional<Network> l1, Map<PlanStore.Id, ExitReport> reports) {
        public Answer {
            reports = Map.copyOf(reports);
        }
    }
}
