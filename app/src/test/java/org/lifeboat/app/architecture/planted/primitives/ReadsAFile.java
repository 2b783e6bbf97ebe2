package org.lifeboat.app.architecture.planted.primitives;

/// A planted breach: a pure class that reads a file.
final class ReadsAFile {
    private ReadsAFile() {}

    static java.nio.file.Path file() {
        return java.nio.file.Path.of("x");
    }
}
