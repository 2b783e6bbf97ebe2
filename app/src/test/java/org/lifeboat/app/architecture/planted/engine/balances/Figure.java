package org.lifeboat.app.architecture.planted.engine.balances;

/// Something that a planted breach may know.
public final class Figure {
    private Figure() {}

    /// Nothing.
    public static int units() {
        return 0;
    }
}
