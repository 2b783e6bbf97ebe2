package org.lifeboat.sandbox.rollup;

/// Somebody who works for the rollup, or against it. To add one: a small file, and a line in [Rollup].
interface Actor {
    /// Does what there is to do now, as it is told to behave.
    /// @param now the world's time, in Unix seconds
    void act(Conduct conduct, long now);
}
