package org.lifeboat.app.architecture.planted.app;

/// What the planted arrows point at.
public final class Anything {
    private Anything() {}
}
