package org.lifeboat.ui.tour;

import java.util.Optional;

/// What a tour in the sandbox asks for beside what it sees.
public interface Practice {
    /// Lets time pass until what is on the play chain now is final.
    void makeFinal();

    /// The chain of evidence of the newest final balance of the coin, as *How do we know* saves it.
    Optional<String> evidence();
}
