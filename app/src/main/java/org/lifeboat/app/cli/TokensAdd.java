package org.lifeboat.app.cli;

import java.time.Duration;
import java.util.List;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.token.Token;
import org.lifeboat.engine.token.TokenFacts;
import org.lifeboat.engine.token.TokenReader;
import org.lifeboat.engine.token.Tokens;
import org.lifeboat.primitives.Address;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lifeboat tokens add`: reads name, symbol and decimals from the contract, shows them, and asks.
@Command(name = "add")
final class TokensAdd extends CliCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Parameters(index = "0", paramLabel = "NETWORK", descriptionKey = "network")
    String network = "";

    @Parameters(index = "1", paramLabel = "ADDRESS", descriptionKey = "address")
    String address = "";

    @Option(names = {"-y", "--yes"})
    boolean yes;

    TokensAdd(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        Profiles profiles = new Profiles(shell);
        try (Profile profile = profiles.open();
                Online online = profiles.online(profile)) {
            Network chosen = NetworkPick.require(shell, profile.networks(), network);
            Address contract = AccountPick.address(shell, address);
            TokenFacts facts = facts(new TokenReader(PATIENCE).read(online.sources(chosen.chain()), contract));
            List<Tokens.Warning> warnings = profile.tokens().warnings(chosen.chain(), contract, facts);
            shell.progress("cli.token.says", facts.name(), facts.symbol(), facts.decimals());
            warnings.forEach(warning ->
                    shell.progress(warning.messageKey(), warning.arguments().toArray()));
            if (!shell.confirm(yes, "cli.token.ask", contract, chosen.name())) {
                throw shell.stop(ExitCode.DECLINED, "cli.nothing-done");
            }
            return switch (profile.tokens().add(chosen.chain(), contract, facts)) {
                case Tokens.Outcome.AlreadyThere(Token there) ->
                    throw shell.stop(ExitCode.REFUSED, "cli.token.there", there.symbol());
                case Tokens.Outcome.Added(Token token, var _) -> {
                    shell.answer(
                            "tokens add",
                            TokensList.json(token),
                            out -> out.println(shell.words().say("cli.token.added", token.symbol(), chosen.name())));
                    yield ExitCode.DONE;
                }
            };
        }
    }

    private TokenFacts facts(TokenReader.Result result) {
        return switch (result) {
            case TokenReader.Result.Read(TokenFacts facts, List<TokenReader.Oddity> oddities, List<String> hosts) -> {
                shell.progress("cli.token.read-from", String.join(", ", hosts));
                oddities.forEach(oddity -> shell.progress(oddity.messageKey()));
                yield facts;
            }
            case TokenReader.Result.SourcesDiffer(String one, var _, String other, var _) ->
                throw shell.stop(ExitCode.REFUSED, "cli.token.sources-differ", one, other);
            case TokenReader.Result.NotAToken(String reason) ->
                throw shell.stop(ExitCode.REFUSED, "cli.token.none", address, reason);
            case TokenReader.Result.Unanswered(String reason) ->
                throw shell.stop(ExitCode.NO_ANSWER, "cli.token.no-answer", reason);
        };
    }
}
