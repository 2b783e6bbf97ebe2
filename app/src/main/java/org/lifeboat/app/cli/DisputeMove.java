package org.lifeboat.app.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lifeboat dispute move`: checks a root here, and offers the next move of honest play.
@Command(name = "move")
final class DisputeMove extends CliCommand {
    @Parameters(index = "0", paramLabel = "NETWORK", descriptionKey = "network")
    String network = "";

    @Parameters(index = "1", paramLabel = "GAME", descriptionKey = "dispute.game")
    String game = "";

    @Option(names = "--from", paramLabel = "ACCOUNT", descriptionKey = "dispute.from")
    @Nullable
    String from;

    @Option(names = "--look")
    boolean look;

    @Mixin
    CheckOptions options = new CheckOptions();

    @Mixin
    NonceOption nonce = new NonceOption();

    @Mixin
    Review.Options review = new Review.Options();

    DisputeMove(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() throws IOException, InterruptedException {
        return new DisputeCarrying(shell, options, review, nonce.wanted(shell), "dispute move")
                .carry(network, game, from, !look, DisputeCarrying.Part.MOVES);
    }
}
