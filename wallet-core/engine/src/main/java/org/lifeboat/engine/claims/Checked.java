package org.lifeboat.engine.claims;

import org.lifeboat.primitives.Answer;

/// What came of checking one claim. As [Answer], but a contradiction keeps both statements.
public sealed interface Checked<T> {
    record Fits<T>(T value) implements Checked<T> {}

    record Contradicted<T>(Contradiction contradiction) implements Checked<T> {}

    record Unchecked<T>(Note reason) implements Checked<T> {}

    static <T> Checked<T> contradicted(Contradiction.What what, Object subject, Object said, Object shown) {
        return new Contradicted<>(
                new Contradiction(what, String.valueOf(subject), String.valueOf(said), String.valueOf(shown)));
    }

    static <T> Checked<T> unchecked(Answer.Cause cause, String reason) {
        Note.Kind kind = switch (cause) {
            case MISSING -> Note.Kind.PROOF_INCOMPLETE;
            case UPDATE_NEEDED -> Note.Kind.UPDATE_NEEDED;
            case NOT_OFFERED -> Note.Kind.NO_PROOFS;
        };
        return new Unchecked<>(Note.of(kind, reason));
    }
}
