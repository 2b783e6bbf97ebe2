package org.lifeboat.app.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.lifeboat.app.log.CrashLog;
import org.lifeboat.resources.Language;
import org.lifeboat.resources.Words;
import picocli.CommandLine;

/// Builds the command line and runs one command on it: the outermost edge of the program.
public final class CommandLines {
    private static final Map<String, Function<Shell, CliCommand>> COMMANDS = commands();

    private CommandLines() {}

    private static Map<String, Function<Shell, CliCommand>> commands() {
        Map<String, Function<Shell, CliCommand>> commands = new LinkedHashMap<>();
        commands.put("tour", TourCommand::new);
        return Collections.unmodifiableMap(commands);
    }

    /// The names of all commands, in the order of the help page.
    static List<String> names() {
        return List.copyOf(COMMANDS.keySet());
    }

    /// @return the number to end the process with
    public static int run(String[] arguments, Terminal terminal, Map<String, String> environment) {
        Shell shell = new Shell(terminal, Words.of(language(arguments), "cli", "pages"), environment);
        CommandLine line = build(shell);
        return line.execute(arguments);
    }

    static CommandLine build(Shell shell) {
        CommandLine line = new CommandLine(new RootCommand(shell));
        COMMANDS.forEach((name, make) -> line.addSubcommand(name, make.apply(shell)));
        line.setResourceBundle(new WordsBundle(Words.of(shell.words().language(), "help")));
        line.setOut(writer(shell.terminal().out()));
        line.setErr(writer(shell.terminal().err()));
        line.setExecutionExceptionHandler((problem, _, _) -> ended(problem, shell));
        return line;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    /// The last catch of the program: a sentence for the user, the place for the reader of the log.
    private static int ended(Exception problem, Shell shell) {
        if (problem instanceof Stop stop) {
            shell.terminal().err().println(stop.sentence());
            return stop.code().number();
        }
        String where =
                CrashLog.write(problem, shell.home()).map(Object::toString).orElse("-");
        shell.progress("cli.bug", problem.getClass().getSimpleName(), where);
        return ExitCode.BUG.number();
    }

    /// `--lang` wins over the system's language.
    private static Language language(String[] arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        for (int i = 0; i < all.size(); i++) {
            String argument = all.get(i);
            String tag = argument.startsWith("--lang=")
                    ? argument.substring("--lang=".length())
                    : argument.equals("--lang") && i + 1 < all.size() ? all.get(i + 1) : "";
            if (Language.ofTag(tag).isPresent()) {
                return Language.ofTag(tag).orElseThrow();
            }
        }
        return Language.of(Locale.getDefault());
    }
}
