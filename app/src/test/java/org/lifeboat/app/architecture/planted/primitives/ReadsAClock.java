package org.lifeboat.app.architecture.planted.primitives;

/// A planted breach: a pure class that reads the clock.
final class ReadsAClock {
    private ReadsAClock() {}

    static long now() {
        return System.currentTimeMillis();
    }
}
