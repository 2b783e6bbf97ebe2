package org.lifeboat.sandbox.rollup;

import java.util.Set;
import org.lifeboat.primitives.Address;

/// How somebody who works for the rollup behaves.
public sealed interface Conduct {
    /// As they should.
    record Honest() implements Conduct {}

    /// They do nothing any more: a sequencer that is gone, a batcher that withholds the data, a proposer
    /// that posts no roots.
    record Stopped() implements Conduct {}

    /// The sequencer leaves out what these accounts send, and what is sent to them.
    record Censoring(Set<Address> accounts) implements Conduct {
        public Censoring {
            accounts = Set.copyOf(accounts);
        }
    }

    /// The proposer posts roots that are none.
    record FalseRoots() implements Conduct {}

    /// The sequencer shows whoever asks blocks with what they have sent, and has others written down, in
    /// which it is missing.
    record Equivocating() implements Conduct {}

    /// They do what they should, too late: the sequencer lets transactions wait, the batcher and the
    /// proposer take only blocks that are so old, the challenger only games.
    /// @param seconds by which
    record Late(long seconds) implements Conduct {
        public Late {
            if (seconds < 0) {
                throw new IllegalArgumentException("nobody is early");
            }
        }
    }

    /// By how much somebody is late. Unit: seconds.
    default long lateBy() {
        return this instanceof Late(long seconds) ? seconds : 0;
    }
}
