package org.lifeboat.app.cli;

import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Address;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lifeboat tokens remove`: one that the user added; bundled ones stay.
@Command(name = "remove")
final class TokensRemove extends CliCommand {
    @Parameters(index = "0", paramLabel = "NETWORK", descriptionKey = "network")
    String network = "";

    @Parameters(index = "1", paramLabel = "ADDRESS", descriptionKey = "address")
    String address = "";

    TokensRemove(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        try (Profile profile = new Profiles(shell).open()) {
            Network chosen = NetworkPick.require(shell, profile.networks(), network);
            Address contract = AccountPick.address(shell, address);
            Token token = profile.tokens()
                    .find(chosen.chain(), contract)
                    .orElseThrow(() -> shell.stop(ExitCode.REFUSED, "cli.token.unknown", address, chosen.name()));
            if (!profile.tokens().remove(chosen.chain(), contract)) {
                throw shell.stop(ExitCode.REFUSED, "cli.token.stays", token.symbol());
            }
            shell.answer(
                    "tokens remove",
                    TokensList.json(token),
                    out -> out.println(shell.words().say("cli.token.removed", token.symbol(), chosen.name())));
            return ExitCode.DONE;
        }
    }
}
