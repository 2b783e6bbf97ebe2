package org.lifeboat.app.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.lifeboat.resources.Words;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What is wrong with a command line, in the user's language.
final class UsageWords {
    private UsageWords() {}

    static String of(ParameterException problem, Words words) {
        return switch (problem) {
            case MissingParameterException missing -> words.say("cli.usage.missing", names(missing.getMissing()));
            case UnmatchedArgumentException unknown ->
                words.say("cli.usage.unknown", String.join(" ", unknown.getUnmatched()));
            default ->
                problem.getArgSpec() != null && problem.getValue() != null
                        ? words.say("cli.usage.value", problem.getValue(), name(problem.getArgSpec()))
                        : words.say("cli.usage.other", String.valueOf(problem.getMessage()));
        };
    }

    private static String names(List<ArgSpec> arguments) {
        return arguments.stream().map(UsageWords::name).collect(Collectors.joining(", "));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
