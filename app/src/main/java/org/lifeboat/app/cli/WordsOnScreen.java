package org.lifeboat.app.cli;

import java.security.SecureRandom;
import java.util.Set;
import java.util.TreeSet;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.words.Phrase;

/// Shows seed words on the terminal, and nowhere else: not where the output goes into a file or a pipe.
final class WordsOnScreen {
    private static final int ASKED = 3;
    private static final String CLEAR = "\u001b[H\u001b[2J\u001b[3J";

    private final Shell shell;

    WordsOnScreen(Shell shell) {
        this.shell = shell;
    }

    /// @throws Stop where there is no terminal
    void show(Phrase phrase) {
        if (!shell.terminal().interactive()) {
            throw shell.stop(ExitCode.DECLINED, "cli.words.no-terminal");
        }
        Table table = new Table(0);
        for (int i = 0; i < phrase.size(); i++) {
            table.row(i + 1 + ".", phrase.word(i));
        }
        shell.progress("cli.words.write-down");
        table.print(shell.terminal().err());
    }

    /// Waits until the user has written the words down, clears the screen, and asks for some of them.
    /// @throws Stop if the answers are wrong three times
    void check(Phrase phrase, SecureRandom random) {
        Set<Integer> asked = new TreeSet<>();
        while (asked.size() < ASKED) {
            asked.add(random.nextInt(phrase.size()));
        }
        for (int round = 0; round < ASKED; round++) {
            show(phrase);
            shell.terminal().ask(shell.words().say("cli.words.written") + " ");
            shell.terminal().err().print(CLEAR);
            shell.terminal().err().flush();
            if (asked.stream().allMatch(position -> knows(phrase, position))) {
                return;
            }
            shell.progress("cli.words.wrong");
        }
        throw shell.stop(ExitCode.DECLINED, "cli.words.not-written");
    }

    private boolean knows(Phrase phrase, int position) {
        try (Secret typed = PasswordOptions.ask(shell, "cli.words.which", position + 1);
                Secret normal = typed.normalized();
                Secret word = Secret.take(phrase.word(position).toCharArray());
                Secret wanted = word.normalized()) {
            return normal.matches(wanted);
        }
    }
}
