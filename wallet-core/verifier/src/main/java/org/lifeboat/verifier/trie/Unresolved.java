package org.lifeboat.verifier.trie;

/// Leaves a walk whose next node is not known. Control flow within this package, caught by its public methods:
/// without a stack trace.
final class Unresolved extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient MissingNode node;

    Unresolved(MissingNode node) {
        super("missing " + node, null, false, false);
        this.node = node;
    }

    MissingNode node() {
        return node;
    }
}
