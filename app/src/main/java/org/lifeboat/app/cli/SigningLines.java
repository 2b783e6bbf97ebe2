package org.lifeboat.app.cli;

import org.lifeboat.resources.Words;
import org.lifeboat.vault.signing.Line;
import org.lifeboat.vault.signing.Signed;
import org.lifeboat.vault.signing.Signing;

/// What is signed, as sentences; and what came of asking for a signature.
final class SigningLines {
    private SigningLines() {}

    static String say(Words words, Line line) {
        Object[] arguments = line.arguments().stream()
                .map(argument -> switch (argument) {
                    case Line.Argument.Text(String value) -> value;
                    case Line.Argument.Word(String key) -> words.say(key);
                })
                .toArray();
        // An empty unit leaves two blanks behind.
        String said = words.say(line.key(), arguments).replace("  ", " ");
        return words.say("cli.line." + line.severity(), said);
    }

    static Signed done(Shell shell, Signing signing) {
        return switch (signing) {
            case Signing.Done(Signed signed) -> signed;
            case Signing.WatchOnly _, Signing.UnknownAccount _ ->
                throw shell.stop(ExitCode.REFUSED, "cli.sign.no-key");
            case Signing.Locked _ -> throw shell.stop(ExitCode.LOCKED, "cli.vault.locked");
            case Signing.NotApproved _, Signing.ConfirmAgain _ ->
                throw new IllegalStateException("the approval does not fit the request");
        };
    }
}
