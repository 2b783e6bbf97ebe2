package org.lifeboat.primitives.ssz;

/// The bytes are not the SSZ that was asked for. Checked, because the bytes came from outside: a caller must
/// turn it into an outcome of its own.
public final class SszException extends Exception {
    private static final long serialVersionUID = 1;

    /// @param reason what is wrong, without the bytes
    public SszException(String reason) {
        super(reason, null, false, false);
    }

    /// Never absent, unlike [#getMessage].
    public String reason() {
        return String.valueOf(getMessage());
    }
}
