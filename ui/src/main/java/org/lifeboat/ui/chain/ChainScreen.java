package org.lifeboat.ui.chain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.diagnosis.ChainTrack;
import org.lifeboat.engine.diagnosis.Diagnosis;
import org.lifeboat.engine.exit.BridgeReport;
import org.lifeboat.engine.exit.BridgeRisks;
import org.lifeboat.engine.exit.RootRhythm;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.watch.ChainWatch;

/// What the page of an L2 shows.
public sealed interface ChainScreen {
    /// Both layers are being asked.
    record Loading() implements ChainScreen {}

    /// There is nothing to ask about.
    /// @param key of the sentence
    record NoWay(String key, List<String> arguments) implements ChainScreen {
        public NoWay {
            arguments = List.copyOf(arguments);
        }
    }

    /// @param diagnosis what is to be said first, told from L1
    /// @param replaced blocks that were named and are others by L1's data
    /// @param bridge what L1 says; empty where it said nothing
    /// @param silence why not, in the sources' words
    /// @param rhythm how often roots come; empty where that could not be read
    /// @param risks who can stop or change the bridge, and its code; empty where that could not be read
    /// @param head what the sources of the L2 say of its newest block
    /// @param at when it was asked
    record Shown(
            Network l2,
            Network l1,
            Diagnosis diagnosis,
            List<ChainTrack.Replaced> replaced,
            Optional<BridgeReport> bridge,
            String silence,
            Optional<RootRhythm> rhythm,
            Optional<BridgeRisks> risks,
            ChainWatch.Seen head,
            Instant at)
            implements ChainScreen {
        public Shown {
            replaced = List.copyOf(replaced);
        }
    }
}
