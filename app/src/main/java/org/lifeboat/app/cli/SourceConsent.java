package org.lifeboat.app.cli;

import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.Networks;
import org.lifeboat.engine.network.SuggestedEndpoint;
import org.lifeboat.engine.source.EndpointAddress;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.primitives.ChainId;

/// Asks the user whether a host may be asked. Nothing is sent anywhere before the answer is yes.
final class SourceConsent {
    private final Shell shell;
    private final boolean yes;
    private final boolean plainHttp;

    /// @param yes the user agreed on the command line
    /// @param plainHttp the user agreed there to plain http to another machine
    SourceConsent(Shell shell, boolean yes, boolean plainHttp) {
        this.shell = shell;
        this.yes = yes;
        this.plainHttp = plainHttp;
    }

    /// An address that may be asked now.
    record Agreed(SourceId id, boolean insecureToo) {}

    /// Says who learns what, and asks.
    /// @throws Stop if the address is unusable or the user says no
    Agreed ask(ChainId chain, String url, Optional<String> operator) {
        return switch (EndpointAddress.check(url)) {
            case EndpointAddress.Unusable(EndpointAddress.Problem problem) ->
                throw shell.stop(ExitCode.USAGE, "endpoint.problem." + problem);
            case EndpointAddress.Protected(String text, boolean _) -> {
                requireYes(new SuggestedEndpoint(new SourceId(chain, text), operator.orElse(""), Optional.empty()));
                yield new Agreed(new SourceId(chain, text), false);
            }
            case EndpointAddress.Unprotected(String text) -> {
                SourceId id = new SourceId(chain, text);
                requireYes(new SuggestedEndpoint(id, operator.orElse(""), Optional.empty()));
                shell.progress("endpoint.insecure", id.shown());
                if (!shell.confirm(plainHttp, "cli.source.ask-insecure", id.shown())) {
                    throw shell.stop(ExitCode.DECLINED, "cli.source.declined", id.shown());
                }
                yield new Agreed(id, true);
            }
        };
    }

    /// Lets the user choose among what is suggested for a network.
    /// @throws Stop where nobody can be asked
    Agreed choose(Networks networks, Network network) {
        List<SuggestedEndpoint> suggestions = networks.suggestions(network.chain());
        shell.progress("cli.source.choose", network.name());
        for (int i = 0; i < suggestions.size(); i++) {
            SuggestedEndpoint one = suggestions.get(i);
            shell.terminal().err().println("  " + (i + 1) + "  " + one.id().shown() + "  " + learns(one) + listed(one));
        }
        String answer = shell.terminal()
                .ask(shell.words().say("cli.source.choose-prompt") + " ")
                .map(String::strip)
                .orElseThrow(() -> shell.stop(ExitCode.DECLINED, "cli.source.nobody-to-ask"));
        if (answer.matches("[1-9][0-9]?") && Integer.parseInt(answer) <= suggestions.size()) {
            SuggestedEndpoint chosen = suggestions.get(Integer.parseInt(answer) - 1);
            return ask(network.chain(), chosen.id().url(), Optional.of(chosen.operator()));
        }
        return ask(network.chain(), answer, Optional.empty());
    }

    private void requireYes(SuggestedEndpoint endpoint) {
        shell.progress("cli.source.learns", endpoint.id().shown(), learns(endpoint));
        if (!shell.confirm(yes, "cli.source.ask", endpoint.id().shown())) {
            throw shell.stop(
                    ExitCode.DECLINED, "cli.source.declined", endpoint.id().shown());
        }
    }

    private String listed(SuggestedEndpoint endpoint) {
        return endpoint.listed()
                .map(day -> " " + shell.words().say("endpoint.listed", day))
                .orElse("");
    }

    private String learns(SuggestedEndpoint endpoint) {
        String operator = endpoint.operator().isBlank() ? endpoint.id().shown() : endpoint.operator();
        return shell.words().say(endpoint.learnsKey(), operator);
    }
}
