package org.lifeboat.vault.bundle;

/// A bundle that is refused. Does not leave this package: the readers turn it into an outcome.
final class BundleException extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    BundleException(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
