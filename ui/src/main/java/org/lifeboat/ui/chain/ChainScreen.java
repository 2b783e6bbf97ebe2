package org.lifeboat.ui.chain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.exit.BridgePowers;
import org.lifeboat.engine.exit.BridgeReport;
import org.lifeboat.engine.exit.RootRhythm;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.watch.ChainWatch;

/// What the page of a layer 2 shows.
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

    /// @param bridge what L1 says; empty where it said nothing
    /// @param silence why not, in the sources' words
    /// @param rhythm how often roots come; empty where that could not be read
    /// @param powers who can stop the bridge; empty where that could not be read
    /// @param head what the sources of the layer 2 say of its newest block
    /// @param at when it was asked
    record Shown(
            Network l2,
            Network l1,
            Optional<BridgeReport> bridge,
            String silence,
            Optional<RootRhythm> rhythm,
            Optional<BridgePowers> powers,
            ChainWatch.Seen head,
            Instant at)
            implements ChainScreen {
        /// What is to be said first.
        Diagnosis diagnosis() {
            if (bridge.isEmpty()) {
                return Diagnosis.COULD_NOT_TELL;
            }
            if (bridge.get().paused()) {
                return Diagnosis.PAUSED;
            }
            if (head instanceof ChainWatch.Seen.StandsStill) {
                return Diagnosis.STANDS_STILL;
            }
            if (rhythm.filter(roots -> roots.late(at)).isPresent()) {
                return Diagnosis.ROOTS_LATE;
            }
            if (head instanceof ChainWatch.Seen.Silent) {
                return Diagnosis.SOURCE_SILENT;
            }
            return rhythm.isPresent() ? Diagnosis.NOTHING_NOTICED : Diagnosis.COULD_NOT_TELL;
        }
    }

    /// How the chain stands, as far as was looked. Whether its data reach L1 is not looked at.
    enum Diagnosis {
        /// Proving and paying out are stopped.
        PAUSED,
        /// The newest block that a source of the layer 2 names is old: its sequencer, or that source, stands still.
        STANDS_STILL,
        /// Nobody posted a root for much longer than lately.
        ROOTS_LATE,
        /// No source of the layer 2 answers, and roots come as always: it is probably the source.
        SOURCE_SILENT,
        NOTHING_NOTICED,
        COULD_NOT_TELL
    }
}
