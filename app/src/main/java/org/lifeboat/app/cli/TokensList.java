package org.lifeboat.app.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.token.Token;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat tokens list`. Asks nobody.
@Command(name = "list")
final class TokensList extends CliCommand {
    @Parameters(index = "0", arity = "0..1", paramLabel = "NETWORK", descriptionKey = "network")
    @Nullable
    String network;

    TokensList(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        try (Profile profile = new Profiles(shell).open()) {
            String one = network;
            List<Network> networks = one == null
                    ? profile.networks().all()
                    : List.of(NetworkPick.require(shell, profile.networks(), one));
            List<Token> tokens = networks.stream()
                    .flatMap(each -> profile.tokens().of(each.chain()).stream())
                    .toList();
            ObjectNode json = JsonDocument.object();
            json.set(
                    "tokens",
                    JsonDocument.array(tokens.stream().map(TokensList::json).toList()));
            shell.answer("tokens list", json, out -> {
                Table table = new Table(-1);
                tokens.forEach(token -> table.row(
                        profile.networks()
                                .find(token.chain())
                                .map(Network::name)
                                .orElse(token.chain().toString()),
                        token.symbol(),
                        token.contract().toChecksum(),
                        shell.words().say(kind(token))));
                table.print(out);
            });
            return ExitCode.DONE;
        }
    }

    static ObjectNode json(Token token) {
        ObjectNode object = JsonDocument.object();
        object.put("chainId", token.chain().value());
        object.put("contract", token.contract().toChecksum());
        object.put("name", token.name());
        object.put("symbol", token.symbol());
        object.put("decimals", token.decimals());
        object.put("bundled", token.asset().isPresent());
        object.put("proofChecked", token.pin().isPresent());
        return object;
    }

    private static String kind(Token token) {
        return token.asset().isEmpty()
                ? "cli.token.yours"
                : token.pin().isPresent() ? "cli.token.pinned" : "cli.token.bundled";
    }
}
