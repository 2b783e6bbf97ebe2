package org.lifeboat.sandbox.trace;

/// How much the traces of one answer may hold together: who can have code run must not fill the memory with what it
/// did. One thread.
public final class TraceRoom {
    /// Some hundred times what a payment of tokens takes. Unit: words of stack and storage, one more for each step.
    private static final int MOST = 2_000_000;

    private int left = MOST;

    /// @return whether there was so much room
    boolean take(int words) {
        if (words > left) {
            left = 0;
            return false;
        }
        left -= words;
        return true;
    }
}
