package org.lifeboat.sandbox.rollup;

import org.lifeboat.sandbox.node.L1Node;

/// What a sequencer shows whoever asks, while it has something else written down: a chain of its own, with
/// what people have sent in it, which it calls safe and final as far as the true one is.
final class OtherStory {
    private final Layer2Node truth;
    private final Layer2Node told;
    private final Sequencer sequencer;

    /// Begins where the two part.
    OtherStory(L1Node l1, Layer2Node truth) {
        this.truth = truth;
        this.told = truth.fork();
        this.sequencer = new Sequencer(l1, told, () -> 0);
    }

    Layer2Node told() {
        return told;
    }

    /// @param now the world's time, in Unix seconds
    void goOn(long now) {
        sequencer.act(new Conduct.Honest(), now);
        long newest = told.history().newest().number();
        told.markSafe(Math.min(truth.safe().number(), newest));
        told.markFinalised(Math.min(truth.finalised().number(), newest));
    }
}
