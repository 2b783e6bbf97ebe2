package org.lifeboat.evm.state;

/// Thrown by a [StateReader] that cannot answer, caught at the boundary of the run and nowhere else: control
/// flow, not an error, and so without a stack trace.
public final class MissingState extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient StateKey key;

    public MissingState(StateKey key) {
        super("the state does not hold " + key, null, false, false);
        this.key = key;
    }

    public StateKey key() {
        return key;
    }
}
