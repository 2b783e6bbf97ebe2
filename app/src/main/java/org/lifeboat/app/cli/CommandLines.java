package org.lifeboat.app.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lifeboat.app.log.CrashLog;
import org.lifeboat.resources.Language;
import org.lifeboat.resources.Words;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// Builds the command line and runs one command on it: the outermost edge of the program.
public final class CommandLines {
    private static final Map<String, Function<Shell, CliCommand>> COMMANDS = commands();

    private CommandLines() {}

    private static Map<String, Function<Shell, CliCommand>> commands() {
        Map<String, Function<Shell, CliCommand>> commands = new LinkedHashMap<>();
        commands.put("create", CreateCommand::new);
        commands.put("restore", RestoreCommand::new);
        commands.put("accounts", AccountsCommand::new);
        commands.put("password", PasswordCommand::new);
        commands.put("networks", NetworksCommand::new);
        commands.put("sync", SyncCommand::new);
        commands.put("verify", VerifyCommand::new);
        commands.put("logs", LogsCommand::new);
        commands.put("tokens", TokensCommand::new);
        commands.put("contacts", ContactsCommand::new);
        commands.put("names", NamesCommand::new);
        commands.put("balances", BalancesCommand::new);
        commands.put("send", SendCommand::new);
        commands.put("activity", ActivityCommand::new);
        commands.put("exit", ExitCommand::new);
        commands.put("evidence", EvidenceCommand::new);
        commands.put("deposit", DepositCommand::new);
        commands.put("force", ForceCommand::new);
        commands.put("arrival", ArrivalCommand::new);
        commands.put("ready", ReadyCommand::new);
        commands.put("check-chain", CheckChainCommand::new);
        commands.put("dispute", DisputeCommand::new);
        commands.put("watch", WatchCommand::new);
        commands.put("sign", SignCommand::new);
        commands.put("backup", BackupCommand::new);
        commands.put("sandbox", SandboxCommand::new);
        commands.put("drill", DrillCommand::new);
        commands.put("lesson", LessonCommand::new);
        commands.put("tour", TourCommand::new);
        return Collections.unmodifiableMap(commands);
    }

    /// The names of all commands, in the order of the help page.
    static List<String> names() {
        return List.copyOf(COMMANDS.keySet());
    }

    /// All that the commands say.
    static Words words(Language language) {
        return Words.of(
                language,
                "cli",
                "network",
                "capability",
                "balances",
                "send",
                "signing",
                "sync",
                "chaincheck",
                "dispute",
                "drill",
                "lesson",
                "found");
    }

    /// @return the number to end the process with
    public static int run(String[] arguments, Terminal terminal, Map<String, String> environment) {
        Shell shell = new Shell(terminal, words(language(arguments, environment)), environment);
        // Whoever names no command wants the window, and waits for it: the commands need not be there.
        CommandLine line =
                arguments.length == 0 ? prepared(new CommandLine(new RootCommand(shell)), shell) : build(shell);
        return line.execute(arguments);
    }

    static CommandLine build(Shell shell) {
        CommandLine line = new CommandLine(new RootCommand(shell));
        COMMANDS.forEach((name, make) -> line.addSubcommand(name, withMembers(make.apply(shell))));
        return prepared(line, shell);
    }

    private static CommandLine prepared(CommandLine line, Shell shell) {
        line.setResourceBundle(new WordsBundle(Words.of(shell.words().language(), "help")));
        line.setOut(writer(shell.terminal().out()));
        line.setErr(writer(shell.terminal().err()));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((problem, _) -> misunderstood(problem, shell));
        line.setExecutionExceptionHandler((problem, command, _) -> ended(problem, command, shell));
        return line;
    }

    private static CommandLine withMembers(CliCommand command) {
        CommandLine line = new CommandLine(command);
        if (command instanceof HasMembers group) {
            group.members().forEach(member -> line.addSubcommand(withMembers(member)));
        }
        return line;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    /// The last catch of the program: a sentence for the user, the place for the reader of the log.
    private static int ended(Exception problem, CommandLine command, Shell shell) {
        if (problem instanceof Stop stop) {
            return end(stop.code(), stop.sentence(), command, shell);
        }
        String where = CrashLog.write(problem, shell.home()).map(Path::toString).orElse("-");
        String kind = problem.getClass().getSimpleName();
        return end(ExitCode.BUG, shell.words().say("cli.bug", kind, where), command, shell);
    }

    /// A command line that was not understood: why, in the user's language, and where the help is.
    private static int misunderstood(ParameterException problem, Shell shell) {
        CommandLine command = problem.getCommandLine();
        // Options behind the mistake were not read any more.
        shell.options().json |= problem.getCommandLine().getParseResult() != null
                && command.getParseResult().originalArgs().contains("--json");
        String help =
                shell.words().say("cli.usage.help", command.getCommandSpec().qualifiedName());
        return end(ExitCode.USAGE, UsageWords.of(problem, shell.words()) + " " + help, command, shell);
    }

    private static int end(ExitCode code, String sentence, CommandLine command, Shell shell) {
        if (shell.options().json) {
            String name = command.getCommandSpec().qualifiedName().replaceFirst("^lifeboat ?", "");
            shell.terminal().out().println(JsonDocument.problem(name, code, sentence));
        }
        shell.terminal().err().println(sentence);
        return code.number();
    }

    /// `--lang` wins over the system's language. The variables are read as they stand, because Java forgets
    /// the language where the system has no locale of that name installed.
    private static Language language(String[] arguments, Map<String, String> environment) {
        Language system = Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .map(value -> Language.of(Locale.of(value.replaceFirst("[^A-Za-z].*", ""))))
                .orElseGet(() -> Language.of(Locale.getDefault()));
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            String tag = argument.startsWith("--lang=")
                    ? argument.substring("--lang=".length())
                    : argument.equals("--lang") && i + 1 < arguments.length ? arguments[i + 1] : "";
            if (!tag.isEmpty()) {
                return Language.ofTag(tag).orElse(system);
            }
        }
        return system;
    }
}
