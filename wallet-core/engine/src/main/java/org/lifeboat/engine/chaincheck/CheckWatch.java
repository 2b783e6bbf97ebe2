package org.lifeboat.engine.chaincheck;

/// Is told how far a check has come, and can end it.
@FunctionalInterface
public interface CheckWatch {
    /// Called in the thread of the check, at least once a block of either chain.
    /// @return whether to go on
    boolean goOn(CheckProgress progress);
}
