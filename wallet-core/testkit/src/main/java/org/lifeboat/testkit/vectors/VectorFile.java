package org.lifeboat.testkit.vectors;

import java.nio.charset.StandardCharsets;

/// One file with test vectors.
public final class VectorFile {
    private final String path;
    private final byte[] content;

    public VectorFile(String path, byte[] content) {
        this.path = path;
        this.content = content;
    }

    /// Relative to the source; `archive!member` inside an archive.
    public String path() {
        return path;
    }

    /// The last part of the path.
    public String name() {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('!')) + 1);
    }

    /// The array itself; the caller may change it.
    public byte[] content() {
        return content;
    }

    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }
}
