package org.lifeboat.app.cli;

import org.lifeboat.resources.Words;
import org.lifeboat.vault.signing.Line;
import org.lifeboat.vault.signing.Signed;
import org.lifeboat.vault.signing.Signing;
import org.lifeboat.vault.signing.Wording;

/// What is signed, as sentences; and what came of asking for a signature.
final class SigningLines {
    private SigningLines() {}

    static String say(Words words, Line line) {
        Wording wording = switch (words.language()) {
            case ENGLISH -> Wording.english();
            case CHINESE -> Wording.chinese();
        };
        return words.say("cli.line." + line.severity(), wording.say(line));
    }

    static Signed done(Shell shell, Signing signing) {
        return switch (signing) {
            case Signing.Done(Signed signed) -> signed;
            case Signing.WatchOnly _, Signing.UnknownAccount _ -> throw shell.stop(ExitCode.REFUSED, "cli.sign.no-key");
            case Signing.Locked _ -> throw shell.stop(ExitCode.LOCKED, "cli.vault.locked");
            case Signing.NotApproved _, Signing.ConfirmAgain _ ->
                throw new IllegalStateException("the approval does not fit the request");
        };
    }
}
