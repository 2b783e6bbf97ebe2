package org.lifeboat.rollups.opstack.derivation.format;

/// The bytes are not of the form that was asked for. Checked, because they came from outside: a caller must
/// turn it into an outcome of its own.
final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    /// @param reason what is wrong, without the bytes
    Malformed(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
