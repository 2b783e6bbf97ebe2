package org.lifeboat.app;

/// The version of the program, the same as in the parent pom (a test compares them).
public final class Version {
    public static final String TEXT = "0.1.0";

    private Version() {}
}
