package org.lifeboat.app.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.lifeboat.app.wiring.ProfileFolder;
import org.lifeboat.resources.Words;
import org.lifeboat.ui.phrases.Phrases;
import tools.jackson.databind.node.ObjectNode;

/// What every command works with: streams and keyboard, words, and the options that all commands share.
final class Shell {
    private final Terminal terminal;
    private final Words words;
    private final Map<String, String> environment;
    private final GlobalOptions options = new GlobalOptions();

    Shell(Terminal terminal, Words words, Map<String, String> environment) {
        this.terminal = terminal;
        this.words = words;
        this.environment = Map.copyOf(environment);
    }

    Terminal terminal() {
        return terminal;
    }

    Words words() {
        return words;
    }

    /// In the user's language and zone, and in the time of a profile: one of play money has its sandbox's.
    Phrases phrases(InstantSource clock) {
        ZoneId zone = ZoneId.systemDefault();
        return new Phrases(words.language(), zone, clock.withZone(zone));
    }

    Map<String, String> environment() {
        return environment;
    }

    GlobalOptions options() {
        return options;
    }

    /// The folder of the profile: `--home`, or the platform's convention.
    Path home() {
        Path chosen = options.home;
        return chosen != null
                ? chosen.toAbsolutePath().normalize()
                : ProfileFolder.byConvention(
                        System.getProperty("os.name"), environment, System.getProperty("user.home"));
    }

    /// One line of result on standard output.
    void say(String key, Object... arguments) {
        terminal.out().println(words.say(key, arguments));
    }

    /// The command's answer: one JSON document with `--json`, else lines for people.
    /// @param command as in the help page, subcommand included: `networks list`
    void answer(String command, ObjectNode json, Consumer<PrintStream> lines) {
        if (options.json) {
            terminal.out().println(JsonDocument.result(command, json));
        } else {
            lines.accept(terminal.out());
        }
    }

    /// Asks for a yes. `--yes` on the command line is a yes given before.
    /// @return whether the answer was yes; where nobody can be asked it is no
    boolean confirm(boolean givenBefore, String key, Object... arguments) {
        return givenBefore
                || terminal.ask(words.say(key, arguments) + " " + words.say("cli.yes-or-no") + " ")
                        .filter(answer -> words.say("cli.yes")
                                .contains("|" + answer.strip().toLowerCase(Locale.ROOT) + "|"))
                        .isPresent();
    }

    /// One line of progress on standard error.
    void progress(String key, Object... arguments) {
        terminal.err().println(words.say(key, arguments));
    }

    Stop stop(ExitCode code, String key, Object... arguments) {
        return new Stop(code, words.say(key, arguments));
    }
}
