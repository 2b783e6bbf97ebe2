package org.lifeboat.ui.phrases;

import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.exit.ExitReport;
import org.lifeboat.engine.exit.ExitWish;

/// What a choice means that an exit leaves to its user, before its transaction is prepared. The same for the window
/// and for the command line.
public final class WishWords {
    private WishWords() {}

    /// @param what happens
    /// @param caution what can be lost by it
    /// @param otherwise what happens without it
    public record Said(String what, String caution, String otherwise) {
        public List<String> all() {
            return List.of(what, caution, otherwise);
        }
    }

    /// @param bond for an own root, written out
    /// @return empty where nothing was chosen
    public static Optional<Said> of(Phrases phrases, ExitWish wish, ExitReport report, String bond) {
        return switch (wish) {
            case NONE -> Optional.empty();
            case OWN_ROOT ->
                Optional.of(new Said(
                        phrases.say("exits.ownRoot.what", bond),
                        phrases.say("money.ownRoot", bond),
                        phrases.say("exits.ownRoot.wait")));
            case PROVE_AGAIN ->
                Optional.of(new Said(
                        phrases.say(
                                "exits.proveAgain.what",
                                report.doubt()
                                        .flatMap(ExitReport.Doubt::other)
                                        .map(phrases::number)
                                        .orElse("-")),
                        phrases.say("exits.proveAgain.restart"),
                        phrases.say("exits.proveAgain.wait")));
        };
    }
}
