package org.lifeboat.ui.truth;

import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.chaincheck.CheckProgress;
import org.lifeboat.engine.chaincheck.CheckReport;
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

    /// @param flawed whether the block is no number
    record Ready(Facts facts, TruthForm form, boolean flawed) implements TruthScreen {}

    /// @param progress empty until something was run
    /// @param ending whether the user has ended it and it has not stopped yet
    record Running(Facts facts, TruthForm form, Optional<CheckProgress> progress, boolean ending)
            implements TruthScreen {}

    record Done(Facts facts, TruthForm form, CheckReport report) implements TruthScreen {}

    /// @param archives how many beacon nodes may be asked for blobs
    record Facts(Network l2, Network l1, int archives) {}
}
