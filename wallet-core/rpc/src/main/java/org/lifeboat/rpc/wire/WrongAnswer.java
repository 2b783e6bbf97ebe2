package org.lifeboat.rpc.wire;

import java.io.Serial;
import org.lifeboat.engine.source.Reply.Failure;

/// An answer that cannot be used. Thrown while reading, caught by whoever asked for the reading.
public final class WrongAnswer extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Failure failure;

    private WrongAnswer(Failure failure, String detail) {
        super(detail, null, false, false); // Part of normal reading: no stack trace is wanted.
        this.failure = failure;
    }

    static WrongAnswer malformed(String detail) {
        return new WrongAnswer(Failure.MALFORMED, detail);
    }

    static WrongAnswer mismatched(String detail) {
        return new WrongAnswer(Failure.MISMATCHED, detail);
    }

    public Failure failure() {
        return failure;
    }

    /// A sentence fit for showing.
    public String detail() {
        return String.valueOf(getMessage());
    }
}
