package org.lifeboat.sandbox.world;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/// What went wrong in the world's own machinery: a bug of whoever works in it. It is kept and can be asked
/// for; the world goes on without what failed. Thread-safe.
public final class Faults {
    /// The newest ones; whoever fails each second would fill any room.
    private static final int MOST = 100;

    private final List<Fault> list = new ArrayList<>();

    /// @param who failed
    /// @param what in the program's words
    /// @param unixSeconds the world's time
    public record Fault(String who, String what, long unixSeconds) {}

    /// Lets somebody do their work. Whatever goes wrong is kept, and nobody else suffers from it.
    public void guard(String who, LongSupplier clock, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) { // The outermost edge of a turn.
            keep(new Fault(who, e.toString(), clock.getAsLong()));
        }
    }

    private synchronized void keep(Fault fault) {
        if (list.size() == MOST) {
            list.removeFirst();
        }
        list.add(fault);
    }

    /// Oldest first.
    public synchronized List<Fault> all() {
        return List.copyOf(list);
    }
}
