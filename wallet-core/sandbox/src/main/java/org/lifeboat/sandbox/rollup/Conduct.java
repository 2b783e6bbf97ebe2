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
}
