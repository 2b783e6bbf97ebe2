package org.lifeboat.app.architecture.planted.crypto;

/// A planted breach: a pure class that starts a thread.
final class StartsAThread {
    private StartsAThread() {}

    static void start(Runnable work) {
        Thread.startVirtualThread(work);
    }
}
