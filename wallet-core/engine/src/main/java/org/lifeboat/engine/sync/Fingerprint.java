package org.lifeboat.engine.sync;

import org.lifeboat.primitives.Hash32;

/// A root in a form that two people can read to each other. The whole root, in groups: a shortened one could
/// be met by trying.
public final class Fingerprint {
    private static final int GROUP = 4;

    private Fingerprint() {}

    /// Sixteen groups of four digits.
    public static String of(Hash32 root) {
        String digits = root.toHex().substring(2);
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < digits.length(); at += GROUP) {
            text.append(at == 0 ? "" : " ").append(digits, at, at + GROUP);
        }
        return text.toString();
    }
}
