package org.lifeboat.vault;

/// Names one set of seed words of a vault; given once.
/// @param value from 1
public record SeedId(int value) {
    public SeedId {
        if (value < 1 || value > 0xffff) {
            throw new IllegalArgumentException("seed id out of range");
        }
    }
}
