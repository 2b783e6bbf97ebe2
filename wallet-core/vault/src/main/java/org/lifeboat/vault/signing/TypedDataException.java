package org.lifeboat.vault.signing;

/// Typed data that is refused. Does not leave this package: [TypedData#read] turns it into an outcome.
final class TypedDataException extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    TypedDataException(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
