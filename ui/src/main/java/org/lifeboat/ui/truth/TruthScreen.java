package org.lifeboat.ui.truth;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.chaincheck.CheckProgress;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.exit.MadeHere;
import org.lifeboat.engine.network.Network;

/// What the page of a check shows.
public sealed interface TruthScreen {
    /// The records are being read.
    record Loading() implements TruthScreen {}

    /// This chain cannot be checked.
    /// @param key of the sentence
    record NoWay(String key, List<String> arguments) implements TruthScreen {
        public NoWay {
            arguments = List.copyOf(arguments);
        }
    }

    /// @param flaw of the form; empty where there is none
    record Ready(Facts facts, TruthForm form, Optional<Flaw> flaw) implements TruthScreen {}

    /// What is wrong with the form.
    /// @param ofFile whether with the file, else with the block
    /// @param key of the sentence
    record Flaw(boolean ofFile, String key, List<String> arguments) {
        public Flaw {
            arguments = List.copyOf(arguments);
        }
    }

    /// @param progress empty until something was run
    /// @param ending whether the user has ended it and it has not stopped yet
    record Running(Facts facts, TruthForm form, Optional<CheckProgress> progress, boolean ending)
            implements TruthScreen {}

    /// @param taken what of the blocks that were made here is the user's; empty where the state came from sources
    record Done(Facts facts, TruthForm form, CheckReport report, Optional<MadeHere.Taken> taken)
            implements TruthScreen {}

    /// @param archives how many beacon nodes may be asked for blobs
    /// @param served whether a source of the L2 may be asked
    /// @param genesis path of the file that was taken last as the chain's beginning; may be empty
    /// @param window until what the operator leaves out comes about
    record Facts(Network l2, Network l1, int archives, boolean served, String genesis, Duration window) {}
}
