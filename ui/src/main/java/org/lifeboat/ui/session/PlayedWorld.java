package org.lifeboat.ui.session;

/// The world of a wallet of play money, which is gone when its window is closed unless the user keeps it. Reads and
/// writes the disk: never on the screen's thread.
public interface PlayedWorld {
    /// Whether it is gone on with the next time.
    boolean kept();

    void keep(boolean wanted);

    /// Whether another one was kept, and could not be gone on with.
    boolean lost();
}
