package org.lifeboat.app.cli;

import java.io.Serial;

/// Ends the command with a sentence for the user and an exit code. Thrown and caught in this package only.
final class Stop extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ExitCode code;

    /// @param sentence in the user's language: cause, what is safe, next step
    Stop(ExitCode code, String sentence) {
        super(sentence, null, false, false);
        this.code = code;
    }

    ExitCode code() {
        return code;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
