package org.lifeboat.primitives.rlp;

/// The bytes are not the RLP that was asked for. Checked, because the bytes came from outside: a caller must
/// turn it into an outcome of its own.
public final class RlpException extends Exception {
    private static final long serialVersionUID = 1;

    /// @param reason what is wrong, without the bytes
    public RlpException(String reason) {
        super(reason, null, false, false);
    }

    /// Never absent, unlike [#getMessage].
    public String reason() {
        return String.valueOf(getMessage());
    }
}
