package org.lifeboat.app.cli;

/// What the number that the program ends with means. Part of the documented format: numbers are never reused.
public enum ExitCode {
    /// Done.
    DONE(0),
    /// Done in part: what could be had was printed, what is missing is named.
    PARTLY(1),
    /// The command line was not understood.
    USAGE(2),
    /// Understood, but it does not fit this profile: no vault yet, no such account, a network that exists
    /// already.
    REFUSED(3),
    /// The password is wrong, or the file was altered.
    LOCKED(4),
    /// No source gave a usable answer; nothing was changed.
    NO_ANSWER(5),
    /// A confirmation was declined or could not be asked for; nothing was done.
    DECLINED(6),
    /// Another process has this profile open.
    IN_USE(7),
    /// A file is damaged; what can be done is said.
    DAMAGED(8),
    /// Signed and handed over, but nobody confirmed that it arrived; `activity` looks again.
    FATE_UNKNOWN(9),
    /// The machine lacks something: Java 25, a library, a font.
    MACHINE(69),
    /// A bug. The sentence names a log file.
    BUG(70);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
