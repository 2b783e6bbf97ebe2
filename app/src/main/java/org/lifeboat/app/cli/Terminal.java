package org.lifeboat.app.cli;

import java.io.PrintStream;
import java.util.Optional;

/// The two streams and the keyboard.
public interface Terminal {
    /// Results.
    PrintStream out();

    /// Progress and problems.
    PrintStream err();

    /// Whether a person sits at both ends: nothing goes into a file or a pipe.
    boolean interactive();

    /// Asks on the keyboard.
    /// @return empty where there is no keyboard to ask on, or at its end of input
    Optional<String> ask(String prompt);

    /// Asks without echo. The caller wipes the characters.
    /// @return empty where there is no keyboard to ask on, or at its end of input
    Optional<char[]> askSecret(String prompt);
}
