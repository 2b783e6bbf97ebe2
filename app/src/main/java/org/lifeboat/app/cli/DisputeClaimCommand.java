package org.lifeboat.app.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lifeboat dispute claim`: settles a contest whose time is over, and claims what is due from it.
@Command(name = "claim")
final class DisputeClaimCommand extends CliCommand {
    @Parameters(index = "0", paramLabel = "NETWORK", descriptionKey = "network")
    String network = "";

    @Parameters(index = "1", paramLabel = "GAME", descriptionKey = "dispute.game")
    String game = "";

    @Option(names = "--from", paramLabel = "ACCOUNT", descriptionKey = "dispute.from")
    @Nullable
    String from;

    @Mixin
    CheckOptions options = new CheckOptions();

    @Mixin
    NonceOption nonce = new NonceOption();

    @Mixin
    Review.Options review = new Review.Options();

    DisputeClaimCommand(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() throws IOException, InterruptedException {
        return new DisputeCarrying(shell, options, review, nonce.wanted(shell), "dispute claim")
                .carry(network, game, from, true, DisputeCarrying.Part.MONEY);
    }
}
